package org.clarion.letters.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All that has been noted about where one person stands on one campaign.
 *
 * @param person key of the recipient: the person, not the seat
 * @param notes in the order in which they were written
 */
@Document("positions")
record PositionRecord(
        @Id String id,
        UUID campaign,
        String person,
        List<Note> notes,
        @Version @Nullable Long version) {

    /**
     * @param position null where a note takes back what was said before: nothing is known any more
     * @param on the day on which they said so
     * @param source where that can be read: a debate, a letter, a newspaper
     */
    record Note(@Nullable Position position, LocalDate on, String source, Instant at, String by) {}

    PositionRecord {
        notes = List.copyOf(notes);
    }

    static PositionRecord of(UUID campaign, String person) {
        return new PositionRecord(idOf(campaign, person), campaign, person, List.of(), null);
    }

    static String idOf(UUID campaign, String person) {
        return campaign + "/" + person;
    }

    /** What was said last: on the latest day, and of one day what was noted last. */
    Optional<Position> current() {
        return latest().map(Note::position);
    }

    Optional<Note> latest() {
        return notes.stream().reduce((one, next) -> next.on().isBefore(one.on()) ? one : next);
    }

    PositionRecord with(Note note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new PositionRecord(id, campaign, person, all, version);
    }
}
