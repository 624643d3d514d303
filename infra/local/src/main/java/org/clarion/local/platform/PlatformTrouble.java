package org.clarion.local.platform;

/** What a person at the command line can mend; the message says how. */
public final class PlatformTrouble extends RuntimeException {

    public PlatformTrouble(String message) {
        super(message);
    }

    public PlatformTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
