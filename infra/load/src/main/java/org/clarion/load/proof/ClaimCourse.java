package org.clarion.load.proof;

import org.clarion.load.platform.Hall.Claim;
import org.clarion.load.platform.Hall.State;

/** What was seen of one claim. All figures but times are versions of the places, 0 for never. */
final class ClaimCourse {

    private final long firstSeenAt;
    private Claim latest;
    private long waitsSince;
    private long waitsConfirmedSince;
    private long seenWaiting;
    private boolean cameToAPlace;
    private long gotAfter;
    private long gotBy;
    private boolean ended;

    /**
     * @param at when, as {@link System#nanoTime()}
     * @param version at which it was seen
     * @param before the version that was seen before
     */
    ClaimCourse(Claim claim, long at, long version, long before) {
        firstSeenAt = at;
        latest = claim;
        cameToAPlace = claim.state() == State.HELD;
        note(claim, version, before);
    }

    void see(Claim claim, long version, long before) {
        note(claim, version, before);
        latest = claim;
    }

    private void note(Claim claim, long version, long before) {
        if (!claim.state().takesPlaces()) {
            waitsSince = waitsSince == 0 ? claim.since() : waitsSince;
            waitsConfirmedSince = claim.state() == State.WAITING ? claim.since() : 0;
            seenWaiting = version;
        } else if (gotBy == 0) {
            gotBy = claim.since();
            // What is given may have been held or offered before, between two looks.
            gotAfter = claim.state() == State.GIVEN ? before : gotBy - 1;
        }
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    Claim latest() {
        return latest;
    }

    long firstSeenAt() {
        return firstSeenAt;
    }

    /**
     * Whether it got a place while the other, who came earlier, certainly waited for one: confirmed, and for no more than this
     * one got. Whoever comes new has to go behind everybody who waits.
     */
    boolean jumped(ClaimCourse earlier) {
        if (gotBy == 0 || earlier.latest.order() >= latest.order() || earlier.seenWaiting < gotBy) {
            return false;
        }
        var since = cameToAPlace ? earlier.waitsSince : earlier.waitsConfirmedSince;
        return since != 0 && since <= gotAfter + 1 && (cameToAPlace || earlier.latest.heads() <= latest.heads());
    }
}
