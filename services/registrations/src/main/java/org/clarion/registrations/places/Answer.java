package org.clarion.registrations.places;

import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param decision how things stand for the registration; null where there is nothing
 */
public record Answer(Verdict verdict, @Nullable Decision decision) {

    public enum Verdict {
        DONE,
        /** It was done before. */
        ALREADY,
        /** There are not enough places, or somebody waits for them. */
        NO_ROOM,
        /** There is a place: nobody need wait for one. */
        NOT_FULL,
        /** What was to be changed, ended or taken up is not there any more. */
        GONE,
        /** It has begun. */
        TOO_LATE
    }
}
