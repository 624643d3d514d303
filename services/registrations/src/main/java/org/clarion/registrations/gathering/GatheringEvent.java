package org.clarion.registrations.gathering;

import org.clarion.messaging.outbox.Event;

/** What can happen to a gathering. Schema: {@code contracts/gathering.v1}. */
public sealed interface GatheringEvent extends Event {
    record GatheringDrafted() implements GatheringEvent {}

    record GatheringEdited() implements GatheringEvent {}

    record GatheringOpened() implements GatheringEvent {}

    record GatheringClosed() implements GatheringEvent {}

    record GatheringMovedOnline() implements GatheringEvent {}

    record GatheringCancelled() implements GatheringEvent {}

    record GatheringHeld() implements GatheringEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case GatheringDrafted d -> "gathering.drafted.v1";
            case GatheringEdited e -> "gathering.edited.v1";
            case GatheringOpened o -> "gathering.opened.v1";
            case GatheringClosed c -> "gathering.closed.v1";
            case GatheringMovedOnline m -> "gathering.moved-online.v1";
            case GatheringCancelled c -> "gathering.cancelled.v1";
            case GatheringHeld h -> "gathering.held.v1";
        };
    }
}
