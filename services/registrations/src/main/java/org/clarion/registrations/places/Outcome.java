package org.clarion.registrations.places;

/** What has become of a party's claim to places. */
public enum Outcome {
    HELD,
    QUEUED,
    GIVEN,
    WAITING,
    OFFERED,
    /** The address was not confirmed in time; the places are free again, and the party may still ask. */
    RELEASED,
    /** The party does not want to come any more. */
    CANCELLED,
    /** The owner of the address never asked. */
    DISOWNED,
    /** Staff have decided against it. */
    DECLINED,
    /** An offer was not taken up in time. */
    LAPSED,
    /** Everything that the party waited for has begun. */
    OVER,
    /** The gathering does not take place. */
    CALLED_OFF,
    /** Guests without a registration for whom there was no room at the door, or who were let in by mistake. */
    TURNED_AWAY,
    /** Long after the places were released, the address is still not confirmed. */
    EXPIRED;

    /** Whether the party has a claim still. */
    public boolean isLive() {
        return this == HELD || this == QUEUED || this == GIVEN || this == WAITING || this == OFFERED;
    }
}
