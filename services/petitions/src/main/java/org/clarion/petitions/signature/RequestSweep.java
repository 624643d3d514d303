package org.clarion.petitions.signature;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets which requests of clients were answered, once nobody repeats them any more. */
@Component
class RequestSweep {

    private final Sweep sweep = new Sweep("requests to forget");
    private final Signatures signatures;
    private final SignatureSettings settings;
    private final Clock clock;

    RequestSweep(Signatures signatures, SignatureSettings settings, Clock clock) {
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${petitions.signatures.expire-every:1h}", initialDelayString = "2m")
    void sweepAndSay() {
        sweep.run(settings.expireAtOnce(), this::sweep);
    }

    Outcome sweep() {
        var until = clock.instant().minus(settings.requestsKept());
        return sweep.over(
                signatures.rememberingRequests(until, settings.expireAtOnce()),
                id -> signatures.change(id, signature -> signature.forgetRequests(until)));
    }
}
