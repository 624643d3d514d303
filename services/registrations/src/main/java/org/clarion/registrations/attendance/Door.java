package org.clarion.registrations.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.clarion.pageshell.Figures;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Session;

/** Where people come in: the door of one session. */
record Door(Gathering gathering, Session session) {

    /** The one at which people arrive now: of the session that runs, else of the next, else of the last; empty where there is none. */
    static Optional<Door> now(Gathering gathering, Collection<Integer> sessions, Instant now) {
        var ours = gathering.programme().sessions().stream()
                .filter(session -> sessions.contains(session.number()))
                .toList();
        return ours.stream()
                .filter(session -> now.isBefore(session.endsAt()))
                .findFirst()
                .or(() -> ours.stream().max(Comparator.comparing(Session::endsAt)))
                .map(session -> new Door(gathering, session));
    }

    /** How long it is until it opens, or since it closed; nothing while the session runs. */
    Duration farFrom(Instant now) {
        if (now.isBefore(session.startsAt())) {
            return Duration.between(now, session.startsAt());
        }
        return now.isBefore(session.endsAt()) ? Duration.ZERO : Duration.between(session.endsAt(), now);
    }

    public int number() {
        return session.number();
    }

    /** Whoever comes in person, unless everybody takes part from elsewhere. */
    public Mode mode() {
        return gathering.setting().modes().contains(Mode.IN_PERSON) ? Mode.IN_PERSON : Mode.ONLINE;
    }

    /** Whether the session is on another day: somebody may have come on the wrong one. */
    boolean isAnotherDay(Instant now) {
        return !farFrom(now).isZero() && !day(now).equals(day(session.startsAt()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Figures.LONDON);
    }

    public String path() {
        return "/staff/registrations/" + gathering.id() + "/door/" + session.number();
    }

    public String path(Attendee attendee) {
        return path() + "/" + attendee.code();
    }
}
