package org.clarion.letters.letter;

import java.util.Locale;

/** What a letter, or a link to one, does not let happen. */
public class LetterRefusal extends RuntimeException {

    public enum Reason {
        UNKNOWN_ACTION,
        ACTION_NOT_OPEN_YET,
        ACTION_PAUSED,
        ACTION_CLOSED,
        UNKNOWN_LINK,
        EXPIRED_LINK,
        NOT_SENT,
        ALREADY_SENT,
        NOT_IN_THAT_STATE;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    LetterRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
