package org.clarion.letters.representative;

import java.time.Instant;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * One line of what the directory was told: why letters went elsewhere from then on.
 *
 * @param before null where there was nothing; of a seat the Parliament id of the member who held it
 * @param after null where there is nothing now; of a seat the Parliament id of the member who holds it
 * @param by as in {@link Telling}
 */
public record DirectoryChange(
        Instant at,
        What what,
        @Nullable String before,
        @Nullable String after,
        String by) {

    public enum What implements WireNamed {
        SEAT_FILLED,
        SEAT_VACATED,
        NAME,
        PARTY,
        ADDRESS,
        SALUTATION,
        /** Staff have set the address, or that there is none. */
        ADDRESS_BY_HAND,
        /** Staff have gone back to what the source says. */
        ADDRESS_AS_LISTED,
        BOUNCED,
        WORKS_AGAIN;

        /** Whether {@code before} and {@code after} are members. */
        public boolean isOfSeat() {
            return this == SEAT_FILLED || this == SEAT_VACATED;
        }
    }
}
