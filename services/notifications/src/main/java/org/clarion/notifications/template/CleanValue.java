package org.clarion.notifications.template;

import java.util.regex.Pattern;

/** What owners give, made fit for a mail: no control characters, nothing that turns the text around it. */
final class CleanValue {

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");

    private CleanValue() {}

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
