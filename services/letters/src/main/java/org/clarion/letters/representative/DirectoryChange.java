package org.clarion.letters.representative;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of what the directory was told: why letters went elsewhere from then on.
 *
 * @param before null where there was nothing
 * @param after null where there is nothing now
 * @param by a file, the Members API, a letter that came back, or a member of staff
 */
public record DirectoryChange(
        Instant at,
        What what,
        @Nullable String before,
        @Nullable String after,
        String by) {

    /** In {@link #by}. */
    static final String A_RETURNED_LETTER = "a returned letter";

    public enum What {
        SEAT_FILLED,
        SEAT_VACATED,
        NAME,
        PARTY,
        ADDRESS,
        SALUTATION,
        CONTACT_BY_HAND,
        CONTACT_FOLLOWS_SOURCE,
        BOUNCED,
        WORKS_AGAIN
    }
}
