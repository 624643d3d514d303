package org.clarion.registrations.registration;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Six symbols that nobody mistakes for one another: no 0 and O, no 1, I and L, no 5 and S, no 8 and B, no U and V. */
final class TicketCode {

    static final String SYMBOLS = "234679ACDEFGHJKMNPQRTWXYZ";
    private static final int LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("[" + SYMBOLS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TicketCode() {}

    static String next() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        return code.toString();
    }

    /** What somebody typed or read out, with whatever they put between the symbols. */
    static Optional<String> read(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
