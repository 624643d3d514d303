package org.clarion.letters.sheet;

import org.springframework.context.MessageSourceResolvable;

/** A table that cannot be used; says on which line and what is wrong there. */
public final class BrokenSheet extends RuntimeException implements MessageSourceResolvable {

    private static final int LONGEST_SHOWN = 60;

    private final long line;
    private final String words;
    private final Object[] shown;

    /**
     * @param line of the file, the heading being the first
     * @param words key in the messages files, after {@code sheet.}
     * @param shown what the words show, after the line
     */
    public BrokenSheet(long line, String words, Object... shown) {
        super("line " + line + ": " + words);
        this.line = line;
        this.words = words;
        this.shown = shown;
    }

    public long line() {
        return line;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"sheet." + words};
    }

    /** The line as text first, so that no language puts commas into it. */
    @Override
    public Object[] getArguments() {
        var all = new Object[shown.length + 1];
        all[0] = Long.toString(line);
        for (int i = 0; i < shown.length; i++) {
            all[i + 1] = shortened(String.valueOf(shown[i]));
        }
        return all;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
