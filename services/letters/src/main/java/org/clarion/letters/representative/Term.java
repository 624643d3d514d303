package org.clarion.letters.representative;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A term of office.
 *
 * @param member Parliament id
 * @param from null where it began before the directory heard of the seat
 * @param until the first moment after it; null while it lasts
 */
public record Term(
        long member, @Nullable Instant from, @Nullable Instant until) {

    public Term {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a term that ends before it begins");
        }
    }

    public boolean coversAt(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    public boolean lasts() {
        return until == null;
    }

    /** The earliest moment at which another can begin; null for a term of unknown beginning that lasts. */
    @Nullable Instant end() {
        return until == null ? from : until;
    }

    Term endingAt(Instant end) {
        return new Term(member, from, from != null && end.isBefore(from) ? from : end);
    }
}
