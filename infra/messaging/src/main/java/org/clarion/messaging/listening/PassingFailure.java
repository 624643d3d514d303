package org.clarion.messaging.listening;

import org.jspecify.annotations.Nullable;

/** Thrown by a listener to say: not this record is bad, something that it needs is away; wait and try again. */
public class PassingFailure extends RuntimeException {

    public PassingFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
