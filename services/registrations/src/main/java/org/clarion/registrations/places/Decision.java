package org.clarion.registrations.places;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a registration, for the registration to take.
 *
 * @param version of the places; of two decisions about one registration the one with the greater version holds
 * @param wish what was decided on; for a claim that has ended, what it was for
 * @param until when it ends by itself; null for what lasts
 * @param byItself whether the gathering changed and not the party: who is told of the one need not be told of the other
 */
public record Decision(
        UUID registration,
        int life,
        long version,
        Outcome outcome,
        Wish wish,
        @Nullable Instant until,
        boolean byItself) {

    /** As the party has asked. */
    public Decision(UUID registration, int life, long version, Outcome outcome, Wish wish, @Nullable Instant until) {
        this(registration, life, version, outcome, wish, until, false);
    }

    Decision happeningByItself() {
        return new Decision(registration, life, version, outcome, wish, until, true);
    }
}
