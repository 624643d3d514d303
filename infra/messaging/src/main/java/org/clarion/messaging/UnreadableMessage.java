package org.clarion.messaging;

import org.jspecify.annotations.Nullable;

/** A record that will not become readable by waiting. */
public class UnreadableMessage extends RuntimeException {

    public UnreadableMessage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
