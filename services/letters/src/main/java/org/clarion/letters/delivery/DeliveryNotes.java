package org.clarion.letters.delivery;

import java.time.Clock;
import org.clarion.letters.letter.Letters;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What has been sent and has not come back for days counts as delivered. */
@Component
class DeliveryNotes {

    private final Sweep sweep = new Sweep("letters to be noted as delivered");
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
        sweep.run(settings.atOnce(), this::note);
    }

    Outcome note() {
        var now = clock.instant();
        return sweep.over(
                letters.sentUntil(now.minus(settings.deliveredAfter()), settings.atOnce()),
                id -> letters.change(id, letter -> letter.delivered(now)));
    }
}
