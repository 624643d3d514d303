package org.clarion.registrations.registration;

import java.time.Instant;
import org.clarion.registrations.places.Decision;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided about the places of a registration, as far as it has taken notice.
 *
 * @param life which of its lives: who cancels and comes again begins another
 * @param version of the places whose decision it has taken; 0 for none yet
 * @param outcome null as long as nothing was decided
 * @param until when it ends by itself; null for what lasts
 * @param changes how often sessions, mode or heads have changed since the first decision: what a calendar entry counts by
 */
record Seat(
        int life,
        long version,
        @Nullable Outcome outcome,
        Wish wish,
        @Nullable Instant until,
        int changes) {

    static Seat wished(int life, Wish wish) {
        return new Seat(life, 0, null, wish, null, 0);
    }

    /** Another wish, as long as nobody has decided about the first. */
    Seat wishing(Wish other) {
        return new Seat(life, version, null, other, null, changes);
    }

    Seat nextLife(Wish wish) {
        return new Seat(life + 1, version, null, wish, null, changes + 2); // one was for the end of the last
    }

    Seat taking(Decision decision) {
        var same = outcome == null || decision.wish().equals(wish);
        return new Seat(
                life,
                decision.version(),
                decision.outcome(),
                decision.wish(),
                decision.until(),
                same ? changes : changes + 1);
    }

    boolean isLive() {
        return outcome != null && outcome.isLive();
    }
}
