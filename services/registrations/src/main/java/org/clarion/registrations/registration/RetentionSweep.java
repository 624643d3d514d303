package org.clarion.registrations.registration;

import java.time.Clock;
import java.util.Objects;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.registrations.gathering.Gatherings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets who came, what they answered and what they needed, when the time for each has come. The counts stay. */
@Component
class RetentionSweep {

    private final Sweep sweep = new Sweep("registrations of which something is to be forgotten");
    private final Registrations registrations;
    private final Gatherings gatherings;
    private final RetentionSettings settings;
    private final Clock clock;

    RetentionSweep(Registrations registrations, Gatherings gatherings, RetentionSettings settings, Clock clock) {
        this.registrations = registrations;
        this.gatherings = gatherings;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.retention.every:1h}", initialDelayString = "3m")
    void sweepAndSay() {
        sweep.run(settings.atOnce(), this::sweep);
    }

    Sweep.Outcome sweep() {
        var now = clock.instant();
        return sweep.over(
                registrations.dueToForget(now, settings.atOnce()),
                id -> registrations.find(id).ifPresent(registration -> {
                    var endsAt = Objects.requireNonNull(
                            gatherings.find(registration.gathering()).endsAt());
                    registrations.change(registration, current -> current.forget(endsAt, settings, now));
                }));
    }
}
