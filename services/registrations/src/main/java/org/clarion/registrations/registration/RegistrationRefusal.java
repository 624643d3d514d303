package org.clarion.registrations.registration;

import java.util.Locale;

/** What a registration does not let happen. */
public class RegistrationRefusal extends RuntimeException {

    public enum Reason {
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
        NOT_IN_THAT_STATE;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public RegistrationRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
