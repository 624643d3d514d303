package org.clarion.letters.target;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;

/** What target lists do not let happen. */
class TargetRefusal extends Refusal {

    enum Reason implements WireNamed {
        UNKNOWN,
        CHANGED_MEANWHILE,
        ALREADY_ON_LIST,
        LIST_FULL
    }

    private final Reason reason;

    TargetRefusal(Reason reason) {
        super("targets", reason, reason == Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** As something to mend in a form; thrown on where no form can help. */
    void note(Errors errors) {
        switch (reason) {
            case CHANGED_MEANWHILE, ALREADY_ON_LIST, LIST_FULL ->
                errors.reject("staff.list.refused." + reason.wireName());
            case UNKNOWN -> throw this;
        }
    }
}
