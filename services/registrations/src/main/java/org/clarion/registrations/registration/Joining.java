package org.clarion.registrations.registration;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.registration.Registration.Status;
import org.springframework.stereotype.Component;

/** Where those join who take part online: told to nobody without a place, and to nobody too early. */
@Component
class Joining {

    private final RegistrationSettings settings;
    private final Clock clock;

    Joining(RegistrationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The addresses of the sessions that begin soon or are on. */
    List<String> addresses(Registration registration, Gathering gathering) {
        var wish = registration.seat().wish();
        return registration.status() != Status.CONFIRMED || wish.mode() != Mode.ONLINE
                ? List.of()
                : gathering.programme().sessions().stream()
                        .filter(session -> wish.sessions().contains(session.number()) && isItsTime(session))
                        .flatMap(session -> Stream.ofNullable(gathering.joining(session)))
                        .distinct()
                        .toList();
    }

    private boolean isItsTime(Session session) {
        var now = clock.instant();
        return !now.isBefore(session.startsAt().minus(settings.joinBefore())) && now.isBefore(session.endsAt());
    }
}
