package org.clarion.letters.action;

import java.time.Clock;
import org.clarion.actions.store.ActionStore;
import org.clarion.messaging.outbox.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes actions when their time has come. Writing ends at that time anyway; this tells everybody else. */
@Component
class LetterActionCalendar {

    private final Sweep sweep = new Sweep("letter actions whose time had come to close");
    private final LetterActions actions;
    private final Clock clock;

    LetterActionCalendar(LetterActions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${letters.actions.close-every:10s}", initialDelayString = "5s")
    void closeInTime() {
        sweep.run(ActionStore.MOST_AT_ONCE, () -> {
            var now = clock.instant();
            return sweep.over(actions.dueToClose(now), id -> actions.change(id, action -> action.closeInTime(now)));
        });
    }
}
