package org.clarion.petitions.petition;

import org.clarion.messaging.outbox.Event;

/** What can happen to a petition. Schema: {@code contracts/petition.v1}. */
public sealed interface PetitionEvent extends Event {
    record PetitionDrafted() implements PetitionEvent {}

    record PetitionEdited() implements PetitionEvent {}

    record PetitionOpened() implements PetitionEvent {}

    record PetitionClosed() implements PetitionEvent {}

    record PetitionArchived() implements PetitionEvent {}

    record PetitionGoalRaised() implements PetitionEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case PetitionDrafted d -> "petition.drafted.v1";
            case PetitionEdited e -> "petition.edited.v1";
            case PetitionOpened o -> "petition.opened.v1";
            case PetitionClosed c -> "petition.closed.v1";
            case PetitionArchived a -> "petition.archived.v1";
            case PetitionGoalRaised g -> "petition.goal-raised.v1";
        };
    }
}
