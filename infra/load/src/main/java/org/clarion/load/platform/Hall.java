package org.clarion.load.platform;

import java.util.List;
import java.util.UUID;

/**
 * The places at a gathering of one session, as their document has them at a moment.
 *
 * @param version rises with every decision
 * @param claims the live ones
 * @param owed decisions on the to-do list, for registrations to take
 */
public record Hall(long version, int capacity, List<Claim> claims, int owed) {

    public enum State {
        HELD,
        QUEUED,
        GIVEN,
        WAITING,
        OFFERED;

        public boolean takesPlaces() {
            return this == HELD || this == GIVEN || this == OFFERED;
        }
    }

    /**
     * @param order who came earlier has a smaller one
     * @param since the version at which it came to be as it is
     */
    public record Claim(UUID registration, State state, int heads, long order, long since) {}

    public Hall {
        claims = List.copyOf(claims);
    }

    /** In heads. */
    public int taken() {
        return claims.stream()
                .filter(claim -> claim.state().takesPlaces())
                .mapToInt(Claim::heads)
                .sum();
    }
}
