package org.clarion.registrations.places;

import org.clarion.registrations.gathering.Mode;
import org.jspecify.annotations.Nullable;

/**
 * How it stands for one session and mode, in heads.
 *
 * @param capacity null where nobody counts
 * @param taken held, given and offered
 */
public record Standing(int session, Mode mode, @Nullable Integer capacity, int taken, int waiting) {

    /** Places that somebody who comes now can have; null for as many as they like. */
    public @Nullable Integer left() {
        if (capacity == null) {
            return null;
        }
        return waiting > 0 ? 0 : Math.max(0, capacity - taken);
    }
}
