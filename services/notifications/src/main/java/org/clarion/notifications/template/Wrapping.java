package org.clarion.notifications.template;

/** Breaks long lines of a plain-text mail between words; a line with a link stays whole. */
final class Wrapping {

    private static final int WIDTH = 72;

    private Wrapping() {}

    static String of(String text) {
        var wrapped = new StringBuilder(text.length() + 16);
        for (var line : text.split("\n", -1)) {
            if (!wrapped.isEmpty()) {
                wrapped.append('\n');
            }
            if (line.length() <= WIDTH || line.contains("://")) {
                wrapped.append(line);
            } else {
                wrap(line, wrapped);
            }
        }
        return wrapped.toString();
    }

    private static void wrap(String line, StringBuilder into) {
        int column = 0;
        for (var word : line.split(" ")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                into.append('\n');
                column = 0;
            } else if (column > 0) {
                into.append(' ');
                column++;
            }
            into.append(word);
            column += word.length();
        }
    }
}
