package org.clarion.notifications.sending;

import java.util.regex.Pattern;

/**
 * Names and subjects as they may stand in a header: one line of visible text. Line ends of every script are spaces, what
 * turns the text around is gone, and nothing is left that a mail program would decode into something else. What is not
 * ASCII is encoded later, all of it: no character can lose its upper byte on the way and turn into a line end.
 */
final class HeaderText {

    private static final Pattern BETWEEN = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cs}\\p{Co}\\p{Cn}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private HeaderText() {}

    /** @param longest in characters; what is longer is cut off */
    static String of(String given, int longest) {
        var visible = UNFIT.matcher(BETWEEN.matcher(given).replaceAll(" ")).replaceAll("");
        var plain = visible.replace("=?", "= ?").strip(); // no encoded word (RFC 2047) but our own
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest)).strip();
    }
}
