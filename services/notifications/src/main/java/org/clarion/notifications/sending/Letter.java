package org.clarion.notifications.sending;

import jakarta.mail.internet.MimeMessage;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.template.Audience;
import org.clarion.supporters.EmailAddress;

/** A mail with address and words: lives in memory only, from the owner's answer to the mail server. */
record Letter(Mail mail, EmailAddress to, Audience audience, MimeMessage message) {

    Letter as(Mail next) {
        return new Letter(next, to, audience, message);
    }

    /** Whether we keep count of what the address gets, and whether it exists. The owner does for people in office. */
    boolean isToSupporter() {
        return audience == Audience.SUPPORTER;
    }

    /** Says nothing of the recipient. */
    @Override
    public String toString() {
        return "Letter[" + mail.id() + "]";
    }
}
