package org.clarion.petitions.petition;

import java.util.Locale;

/** What a petition does not let happen. */
public class PetitionRefusal extends RuntimeException {

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

    public PetitionRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
