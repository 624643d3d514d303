package org.clarion.petitions.signature;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;

/** What a signature, or a link to one, does not let happen. */
class SignatureRefusal extends Refusal {

    enum Reason implements WireNamed {
        UNKNOWN_PETITION,
        PETITION_NOT_OPEN_YET,
        PETITION_CLOSED,
        UNKNOWN_LINK,
        EXPIRED_LINK,
        NOT_CONFIRMED,
        NOT_IN_THAT_STATE
    }

    private final Reason reason;

    SignatureRefusal(Reason reason) {
        super("signatures", reason, status(reason));
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason) {
            case UNKNOWN_PETITION -> HttpStatus.NOT_FOUND;
            case UNKNOWN_LINK, EXPIRED_LINK -> HttpStatus.GONE;
            case PETITION_NOT_OPEN_YET, PETITION_CLOSED, NOT_CONFIRMED, NOT_IN_THAT_STATE -> HttpStatus.CONFLICT;
        };
    }
}
