package org.clarion.letters.letter;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does what time asks for: letters that nobody confirmed come to their end and go, supporters are asked what came back,
 * texts are deleted, and at last name and address.
 */
@Component
class DueSweep {

    private final Sweep sweep = new Sweep("letters of which something is due");
    private final Letters letters;
    private final LetterSettings settings;
    private final Clock clock;

    DueSweep(Letters letters, LetterSettings settings, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${letters.letters.look-every:1h}", initialDelayString = "1m")
    void sweepAndSay() {
        sweep.run(settings.atOnce(), this::sweep);
    }

    Outcome sweep() {
        var now = clock.instant();
        var deleted = letters.delete(letters.expired(now, settings.atOnce()));
        return sweep.over(letters.due(now, settings.atOnce()), id -> letters.change(id, letter -> letter.comeDue(now)))
                .and(deleted);
    }
}
