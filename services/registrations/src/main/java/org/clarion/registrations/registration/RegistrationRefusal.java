package org.clarion.registrations.registration;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;

/** What a registration does not let happen. */
public class RegistrationRefusal extends Refusal {

    public enum Reason implements WireNamed {
        UNKNOWN_GATHERING,
        NOT_OPEN_YET,
        CLOSED,
        GATHERING_CANCELLED,
        GATHERING_PAST,
        INVITATION_USED,
        UNKNOWN_LINK,
        EXPIRED_LINK,
        NO_ROOM,
        OFFER_GONE,
        HAS_BEGUN,
        NOT_IN_THAT_STATE
    }

    private final Reason reason;

    public RegistrationRefusal(Reason reason) {
        super("registrations", reason, status(reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason) {
            case UNKNOWN_GATHERING -> HttpStatus.NOT_FOUND;
            case UNKNOWN_LINK, EXPIRED_LINK -> HttpStatus.GONE;
            case NOT_OPEN_YET,
                    CLOSED,
                    GATHERING_CANCELLED,
                    GATHERING_PAST,
                    INVITATION_USED,
                    NO_ROOM,
                    OFFER_GONE,
                    HAS_BEGUN,
                    NOT_IN_THAT_STATE -> HttpStatus.CONFLICT;
        };
    }
}
