package org.clarion.letters.representative;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows "Dear" in a letter to somebody, as far as their names tell: "Ms Vale", "Dr Vale", "Sir John", and the
 * whole name where there is no title, or where it is not certain which of the names is the surname. Nobody is given a
 * title that they do not use.
 */
public final class Salutation {

    private static final Set<String> STYLES = Set.of("the", "rt", "right", "hon", "hon.", "honourable");
    private static final Set<String> KNIGHTLY = Set.of("sir", "dame");
    private static final Set<String> NOBLE = Set.of(
            "lord", "lady", "baroness", "baron", "viscount", "viscountess", "earl", "countess", "duke", "duchess");
    private static final Set<String> PLAIN = Set.of(
            "mr", "mrs", "ms", "miss", "mx", "dr", "professor", "prof", "mr.", "mrs.", "ms.", "mx.", "dr.", "prof.");
    private static final Set<String> LETTERS_AFTER = Set.of(
            "MP", "MSP", "MS", "MLA", "KC", "QC", "PC", "CH", "OM", "GCB", "KCB", "CB", "GCMG", "KCMG", "DCMG", "CMG",
            "GBE", "KBE", "DBE", "CBE", "OBE", "MBE", "BEM", "TD", "VR", "DL", "JP", "FRS", "FBA", "PhD", "Bt");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "st", "st.", "saint",
            "mac", "mc", "ní", "nic", "ó", "ap", "ab", "ferch", "bin", "ibn", "al", "el", "ten", "ter", "zu");

    private Salutation() {}

    /** @param name as it is displayed, such as {@code Dr Ada Vale} */
    public static String of(String name) {
        return of(name, null, null);
    }

    /**
     * @param fullTitle such as {@code Rt Hon Sir John Vale MP}: tells the title where the displayed name has none
     * @param surname where a source tells it apart; else it is the last of two names
     */
    static String of(String name, @Nullable String fullTitle, @Nullable String surname) {
        var displayed = bare(name);
        var full = fullTitle == null ? displayed : bare(fullTitle);
        var words = titlesOf(displayed).isEmpty() && saysMore(full, displayed) ? full : displayed;
        var titles = titlesOf(words);
        var names = words.subList(titles.size(), words.size());
        if (names.isEmpty()) {
            return String.join(" ", words(name));
        }
        if (titles.stream().anyMatch(title -> isIn(KNIGHTLY, title))) {
            return isGivenName(names.getFirst()) && names.size() > 1
                    ? titles.getLast() + " " + names.getFirst()
                    : String.join(" ", words);
        }
        if (titles.size() != 1) {
            return String.join(" ", words);
        }
        var title = titles.getFirst();
        if (isIn(NOBLE, title)) {
            return title + " " + String.join(" ", untilOf(names));
        }
        return surnameIn(names, surname)
                .filter(any -> isIn(PLAIN, title))
                .map(known -> title + " " + known)
                .orElseGet(() -> String.join(" ", words));
    }

    private static boolean saysMore(List<String> full, List<String> displayed) {
        return full.size() > displayed.size()
                && full.subList(full.size() - displayed.size(), full.size()).equals(displayed);
    }

    private static List<String> bare(String name) {
        return withoutStyles(withoutLettersAfter(words(name)));
    }

    private static List<String> words(String name) {
        return List.of(name.strip().split("[\\s\\p{Z}]+"));
    }

    private static List<String> withoutLettersAfter(List<String> words) {
        int end = words.size();
        while (end > 1 && LETTERS_AFTER.contains(words.get(end - 1).replace(",", ""))) {
            end--;
        }
        var kept = new ArrayList<>(words.subList(0, end));
        kept.set(end - 1, kept.getLast().replaceFirst(",$", ""));
        return kept;
    }

    private static List<String> withoutStyles(List<String> words) {
        int start = 0;
        while (start < words.size() - 1 && isIn(STYLES, words.get(start))) {
            start++;
        }
        return words.subList(start, words.size());
    }

    /** Those at the front that we know; a title that we do not know is taken for a name, and then nothing is left out. */
    private static List<String> titlesOf(List<String> words) {
        int end = 0;
        while (end < words.size()
                && (isIn(PLAIN, words.get(end)) || isIn(KNIGHTLY, words.get(end)) || isIn(NOBLE, words.get(end)))) {
            end++;
        }
        return words.subList(0, end);
    }

    private static Optional<String> surnameIn(List<String> names, @Nullable String told) {
        if (told != null && !told.isBlank()) {
            var surname = String.join(" ", words(told));
            return (" " + String.join(" ", names)).endsWith(" " + surname) ? Optional.of(surname) : Optional.empty();
        }
        int start = names.size() - 1;
        while (start > 0 && isParticle(names, start - 1)) {
            start--;
        }
        var before = names.subList(0, start);
        var certain = before.stream().skip(1).noneMatch(Salutation::isGivenName);
        return certain ? Optional.of(String.join(" ", names.subList(start, names.size()))) : Optional.empty();
    }

    /** The first name is one only in small letters: "Al" and "Van" are given names too. */
    private static boolean isParticle(List<String> names, int at) {
        var word = names.get(at);
        return isIn(PARTICLES, word) && (at > 0 || Character.isLowerCase(word.codePointAt(0)));
    }

    /** More than an initial. */
    private static boolean isGivenName(String word) {
        return word.replace(".", "").codePoints().filter(Character::isLetter).count() > 1;
    }

    private static List<String> untilOf(List<String> names) {
        int of = names.indexOf("of");
        return of > 0 ? names.subList(0, of) : names;
    }

    private static boolean isIn(Set<String> words, String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }
}
