package org.clarion.letters.action;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.outbox.Change;
import org.clarion.servicedefaults.Ids;
import org.springframework.stereotype.Component;

/** Where campaigners write, open, pause and close letter actions. */
@Component
class LetterActionDesk {

    /** A step in an action's life that a member of staff takes. */
    @FunctionalInterface
    interface Step {
        Change<LetterAction, LetterActionEvent> take(LetterAction action, String by, Instant now);
    }

    private final LetterActions actions;
    private final Clock clock;

    LetterActionDesk(LetterActions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    LetterAction draft(Outline outline, String by) {
        return actions.add(LetterAction.draft(Ids.next(), outline, by, clock.instant()));
    }

    /** @param seen as in {@link LetterActions#change(UUID, long, java.util.function.Function)} */
    LetterAction edit(UUID id, long seen, Outline outline, String by) {
        return actions.change(id, seen, action -> action.edit(outline, by, clock.instant()));
    }

    /** @param seen as in {@link #edit} */
    LetterAction put(UUID id, long seen, Variant variant, String by) {
        return actions.change(id, seen, action -> action.put(variant, by, clock.instant()));
    }

    LetterAction take(Step step, UUID id, String by) {
        return actions.change(id, action -> Optional.of(step.take(action, by, clock.instant())));
    }

    LetterAction tryOut(UUID id, boolean on, String by) {
        return actions.change(id, action -> action.tryOut(on, by, clock.instant()));
    }
}
