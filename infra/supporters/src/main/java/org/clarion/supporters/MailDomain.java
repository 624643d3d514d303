package org.clarion.supporters;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of a mail domain, international or not. */
final class MailDomain {

    private static final int MAX_LENGTH = 253;
    private static final Pattern ASCII =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{1,62}[a-z0-9]");
    // java.net.IDN speaks IDNA 2003, which turns these into other letters, and so into somebody else's domain.
    private static final Pattern MAPPED_TO_ANOTHER_DOMAIN = Pattern.compile("[ßẞς\u200c\u200d]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}]");

    private MailDomain() {}

    static Optional<String> ascii(String domain) {
        if (domain.length() > MAX_LENGTH
                || MAPPED_TO_ANOTHER_DOMAIN.matcher(domain).find()
                || INVISIBLE.matcher(domain).find()) {
            return Optional.empty();
        }
        return toAscii(domain)
                .filter(ascii -> ascii.length() <= MAX_LENGTH)
                .filter(ascii -> ASCII.matcher(ascii).matches());
    }

    private static Optional<String> toAscii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
