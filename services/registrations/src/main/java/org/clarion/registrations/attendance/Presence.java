package org.clarion.registrations.attendance;

import java.time.Instant;
import org.clarion.registrations.gathering.Session;
import org.clarion.servicedefaults.WireNamed;

/** Whether a party with a place came to a session. It follows from who was seen and what time it is: nobody has to note an absence. */
enum Presence implements WireNamed {
    EXPECTED,
    ATTENDED,
    ABSENT;

    static Presence of(Attendee attendee, Session session, Instant now) {
        if (attendee.here(session.number()) > 0) {
            return ATTENDED;
        }
        return now.isBefore(session.endsAt()) ? EXPECTED : ABSENT;
    }

    /** How a page marks it. */
    public String kind() {
        return switch (this) {
            case EXPECTED -> "";
            case ATTENDED -> "good";
            case ABSENT -> "warning";
        };
    }
}
