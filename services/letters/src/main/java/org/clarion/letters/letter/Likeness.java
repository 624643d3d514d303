package org.clarion.letters.letter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.clarion.servicedefaults.WireNamed;

/**
 * How alike a letter is to the text it began as: the share of its runs of three words that stand in that text too. The
 * script {@code likeness.js} reckons the same.
 *
 * @param percent 0 to 100
 */
record Likeness(int percent) {

    /** What to say about it. Advice only: some people cannot write freely, and their letters count as much. */
    enum Advice implements WireNamed {
        OWN,
        MIXED,
        ALIKE
    }

    private static final int RUN = 3;
    private static final int MIXED_FROM = 40;
    private static final int ALIKE_FROM = 85;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern WITHIN_WORDS = Pattern.compile("['’]");

    static Likeness of(String template, String text) {
        var own = runs(text);
        var given = runs(template);
        if (own.isEmpty() || given.isEmpty()) {
            return new Likeness(0);
        }
        var shared = own.stream().filter(given::contains).count();
        return new Likeness((int) Math.round(100.0 * shared / own.size()));
    }

    Advice advice() {
        if (percent >= ALIKE_FROM) {
            return Advice.ALIKE;
        }
        return percent >= MIXED_FROM ? Advice.MIXED : Advice.OWN;
    }

    /** A text of fewer words is one run. */
    private static Set<String> runs(String text) {
        var words = words(text);
        var runs = new HashSet<String>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        if (runs.isEmpty() && !words.isEmpty()) {
            runs.add(String.join(" ", words));
        }
        return runs;
    }

    private static List<String> words(String text) {
        var plain = WITHIN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        var words = new ArrayList<String>();
        BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }
}
