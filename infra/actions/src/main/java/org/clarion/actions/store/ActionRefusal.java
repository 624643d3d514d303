package org.clarion.actions.store;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;

/** What an action of any kind does not let happen. */
public final class ActionRefusal extends Refusal {

    public enum Reason implements WireNamed {
        UNKNOWN,
        SLUG_TAKEN,
        CLOSES_TOO_EARLY,
        NOT_EDITABLE,
        NOT_IN_THAT_STATE,
        CHANGED_MEANWHILE
    }

    private final Reason reason;

    public ActionRefusal(Reason reason) {
        super("actions", reason, reason == Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** As something to mend in a form with {@code slug} and {@code closesAt}; thrown on where no form can help. */
    public void note(Errors errors) {
        var words = "action.refused." + reason.wireName();
        switch (reason) {
            case SLUG_TAKEN -> errors.rejectValue("slug", words);
            case CLOSES_TOO_EARLY -> errors.rejectValue("closesAt", words);
            case NOT_EDITABLE, NOT_IN_THAT_STATE, CHANGED_MEANWHILE -> errors.reject(words);
            case UNKNOWN -> throw this;
        }
    }
}
