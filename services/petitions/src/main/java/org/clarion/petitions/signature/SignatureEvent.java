package org.clarion.petitions.signature;

import org.clarion.messaging.outbox.Event;

/** What can happen to a signature. Schema: {@code contracts/signature.v1}. */
public sealed interface SignatureEvent extends Event {
    record SignatureRecorded() implements SignatureEvent {}

    record SignatureAmended() implements SignatureEvent {}

    record SignatureConfirmed() implements SignatureEvent {}

    record SignatureConsentChanged() implements SignatureEvent {}

    record SignatureWithdrawn() implements SignatureEvent {}

    record SignatureInvalidated() implements SignatureEvent {}

    record SignatureExpired() implements SignatureEvent {}

    record SignatureForgotten() implements SignatureEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case SignatureRecorded r -> "signature.recorded.v1";
            case SignatureAmended a -> "signature.amended.v1";
            case SignatureConfirmed c -> "signature.confirmed.v1";
            case SignatureConsentChanged c -> "signature.consent-changed.v1";
            case SignatureWithdrawn w -> "signature.withdrawn.v1";
            case SignatureInvalidated i -> "signature.invalidated.v1";
            case SignatureExpired e -> "signature.expired.v1";
            case SignatureForgotten f -> "signature.forgotten.v1";
        };
    }
}
