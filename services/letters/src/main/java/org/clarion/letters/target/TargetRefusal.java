package org.clarion.letters.target;

import java.util.Locale;

/** What target lists do not let happen. */
class TargetRefusal extends RuntimeException {

    enum Reason {
        UNKNOWN,
        CHANGED_MEANWHILE,
        ALREADY_ON_LIST,
        LIST_FULL;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    TargetRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
