package org.clarion.registrations.picture;

import java.time.Clock;
import java.time.Duration;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.registrations.gathering.Gatherings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes pictures that no gathering shows any more. */
@Component
class PictureSweep {

    /** Long enough for whoever has just uploaded one, and not yet saved where it is shown. */
    private static final Duration UNSHOWN = Duration.ofDays(1);

    private final Sweep sweep = new Sweep("pictures that nothing shows");
    private final Pictures pictures;
    private final Gatherings gatherings;
    private final Clock clock;

    PictureSweep(Pictures pictures, Gatherings gatherings, Clock clock) {
        this.pictures = pictures;
        this.gatherings = gatherings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.pictures.sweep-every:24h}", initialDelayString = "10m")
    void sweepAndSay() {
        sweep.run(Integer.MAX_VALUE, this::sweep);
    }

    Sweep.Outcome sweep() {
        var before = clock.instant().minus(UNSHOWN);
        return new Sweep.Outcome(0, pictures.deleteUnlessShown(gatherings.pictures(), before), 0);
    }
}
