package org.clarion.actions.store;

import java.util.Locale;
import org.springframework.validation.Errors;

/** What an action of any kind does not let happen. */
public final class ActionRefusal extends RuntimeException {

    public enum Reason {
        UNKNOWN,
        SLUG_TAKEN,
        CLOSES_TOO_EARLY,
        NOT_EDITABLE,
        NOT_IN_THAT_STATE,
        CHANGED_MEANWHILE;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public ActionRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** As something to mend in a form with {@code slug} and {@code closesAt}; thrown on where no form can help. */
    public void note(Errors errors) {
        var words = "action.refused." + reason.slug();
        switch (reason) {
            case SLUG_TAKEN -> errors.rejectValue("slug", words);
            case CLOSES_TOO_EARLY -> errors.rejectValue("closesAt", words);
            case NOT_EDITABLE, NOT_IN_THAT_STATE, CHANGED_MEANWHILE -> errors.reject(words);
            case UNKNOWN -> throw this;
        }
    }
}
