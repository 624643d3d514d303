package org.clarion.petitions.signature;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes signatures that nobody confirmed in time, and forgets whose were taken back. First the end is published, without
 * anything that leads to a person; once that has been sent, the document of what was never confirmed goes.
 */
@Component
class ExpirySweep {

    private final Sweep sweep = new Sweep("signatures that were not confirmed, or taken back");
    private final Signatures signatures;
    private final SignatureSettings settings;
    private final Clock clock;

    ExpirySweep(Signatures signatures, SignatureSettings settings, Clock clock) {
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${petitions.signatures.expire-every:1h}", initialDelayString = "1m")
    void sweepAndSay() {
        sweep.run(settings.expireAtOnce(), this::sweep);
    }

    Outcome sweep() {
        var now = clock.instant();
        var deleted = signatures.delete(signatures.expired(settings.expireAtOnce()));
        return sweep.over(
                        signatures.dueToExpire(now, settings.expireAtOnce()),
                        id -> signatures.change(id, signature -> signature.expire(settings.keptWithdrawn(), now)))
                .and(deleted);
    }
}
