package org.clarion.registrations.registration;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks once more for registrations that were kept and about which nothing was decided, because somebody ended in the middle. */
@Component
class UndecidedSweep {

    private static final int AT_ONCE = 1000;

    private final Sweep sweep = new Sweep("undecided registrations");
    private final Registrations registrations;
    private final RegisteringDesk desk;
    private final Applications applications;
    private final RegistrationSettings settings;
    private final Clock clock;

    UndecidedSweep(
            Registrations registrations,
            RegisteringDesk desk,
            Applications applications,
            RegistrationSettings settings,
            Clock clock) {
        this.registrations = registrations;
        this.desk = desk;
        this.applications = applications;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.registrations.sweep-every:2s}", initialDelayString = "3s")
    void sweepAndSay() {
        sweep.run(Integer.MAX_VALUE, this::sweep);
    }

    /** The answers come by and by, so one look is enough at a time. */
    Outcome sweep() {
        return sweep.over(
                registrations.undecidedSince(clock.instant().minus(settings.sweepAfter()), AT_ONCE),
                id -> registrations.find(id).ifPresent(this::askOnceMore));
    }

    private void askOnceMore(Registration registration) {
        if (registration.isRuled()) {
            applications.settle(registration);
        } else {
            desk.askForPlaces(registration);
        }
    }
}
