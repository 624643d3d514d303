package org.clarion.notifications.mail;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes mails some time after they came to their end, and says so. */
@Component
class MailRetention {

    private static final Logger log = LoggerFactory.getLogger(MailRetention.class);
    private static final int AT_ONCE = 1_000;

    private final Mails mails;
    private final MailSettings settings;
    private final Clock clock;

    MailRetention(Mails mails, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void clean() {
        try {
            deleteOld();
        } catch (DataAccessException e) {
            log.warn(
                    "Old mails could not be deleted this time: {}", e.getClass().getSimpleName());
        }
    }

    long deleteOld() {
        var then = clock.instant().minus(settings.keepFinished());
        long all = 0;
        for (var some = mails.deleteFinishedBefore(then, AT_ONCE); some > 0; ) {
            all += some;
            some = mails.deleteFinishedBefore(then, AT_ONCE);
        }
        if (all > 0) {
            log.info("Deleted {} mails that were finished before {}", all, then);
        }
        return all;
    }
}
