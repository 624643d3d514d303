package org.clarion.registrations.gathering;

import java.time.Duration;
import java.time.Instant;
import org.clarion.pageshell.Figures;

/** Moves a session to the same day of the week and time of day, 52 weeks later. */
final class NextYear {

    private static final int WEEKS = 52;

    private NextYear() {}

    static Session of(Session session) {
        var start = later(session.startsAt());
        return new Session(
                session.number(),
                session.title(),
                start,
                start.plus(Duration.between(session.startsAt(), session.endsAt())),
                session.track(),
                session.venue(),
                session.joining(),
                session.capacity());
    }

    private static Instant later(Instant at) {
        return at.atZone(Figures.LONDON).plusWeeks(WEEKS).toInstant();
    }
}
