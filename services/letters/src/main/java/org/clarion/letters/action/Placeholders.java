package org.clarion.letters.action;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in braces to be filled in. */
final class Placeholders {

    private static final int LONGEST_SHOWN = 40;

    // A whole placeholder, or a brace that opens or closes none.
    private static final Pattern BRACES = Pattern.compile("\\{[^{}\\n]*}|[{}]");

    private Placeholders() {}

    /** The first thing in braces that is not among those allowed. */
    static Optional<String> strangeIn(String text, String... allowed) {
        var known = Set.of(allowed);
        return BRACES.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(found -> !known.contains(found))
                .map(found -> found.length() <= LONGEST_SHOWN ? found : found.substring(0, LONGEST_SHOWN) + "…")
                .findFirst();
    }
}
