package org.clarion.registrations.places;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one registration has, or waits for.
 *
 * @param life which of the lives of that registration: who cancels and comes again begins another
 * @param until when it ends by itself; null for what lasts
 * @param order its place in the queue: who came earlier has a smaller one
 * @param since the version of the places at which it came to be as it is
 */
record Claim(
        UUID registration,
        int life,
        Wish wish,
        State state,
        @Nullable Instant until,
        long order,
        long since) {

    enum State {
        /** A place that is kept until the address is confirmed. */
        HELD,
        /** Waits, and the address is not confirmed. */
        QUEUED,
        GIVEN,
        WAITING,
        /** A place that is kept until the party says whether it wants it. */
        OFFERED;

        boolean takesPlaces() {
            return this == HELD || this == GIVEN || this == OFFERED;
        }

        boolean waits() {
            return this == QUEUED || this == WAITING;
        }

        Outcome outcome() {
            return switch (this) {
                case HELD -> Outcome.HELD;
                case QUEUED -> Outcome.QUEUED;
                case GIVEN -> Outcome.GIVEN;
                case WAITING -> Outcome.WAITING;
                case OFFERED -> Outcome.OFFERED;
            };
        }
    }

    Decision decision() {
        return new Decision(registration, life, since, state.outcome(), wish, until);
    }
}
