package org.clarion.actions.store;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.springframework.scheduling.annotation.Scheduled;

/** Closes actions when their time has come. Taking part ends at that time anyway; this tells everybody else. */
class ActionCalendar {

    private final Sweep sweep = new Sweep("actions whose time had come to close");
    private final ActionStores stores;
    private final Clock clock;

    ActionCalendar(ActionStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${clarion.actions.close-every:10s}", initialDelayString = "5s")
    void closeInTime() {
        stores.all().forEach(this::closeInTime);
    }

    private void closeInTime(ActionStore<?> store) {
        sweep.run(ActionStore.MOST_AT_ONCE, () -> {
            var now = clock.instant();
            return sweep.over(store.dueToClose(now), id -> store.closeInTime(id, now));
        });
    }
}
