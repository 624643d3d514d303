package org.clarion.registrations.registration;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets which requests of clients were answered, once nobody repeats them any more. */
@Component
class RequestSweep {

    private final Sweep sweep = new Sweep("requests to forget");
    private final Registrations registrations;
    private final RegistrationSettings settings;
    private final Clock clock;

    RequestSweep(Registrations registrations, RegistrationSettings settings, Clock clock) {
        this.registrations = registrations;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.registrations.expire-every:1h}", initialDelayString = "2m")
    void sweepAndSay() {
        sweep.run(settings.expireAtOnce(), this::sweep);
    }

    Outcome sweep() {
        var until = clock.instant().minus(settings.requestsKept());
        return sweep.over(
                registrations.rememberingRequests(until, settings.expireAtOnce()),
                id -> registrations.change(id, registration -> registration.forgetRequests(until)));
    }
}
