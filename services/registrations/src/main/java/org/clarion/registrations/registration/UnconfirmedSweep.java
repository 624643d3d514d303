package org.clarion.registrations.registration;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Request.End;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes registrations that nobody confirmed in time. First the end is decided, as every end is, so that a confirmation at the
 * last moment and the end do not both count; then it is published, without anything that leads to a person; once that has
 * been sent, the document goes.
 */
@Component
class UnconfirmedSweep {

    private final Sweep sweep = new Sweep("unconfirmed registrations");
    private final Registrations registrations;
    private final PlacesDesk places;
    private final RegistrationSettings settings;
    private final Clock clock;

    UnconfirmedSweep(Registrations registrations, PlacesDesk places, RegistrationSettings settings, Clock clock) {
        this.registrations = registrations;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.registrations.expire-every:1h}", initialDelayString = "1m")
    void sweepAndSay() {
        sweep.run(settings.expireAtOnce(), this::sweep);
    }

    Sweep.Outcome sweep() {
        var now = clock.instant();
        var deleted = registrations.delete(registrations.expired(settings.expireAtOnce()));
        return sweep.over(
                        registrations.dueToExpire(now, settings.expireAtOnce()),
                        id -> registrations.find(id).ifPresent(this::expire))
                .and(deleted);
    }

    private void expire(Registration registration) {
        if (registration.status().isOver()) {
            registrations.change(registration, current -> current.expire(clock.instant()));
        } else {
            places.askAndWait(
                    registration.gathering(),
                    new End(
                            registration.id(),
                            registration.seat().life(),
                            registration.seat().wish(),
                            Outcome.EXPIRED));
        }
    }
}
