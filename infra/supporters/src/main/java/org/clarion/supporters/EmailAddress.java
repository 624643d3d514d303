package org.clarion.supporters;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail address as its owner typed it. Mail goes to {@link #deliverable()}; {@link #canonical()} tells whether two
 * spellings are one mailbox. Plain local parts only (RFC 5321 dot-strings): no quotes, comments or address literals.
 */
public record EmailAddress(String typed) {

    private static final int MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    /** @throws IllegalArgumentException when the text is not an address that mail can be sent to */
    public EmailAddress {
        typed = stripSpaces(typed);
        var at = typed.lastIndexOf('@');
        var local = typed.substring(0, Math.max(at, 0));
        if (local.length() > MAX_LOCAL || !LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
        var domain = MailDomain.ascii(typed.substring(at + 1))
                .orElseThrow(() -> new IllegalArgumentException("not a mail domain"));
        if (typed.length() > MAX_LENGTH || local.length() + 1 + domain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("address too long");
        }
    }

    /** The address, or empty when {@code typed} is none. Spaces around it are forgiven, control characters are not. */
    public static Optional<EmailAddress> parse(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(new EmailAddress(typed));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** One spelling per mailbox: lower case, ASCII domain, without tag, provider's aliases and ignored dots resolved. */
    public String canonical() {
        var provider = MailProvider.of(domain());
        return provider.mailbox(local().toLowerCase(Locale.ROOT)) + "@" + provider.domain();
    }

    /** What goes into {@code RCPT TO}: the local part as typed at the domain's ASCII form. */
    public String deliverable() {
        return local() + "@" + domain();
    }

    /** The domain in lower case ASCII. */
    public String domain() {
        return MailDomain.ascii(typed.substring(typed.lastIndexOf('@') + 1)).orElseThrow();
    }

    String local() {
        return typed.substring(0, typed.lastIndexOf('@'));
    }

    /** Shows the domain only, so that an address cannot slip into a log. */
    @Override
    public String toString() {
        return "…@" + domain();
    }

    private static String stripSpaces(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
