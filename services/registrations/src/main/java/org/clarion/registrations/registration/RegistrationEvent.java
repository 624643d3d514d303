package org.clarion.registrations.registration;

import org.clarion.messaging.outbox.Event;

/** What can happen to a registration. Schema: {@code contracts/registration.v1}. */
public sealed interface RegistrationEvent extends Event {
    record RegistrationRecorded() implements RegistrationEvent {}

    record RegistrationAmended() implements RegistrationEvent {}

    record RegistrationReleased() implements RegistrationEvent {}

    record RegistrationApplied() implements RegistrationEvent {}

    record RegistrationConfirmed() implements RegistrationEvent {}

    record RegistrationQueued() implements RegistrationEvent {}

    record RegistrationOffered() implements RegistrationEvent {}

    record RegistrationChanged() implements RegistrationEvent {}

    record RegistrationCheckedIn() implements RegistrationEvent {}

    record RegistrationCheckInUndone() implements RegistrationEvent {}

    record RegistrationConsentChanged() implements RegistrationEvent {}

    record RegistrationCancelled() implements RegistrationEvent {}

    record RegistrationDeclined() implements RegistrationEvent {}

    record RegistrationInvalidated() implements RegistrationEvent {}

    record RegistrationExpired() implements RegistrationEvent {}

    record RegistrationForgotten() implements RegistrationEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case RegistrationRecorded r -> "registration.recorded.v1";
            case RegistrationAmended a -> "registration.amended.v1";
            case RegistrationReleased r -> "registration.released.v1";
            case RegistrationApplied a -> "registration.applied.v1";
            case RegistrationConfirmed c -> "registration.confirmed.v1";
            case RegistrationQueued q -> "registration.queued.v1";
            case RegistrationOffered o -> "registration.offered.v1";
            case RegistrationChanged c -> "registration.changed.v1";
            case RegistrationCheckedIn c -> "registration.checked-in.v1";
            case RegistrationCheckInUndone u -> "registration.check-in-undone.v1";
            case RegistrationConsentChanged c -> "registration.consent-changed.v1";
            case RegistrationCancelled c -> "registration.cancelled.v1";
            case RegistrationDeclined d -> "registration.declined.v1";
            case RegistrationInvalidated i -> "registration.invalidated.v1";
            case RegistrationExpired e -> "registration.expired.v1";
            case RegistrationForgotten f -> "registration.forgotten.v1";
        };
    }
}
