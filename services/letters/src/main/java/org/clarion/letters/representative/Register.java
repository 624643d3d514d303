package org.clarion.letters.representative;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about who sits in the Commons. Seats that it does not name stay as they are.
 *
 * @param rows each seat and each person once
 * @param remarks what the source left open, for staff to read
 */
record Register(List<Row> rows, List<Remark> remarks) {

    sealed interface Row {

        /** Code of the constituency. */
        String seat();
    }

    /**
     * @param since the beginning of the term; null where the source does not say
     * @param parliamentId Parliament's own number of the constituency; null where the source does not say
     */
    record Taken(
            String seat,
            Person person,
            @Nullable Instant since,
            @Nullable Integer parliamentId) implements Row {}

    /** @param until the first moment without a member; null where the source does not say */
    record Empty(String seat, @Nullable Instant until) implements Row {}

    Register {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** How many seats have a member. */
    long members() {
        return rows.stream().filter(Taken.class::isInstance).count();
    }
}
