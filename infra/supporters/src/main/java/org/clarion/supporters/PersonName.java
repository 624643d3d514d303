package org.clarion.supporters;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which somebody acts: any script, but nothing that a mail, a page or a spreadsheet would act upon. */
public record PersonName(String value) {

    /** What is wrong with a name, so that a form can say how to mend it. */
    public enum Flaw {
        MISSING,
        TOO_LONG,
        CONTROL_CHARACTERS,
        LINK,
        LEADING_SIGN
    }

    public static final int MAX_LENGTH = 100;

    // Bidirectional overrides turn the text around them; joiners are part of ordinary names and stay.
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]");
    // A spreadsheet runs what starts so as a formula, the full-width forms included.
    private static final Pattern LEADING_SIGN = Pattern.compile("^[=+\\-@＝＋－＠]");
    private static final Pattern LINK = Pattern.compile(
            "://|\\bhttps?:|\\bwww\\.|\\S@\\S|[\\p{L}\\p{N}-]{2,}\\."
                    + "(com|org|net|info|biz|co|uk|io|ai|me|tv|eu|us|ru|cn|de|fr|in|ly|gl|gg|tk|xyz|top|site|online|club|"
                    + "shop|store|link|click|live|app|dev|page|icu|vip|win|buzz|space|website)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** @throws IllegalArgumentException naming the flaw */
    public PersonName {
        var flaw = flawIn(value);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("a name with a flaw: " + flaw.get());
        }
        value = tidy(value);
    }

    public static Optional<Flaw> flawIn(@Nullable String typed) {
        if (typed == null) {
            return Optional.of(Flaw.MISSING);
        }
        if (CONTROL.matcher(typed).find()) {
            return Optional.of(Flaw.CONTROL_CHARACTERS);
        }
        var name = tidy(typed);
        if (name.codePoints().noneMatch(Character::isLetter)) {
            return Optional.of(LEADING_SIGN.matcher(name).find() ? Flaw.LEADING_SIGN : Flaw.MISSING);
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of(Flaw.TOO_LONG);
        }
        if (LEADING_SIGN.matcher(name).find()) {
            return Optional.of(Flaw.LEADING_SIGN);
        }
        return LINK.matcher(name).find() ? Optional.of(Flaw.LINK) : Optional.empty();
    }

    private static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\p{Z}+", " ")
                .strip();
    }

    /** Says nothing, so that a name cannot slip into a log. */
    @Override
    public String toString() {
        return "PersonName";
    }
}
