package org.clarion.local.status;

/** A figure that could not be had. */
public final class Unanswered extends RuntimeException {

    Unanswered(String message, Throwable cause) {
        super(message, cause);
    }
}
