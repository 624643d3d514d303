package org.clarion.notifications.template;

import java.util.regex.Pattern;

/** What owners give, made fit for a mail: no control characters, nothing that turns the text around it. */
final class CleanValue {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");

    private CleanValue() {}

    /** One line; a whole number as a number, so that words can depend on it: 36 hours, but 7 days. */
    static Object numberOrText(String given) {
        return NUMBER.matcher(given).matches() ? Long.valueOf(given) : line(given);
    }

    /** Keeps line ends. */
    static String of(String given) {
        return UNFIT.matcher(LINE_END.matcher(given).replaceAll("\n")).replaceAll("");
    }

    /** One line, as a header or a name must be. */
    static String line(String given) {
        return UNFIT.matcher(SPACES.matcher(given).replaceAll(" "))
                .replaceAll("")
                .strip();
    }
}
