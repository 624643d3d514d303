package org.clarion.letters.letter;

import org.clarion.messaging.outbox.Event;

/** What can happen to a letter. Schema: {@code contracts/letter.v1}. */
public sealed interface LetterEvent extends Event {
    record LetterRecorded() implements LetterEvent {}

    record LetterAmended() implements LetterEvent {}

    record LetterConfirmed() implements LetterEvent {}

    record LetterHeld() implements LetterEvent {}

    record LetterReleased() implements LetterEvent {}

    record LetterRedirected() implements LetterEvent {}

    record LetterSent() implements LetterEvent {}

    record LetterDelivered() implements LetterEvent {}

    record LetterBounced() implements LetterEvent {}

    record LetterDoubted() implements LetterEvent {}

    record LetterAsked() implements LetterEvent {}

    record LetterAnswered() implements LetterEvent {}

    record LetterConsentChanged() implements LetterEvent {}

    record LetterWithdrawn() implements LetterEvent {}

    record LetterCancelled() implements LetterEvent {}

    record LetterInvalidated() implements LetterEvent {}

    record LetterExpired() implements LetterEvent {}

    record LetterForgotten() implements LetterEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case LetterRecorded r -> "letter.recorded.v1";
            case LetterAmended a -> "letter.amended.v1";
            case LetterConfirmed c -> "letter.confirmed.v1";
            case LetterHeld h -> "letter.held.v1";
            case LetterReleased r -> "letter.released.v1";
            case LetterRedirected r -> "letter.redirected.v1";
            case LetterSent s -> "letter.sent.v1";
            case LetterDelivered d -> "letter.delivered.v1";
            case LetterBounced b -> "letter.bounced.v1";
            case LetterDoubted d -> "letter.doubted.v1";
            case LetterAsked a -> "letter.asked.v1";
            case LetterAnswered a -> "letter.answered.v1";
            case LetterConsentChanged c -> "letter.consent-changed.v1";
            case LetterWithdrawn w -> "letter.withdrawn.v1";
            case LetterCancelled c -> "letter.cancelled.v1";
            case LetterInvalidated i -> "letter.invalidated.v1";
            case LetterExpired e -> "letter.expired.v1";
            case LetterForgotten f -> "letter.forgotten.v1";
        };
    }
}
