package org.clarion.load;

import org.jspecify.annotations.Nullable;

/** What a run cannot go on after; the message is for the person at the keyboard. */
public final class Trouble extends RuntimeException {

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
