package org.clarion.petitions.progress;

import java.time.Instant;

/**
 * The published total of a petition.
 *
 * @param at the time at which it was true
 */
public record Standing(long signatures, long goal, Instant at) {

    /** What is left to the goal; never negative. */
    public long missing() {
        return Math.max(0, goal - signatures);
    }
}
