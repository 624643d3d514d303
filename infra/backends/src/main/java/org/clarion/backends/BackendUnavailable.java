package org.clarion.backends;

/** A backend that could not be started; the message says what to do about it. */
public final class BackendUnavailable extends RuntimeException {

    public BackendUnavailable(String message) {
        super(message);
    }

    public BackendUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
