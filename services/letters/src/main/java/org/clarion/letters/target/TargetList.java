package org.clarion.letters.target;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * People to whom letters can go besides MPs: ministers, a committee, a company's board.
 *
 * @param about what staff wrote about the list; empty where nothing
 */
@Document("target-lists")
public record TargetList(
        @Id UUID id,
        String name,
        String about,
        Instant since,
        String by,
        @Version @Nullable Long version) {

    static TargetList named(UUID id, String name, String about, Instant now, String by) {
        return new TargetList(id, name, about, now, by, null);
    }

    TargetList called(String name, String about) {
        return new TargetList(id, name, about, since, by, version);
    }
}
