package org.clarion.petitions.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record of who did what.
 *
 * @param by the address of the member of staff; null for what the platform does by itself
 * @param detail a number that belongs to it, such as the text's version; null for none
 */
public record Deed(
        Instant at,
        @Nullable String by,
        What what,
        @Nullable Long detail) {

    /** What can be done to a petition. */
    public enum What {
        DRAFTED,
        EDITED,
        NEW_TEXT,
        OPENED,
        CLOSED,
        ARCHIVED,
        GOAL_RAISED
    }
}
