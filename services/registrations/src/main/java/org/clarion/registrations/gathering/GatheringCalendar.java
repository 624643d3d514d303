package org.clarion.registrations.gathering;

import java.time.Clock;
import org.clarion.actions.store.ActionStore;
import org.clarion.messaging.outbox.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says that a gathering is past when its time has come. Registration ends as actions of every kind close. */
@Component
class GatheringCalendar {

    private final Sweep ending = new Sweep("gatherings that had come to their end");
    private final Gatherings gatherings;
    private final Clock clock;

    GatheringCalendar(Gatherings gatherings, Clock clock) {
        this.gatherings = gatherings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.gatherings.end-every:10s}", initialDelayString = "5s")
    void endInTime() {
        ending.run(ActionStore.MOST_AT_ONCE, () -> {
            var now = clock.instant();
            return ending.over(
                    gatherings.dueToEnd(now), id -> gatherings.change(id, gathering -> gathering.endInTime(now)));
        });
    }
}
