package org.clarion.registrations.registration;

import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.clarion.registrations.gathering.Gatherings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks once more for registrations that were kept and about which nothing was decided, because somebody ended in the middle;
 * and ends applications to what is cancelled, about which nobody decides any more.
 */
@Component
class UndecidedSweep {

    private static final int AT_ONCE = 1000;

    private final Sweep sweep = new Sweep("undecided registrations");
    private final Registrations registrations;
    private final Gatherings gatherings;
    private final RegisteringDesk desk;
    private final Applications applications;
    private final RegistrationSettings settings;
    private final Clock clock;

    UndecidedSweep(
            Registrations registrations,
            Gatherings gatherings,
            RegisteringDesk desk,
            Applications applications,
            RegistrationSettings settings,
            Clock clock) {
        this.registrations = registrations;
        this.gatherings = gatherings;
        this.desk = desk;
        this.applications = applications;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.notices.every:20s}", initialDelayString = "10s")
    void callOffAndSay() {
        sweep.run(Integer.MAX_VALUE, this::callOff);
    }

    Outcome callOff() {
        var waiting = gatherings.calledOff(clock.instant()).stream()
                .flatMap(gathering -> registrations.toDecide(gathering.id(), AT_ONCE).stream())
                .collect(Collectors.toMap(Registration::id, Function.identity()));
        return sweep.over(waiting.keySet(), id -> applications.callOff(waiting.get(id)));
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
