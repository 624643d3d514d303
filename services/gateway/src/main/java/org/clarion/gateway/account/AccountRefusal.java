package org.clarion.gateway.account;

import java.util.Locale;

/** Why a change of an account is refused. */
class AccountRefusal extends RuntimeException {

    enum Reason {
        KNOWN_ALREADY,
        LAST_ADMIN;

        /** The key of the words that say it. */
        String words() {
            return "accounts.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    AccountRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
