package org.clarion.letters.representative;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A time at which a source was read to bring the directory up to date.
 *
 * @param source as {@link MemberSource#name()} has it
 * @param why it was refused or failed; null where it did not
 * @param changes lines in the histories of seats and members
 * @param firstHeardOf seats of which nothing was known before
 * @param remarks what the source left open
 */
@Document("directory-runs")
record DirectoryRun(
        @Id UUID id,
        Instant at,
        String source,
        Outcome outcome,
        @Nullable String why,
        int changes,
        int firstHeardOf,
        List<Remark> remarks) {

    private static final int MOST_REMARKS = 50;

    enum Outcome {
        CHANGED,
        UNCHANGED,
        REFUSED,
        FAILED
    }

    /** How a page marks the outcome. */
    public @Nullable String kind() {
        return switch (outcome) {
            case CHANGED -> "good";
            case UNCHANGED -> null;
            case REFUSED -> "warning";
            case FAILED -> "wrong";
        };
    }

    DirectoryRun {
        remarks = List.copyOf(remarks.subList(0, Math.min(MOST_REMARKS, remarks.size())));
    }
}
