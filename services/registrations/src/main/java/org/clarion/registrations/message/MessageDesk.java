package org.clarion.registrations.message;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.registrations.registration.Mailing;
import org.springframework.stereotype.Component;

/** Where staff write messages, approve and stop them. */
@Component
class MessageDesk {

    private final Messages messages;
    private final Mailing mailing;
    private final MessageSettings settings;
    private final Clock clock;

    MessageDesk(Messages messages, Mailing mailing, MessageSettings settings, Clock clock) {
        this.messages = messages;
        this.mailing = mailing;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets it leave after some minutes, or after somebody else has approved it. */
    void send(Message.Draft draft, String by) {
        var counted = mailing.count(draft.gathering(), draft.group());
        if (counted == 0) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        messages.add(Message.written(draft, by, counted, settings, clock.instant()));
    }

    void approve(UUID gathering, UUID id, String by) {
        messages.change(
                messages.find(gathering, id), message -> Optional.of(message.approve(by, settings, clock.instant())));
    }

    void stop(UUID gathering, UUID id, String by) {
        messages.change(messages.find(gathering, id), message -> Optional.of(message.stop(by, clock.instant())));
    }
}
