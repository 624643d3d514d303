package org.clarion.letters.representative;

/** A source of members that could not be asked, or did not answer as it should; nothing was changed. */
class SourceTrouble extends RuntimeException {

    SourceTrouble(String message) {
        super(message);
    }

    SourceTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
