package org.clarion.petitions.petition;

import java.time.Clock;
import org.clarion.actions.store.ActionStore;
import org.clarion.messaging.outbox.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes petitions when their time has come. Signing ends at that time anyway; this tells everybody else. */
@Component
class PetitionCalendar {

    private final Sweep sweep = new Sweep("petitions whose time had come to close");
    private final Petitions petitions;
    private final Clock clock;

    PetitionCalendar(Petitions petitions, Clock clock) {
        this.petitions = petitions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${petitions.petitions.close-every:10s}", initialDelayString = "5s")
    void closeInTime() {
        sweep.run(ActionStore.MOST_AT_ONCE, () -> {
            var now = clock.instant();
            return sweep.over(
                    petitions.dueToClose(now), id -> petitions.change(id, petition -> petition.closeInTime(now)));
        });
    }
}
