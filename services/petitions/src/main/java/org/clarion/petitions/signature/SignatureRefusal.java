package org.clarion.petitions.signature;

import java.util.Locale;

/** What a signature, or a link to one, does not let happen. */
class SignatureRefusal extends RuntimeException {

    enum Reason {
        UNKNOWN_PETITION,
        PETITION_NOT_OPEN_YET,
        PETITION_CLOSED,
        UNKNOWN_LINK,
        EXPIRED_LINK,
        NOT_CONFIRMED,
        NOT_IN_THAT_STATE;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    SignatureRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
