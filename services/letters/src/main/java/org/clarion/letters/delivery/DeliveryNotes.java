package org.clarion.letters.delivery;

import java.time.Clock;
import org.clarion.letters.letter.Letters;
import org.clarion.messaging.listening.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What has been sent and has not come back for days counts as delivered. */
@Component
class DeliveryNotes {

    private static final Logger log = LoggerFactory.getLogger(DeliveryNotes.class);

    /** @param failed left for the next look */
    record Outcome(int delivered, int failed) {}

    private final Letters letters;
    private final DeliverySettings settings;
    private final Clock clock;

    DeliveryNotes(Letters letters, DeliverySettings settings, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${letters.delivery.note-every:1m}", initialDelayString = "20s")
    void noteAndSay() {
        try {
            Outcome outcome;
            do {
                outcome = note();
                if (!outcome.equals(new Outcome(0, 0))) {
                    log.info("{} letters count as delivered, {} failed", outcome.delivered(), outcome.failed());
                }
            } while (outcome.delivered() > 0);
        } catch (DataAccessException e) {
            log.warn("Letters could not be noted as delivered, the next look may succeed: {}", e.toString());
        }
    }

    Outcome note() {
        var now = clock.instant();
        int delivered = 0;
        int failed = 0;
        for (var id : letters.sentUntil(now.minus(settings.deliveredAfter()), settings.atOnce())) {
            try {
                letters.change(id, letter -> letter.delivered(now));
                delivered++;
            } catch (RuntimeException e) {
                if (Failures.isTransient(e)) {
                    throw e; // the store is away, for every other one too
                }
                log.warn(
                        "The letter {} could not be noted as delivered: {}",
                        id,
                        e.getClass().getName());
                failed++;
            }
        }
        return new Outcome(delivered, failed);
    }
}
