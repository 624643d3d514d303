package org.clarion.notifications.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clarion.notifications.mail.Trouble.Reason;

/** A status code as mail servers give it (RFC 3463), such as {@code 5.1.1}. */
public record EnhancedStatus(String code) {

    private static final Pattern CODE = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    public EnhancedStatus {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not an enhanced status code");
        }
    }

    public static Optional<EnhancedStatus> parse(String text) {
        return CODE.matcher(text).matches() ? Optional.of(new EnhancedStatus(text)) : Optional.empty();
    }

    /** A policy, a loop or a network trouble (5.3 to 5.7) says nothing about the address. */
    public boolean saysNoSuchAddress() {
        return code.startsWith("5.1.") || code.equals("5.2.1") || code.equals("5.0.0");
    }

    /** A full mailbox: permanent by its code, not by its nature. */
    public boolean saysMailboxFull() {
        return code.equals("5.2.2");
    }

    public boolean isSuccess() {
        return code.startsWith("2.");
    }

    /** What it means that a server gave a mail up for this reason. */
    public Reason reason() {
        if (saysNoSuchAddress()) {
            return Reason.ADDRESS_REFUSED;
        }
        return code.startsWith("4.") || saysMailboxFull() ? Reason.GAVE_UP : Reason.MAIL_REFUSED;
    }
}
