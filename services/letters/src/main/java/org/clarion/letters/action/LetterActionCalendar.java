package org.clarion.letters.action;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes actions when their time has come. Writing ends at that time anyway; this tells everybody else. */
@Component
class LetterActionCalendar {

    private static final Logger log = LoggerFactory.getLogger(LetterActionCalendar.class);

    private final LetterActions actions;
    private final Clock clock;

    LetterActionCalendar(LetterActions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${letters.actions.close-every:10s}", initialDelayString = "5s")
    void closeInTime() {
        var now = clock.instant();
        try {
            for (var due : actions.dueToClose(now)) {
                actions.change(due.id(), action -> action.closeInTime(now));
                log.info("Letter action {} has closed: its time had come", due.id());
            }
        } catch (DataAccessException e) {
            log.warn("Letter actions could not be closed in time, the next try may succeed: {}", e.toString());
        }
    }
}
