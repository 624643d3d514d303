package org.clarion.registrations.gathering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a gathering that people come to.
 *
 * @param number its name within the gathering, from 1; never given twice
 * @param title null where the gathering's own says it
 * @param track what runs beside it has another; null for none
 * @param venue null for the gathering's own
 * @param joining address at which to join online; null for the gathering's own
 * @param capacity where it says nothing, the gathering's own holds
 */
public record Session(
        int number,
        @Nullable String title,
        Instant startsAt,
        Instant endsAt,
        @Nullable String track,
        @Nullable Venue venue,
        @Nullable String joining,
        Capacity capacity) {

    public boolean hasBegunAt(Instant now) {
        return !now.isBefore(startsAt);
    }

    boolean isAtTheSameTimeAndPlaceAs(Session other) {
        return startsAt.equals(other.startsAt) && endsAt.equals(other.endsAt) && Venue.isSamePlace(venue, other.venue);
    }
}
