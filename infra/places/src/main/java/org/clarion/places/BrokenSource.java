package org.clarion.places;

/** A file that cannot be imported; the message names the line and says what is wrong with it. */
public final class BrokenSource extends RuntimeException {

    private final long line;

    BrokenSource(long line, String what) {
        super("line " + line + ": " + what);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
