package org.clarion.registrations.gathering;

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
        @Nullable String meetingPoint) {}
