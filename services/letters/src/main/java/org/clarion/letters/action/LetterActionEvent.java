package org.clarion.letters.action;

import org.clarion.messaging.outbox.Event;

/** What can happen to a letter action. Schema: {@code contracts/letter-action.v1}. */
public sealed interface LetterActionEvent extends Event {
    record LetterActionDrafted() implements LetterActionEvent {}

    record LetterActionEdited() implements LetterActionEvent {}

    record LetterActionOpened() implements LetterActionEvent {}

    record LetterActionPaused() implements LetterActionEvent {}

    record LetterActionResumed() implements LetterActionEvent {}

    record LetterActionClosed() implements LetterActionEvent {}

    record LetterActionArchived() implements LetterActionEvent {}

    record LetterActionTestSwitched() implements LetterActionEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case LetterActionDrafted d -> "letter-action.drafted.v1";
            case LetterActionEdited e -> "letter-action.edited.v1";
            case LetterActionOpened o -> "letter-action.opened.v1";
            case LetterActionPaused p -> "letter-action.paused.v1";
            case LetterActionResumed r -> "letter-action.resumed.v1";
            case LetterActionClosed c -> "letter-action.closed.v1";
            case LetterActionArchived a -> "letter-action.archived.v1";
            case LetterActionTestSwitched t -> "letter-action.test-switched.v1";
        };
    }
}
