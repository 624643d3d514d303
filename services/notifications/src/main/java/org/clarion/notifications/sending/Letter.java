package org.clarion.notifications.sending;

import jakarta.mail.internet.MimeMessage;
import org.clarion.notifications.mail.Mail;
import org.clarion.supporters.EmailAddress;

/** A mail with address and words: lives in memory only, from the owner's answer to the mail server. */
record Letter(Mail mail, EmailAddress to, MimeMessage message) {

    Letter as(Mail next) {
        return new Letter(next, to, message);
    }

    /** Says nothing of the recipient. */
    @Override
    public String toString() {
        return "Letter[" + mail.id() + "]";
    }
}
