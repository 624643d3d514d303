package org.clarion.registrations.gathering;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place that people go to.
 *
 * @param gettingThere how to get there, for everybody to read
 * @param meetingPoint where to meet, for those alone who have a place
 */
public record Venue(
        String name,
        String address,
        @Nullable String gettingThere,
        @Nullable String meetingPoint) {

    /** Whether people go to the same door, however they are told to find it; null is no place at all. */
    static boolean isSamePlace(@Nullable Venue one, @Nullable Venue other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : one.name.equals(other.name) && one.address.equals(other.address);
    }
}
