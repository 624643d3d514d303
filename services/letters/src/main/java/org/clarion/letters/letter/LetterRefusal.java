package org.clarion.letters.letter;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;

/** What a letter, or a link to one, does not let happen. */
public class LetterRefusal extends Refusal {

    public enum Reason implements WireNamed {
        UNKNOWN_ACTION,
        ACTION_NOT_OPEN_YET,
        ACTION_PAUSED,
        ACTION_CLOSED,
        UNKNOWN_LINK,
        EXPIRED_LINK,
        NOT_SENT,
        ALREADY_SENT,
        NOT_IN_THAT_STATE
    }

    private final Reason reason;

    LetterRefusal(Reason reason) {
        super("letters", reason, status(reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason) {
            case UNKNOWN_ACTION -> HttpStatus.NOT_FOUND;
            case UNKNOWN_LINK, EXPIRED_LINK -> HttpStatus.GONE;
            case ACTION_NOT_OPEN_YET, ACTION_PAUSED, ACTION_CLOSED, NOT_SENT, ALREADY_SENT, NOT_IN_THAT_STATE ->
                HttpStatus.CONFLICT;
        };
    }
}
