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
 */
public record Decision(
        UUID registration,
        int life,
        long version,
        Outcome outcome,
        Wish wish,
        @Nullable Instant until) {}
