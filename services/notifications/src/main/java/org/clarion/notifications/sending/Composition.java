package org.clarion.notifications.sending;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.clarion.notifications.template.Words;
import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts letters into the form in which mail travels. */
@Component
class Composition {

    private final MailServer server;
    private final InternetAddress from;
    private final String domain;
    private final Clock clock;

    Composition(MailServer server, @Value("${clarion.mail.from}") String from, Clock clock) {
        this.server = server;
        this.from = sender(from);
        this.domain = this.from.getAddress().substring(this.from.getAddress().lastIndexOf('@') + 1);
        this.clock = clock;
    }

    MimeMessage compose(UUID mail, EmailAddress to, @Nullable String name, Words words) {
        try {
            var message = new Identified(server.session(), messageId(mail));
            message.setFrom(from);
            message.setRecipient(Message.RecipientType.TO, recipient(to, name));
            message.setSubject(words.subject(), charset(words.subject()));
            message.setSentDate(Date.from(clock.instant()));
            message.setContentLanguage(new String[] {words.language()});
            // No holiday notes and no answers from machines, please.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setContent(body(words));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + mail + " cannot be composed", e);
        }
    }

    /** The same however often the mail is sent, so that a second copy can be told as one. */
    String messageId(UUID mail) {
        return "<" + mail + "@" + domain + ">";
    }

    /** The bare address of the envelope. */
    static InternetAddress envelope(EmailAddress to) {
        var address = new InternetAddress();
        address.setAddress(to.deliverable());
        return address;
    }

    private static InternetAddress recipient(EmailAddress to, @Nullable String name) {
        var address = envelope(to);
        var plain = name == null
                ? ""
                : name.replaceAll("[\\p{Cc}\\p{Cs}\\p{Z}]+", " ").strip();
        if (!plain.isEmpty()) {
            try {
                address.setPersonal(plain, charset(plain));
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("This JDK lacks UTF-8", e);
            }
        }
        return address;
    }

    private static MimeMultipart body(Words words) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(words.text(), charset(words.text()));
        var html = new MimeBodyPart();
        html.setText(words.html(), charset(words.html()), "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static String charset(String text) {
        return text.chars().allMatch(c -> c < 128) ? "us-ascii" : "utf-8";
    }

    private static InternetAddress sender(String from) {
        try {
            var sender = new InternetAddress(from, true);
            if (sender.getAddress().indexOf('@') > 0) {
                return sender;
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException("CLARION_MAIL_FROM is not a mail address", e);
        }
        throw new IllegalArgumentException("CLARION_MAIL_FROM is not a mail address");
    }

    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
