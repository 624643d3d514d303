package org.clarion.letters.target;

import java.util.Locale;
import org.springframework.validation.Errors;

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

    /** As something to mend in a form; thrown on where no form can help. */
    void note(Errors errors) {
        switch (reason) {
            case CHANGED_MEANWHILE, ALREADY_ON_LIST, LIST_FULL -> errors.reject("staff.list.refused." + reason.slug());
            case UNKNOWN -> throw this;
        }
    }
}
