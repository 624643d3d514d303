package org.clarion.petitions.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.clarion.messaging.listening.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes signatures that nobody confirmed in time. First the end is published, without anything that leads to a person;
 * once that has been sent, the document goes.
 */
@Component
class UnconfirmedSweep {

    private static final Logger log = LoggerFactory.getLogger(UnconfirmedSweep.class);

    /**
     * What one look has done.
     *
     * @param ended whose end is published now
     * @param deleted gone for good, ended in this look or an earlier one
     * @param failed left for the next look
     */
    record Outcome(int ended, long deleted, int failed) {}

    private final Signatures signatures;
    private final SignatureSettings settings;
    private final Clock clock;

    UnconfirmedSweep(Signatures signatures, SignatureSettings settings, Clock clock) {
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${petitions.signatures.expire-every:1h}", initialDelayString = "1m")
    void sweepAndSay() {
        try {
            Outcome outcome;
            do {
                outcome = sweep();
                if (!outcome.equals(new Outcome(0, 0, 0))) {
                    log.info(
                            "Unconfirmed signatures: {} ended, {} deleted, {} failed and left for the next look",
                            outcome.ended(),
                            outcome.deleted(),
                            outcome.failed());
                }
            } while (outcome.ended() == settings.expireAtOnce());
        } catch (DataAccessException e) {
            log.warn("Unconfirmed signatures could not be looked for, the next look may succeed: {}", e.toString());
        }
    }

    Outcome sweep() {
        var now = clock.instant();
        var deleted = signatures.delete(signatures.expired(settings.expireAtOnce()));
        int ended = 0;
        int failed = 0;
        for (var id : signatures.dueToExpire(now, settings.expireAtOnce())) {
            if (end(id, now)) {
                ended++;
            } else {
                failed++;
            }
        }
        return new Outcome(ended, deleted, failed);
    }

    private boolean end(UUID id, Instant now) {
        try {
            signatures.change(id, signature -> signature.expire(now));
            return true;
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e; // the store is away, for every other one too
            }
            // Without the message: it may quote what is in the document.
            log.warn(
                    "The unconfirmed signature {} could not be ended: {}",
                    id,
                    e.getClass().getName());
            return false;
        }
    }
}
