package org.clarion.registrations.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.registrations.registration.Mailing;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends messages whose minutes are over, to some people at a time. Each registration remembers itself what was sent to it,
 * so that nobody gets a message twice, whoever ends in the middle and however many instances look.
 */
@Component
class MessageSweep {

    private final Sweep sweep = new Sweep("people to whom staff write");
    private final Messages messages;
    private final Mailing mailing;
    private final MessageSettings settings;
    private final Clock clock;

    MessageSweep(Messages messages, Mailing mailing, MessageSettings settings, Clock clock) {
        this.messages = messages;
        this.mailing = mailing;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.messages.every:5s}", initialDelayString = "5s")
    void sweepAndSay() {
        sweep.run(settings.atOnce(), () -> sweep(clock.instant()));
    }

    Sweep.Outcome sweep(Instant now) {
        var all = Sweep.Outcome.NOTHING;
        for (var due : messages.due(now)) {
            var message = messages.change(due, current -> current.leave(now));
            if (message.stage() != Message.Stage.SENDING) {
                continue; // stopped at the last moment
            }
            var id = message.id();
            var people = mailing.toBeWritten(
                    message.gathering(),
                    message.group(),
                    id,
                    Objects.requireNonNull(message.leavesAt()),
                    settings.atOnce());
            if (people.isEmpty()) {
                var sent = mailing.written(message.gathering(), id);
                messages.change(message, current -> current.finish(sent));
            }
            all = all.and(sweep.over(people, person -> mailing.write(person, message.group(), id)));
        }
        return all;
    }
}
