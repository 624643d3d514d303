package org.clarion.letters.action;

import java.util.Locale;

/** What a letter action does not let happen. */
public class LetterActionRefusal extends RuntimeException {

    public enum Reason {
        UNKNOWN,
        SLUG_TAKEN,
        CLOSES_TOO_EARLY,
        NOT_EDITABLE,
        NOT_IN_THAT_STATE,
        CHANGED_MEANWHILE,
        UNKNOWN_VARIANT,
        TOO_MANY_VARIANTS,
        /** Supporters are writing: letters of theirs would turn into trials under their hands. */
        TEST_WHILE_OPEN;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public LetterActionRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
