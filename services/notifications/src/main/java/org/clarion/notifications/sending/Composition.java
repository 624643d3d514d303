package org.clarion.notifications.sending;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.clarion.messaging.mail.MailAnswer.Attachment;
import org.clarion.notifications.bounce.ReturnPaths;
import org.clarion.notifications.template.Words;
import org.clarion.supporters.EmailAddress;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts letters into the form in which mail travels. It leaves from the platform's own address, in whosever name it is sent. */
@Component
class Composition {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 250;

    private final MailServer server;
    private final InternetAddress from;
    private final String domain;
    private final ReturnPaths returnPaths;
    private final Signing signing;
    private final Clock clock;

    Composition(
            MailServer server,
            @Value("${clarion.mail.from}") String from,
            ReturnPaths returnPaths,
            Signing signing,
            Clock clock) {
        this.server = server;
        this.from = sender(from);
        this.domain = this.from.getAddress().substring(this.from.getAddress().lastIndexOf('@') + 1);
        this.returnPaths = returnPaths;
        this.signing = signing;
        this.clock = clock;
    }

    MimeMessage compose(UUID mail, Parties parties, Words words) {
        return compose(mail, parties, words, List.of());
    }

    MimeMessage compose(UUID mail, Parties parties, Words words, List<Attachment> attachments) {
        try {
            var message = new Identified(server.session(), messageId(mail));
            message.setRecipient(Message.RecipientType.TO, named(envelope(parties.to()), parties.name()));
            if (parties.writer() == null) {
                message.setFrom(from);
                // No holiday notes and no answers from machines, please.
                message.setHeader("Auto-Submitted", "auto-generated");
                message.setHeader("X-Auto-Response-Suppress", "All");
            } else {
                inTheNameOf(parties.writer(), message);
            }
            var subject = HeaderText.of(words.subject(), LONGEST_SUBJECT);
            message.setSubject(subject, charset(subject));
            message.setSentDate(Date.from(clock.instant()));
            message.setContentLanguage(new String[] {words.language()});
            message.setContent(attachments.isEmpty() ? body(words) : with(attachments, words));
            message.saveChanges();
            var signed = signing.sign(message);
            returnPaths.of(mail).ifPresent(signed::setEnvelopeFrom);
            return signed;
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + mail + " cannot be composed", e);
        }
    }

    private void inTheNameOf(Parties.Writer writer, MimeMessage message) throws MessagingException {
        message.setFrom(named(bare(from.getAddress()), writer.name()));
        message.setReplyTo(new Address[] {named(envelope(writer.replyTo()), writer.name())});
    }

    /** The same however often the mail is sent, so that a second copy can be told as one. */
    String messageId(UUID mail) {
        return "<" + mail + "@" + domain + ">";
    }

    /** The bare address of the envelope. */
    static InternetAddress envelope(EmailAddress to) {
        return bare(to.deliverable());
    }

    private static InternetAddress bare(String address) {
        var bare = new InternetAddress();
        bare.setAddress(address);
        return bare;
    }

    private static InternetAddress named(InternetAddress address, @Nullable String name) {
        var plain = name == null ? "" : HeaderText.of(name, LONGEST_NAME);
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

    /** The words first, whole, and the files behind them. */
    private static MimeMultipart with(List<Attachment> attachments, Words words) throws MessagingException {
        var text = new MimeBodyPart();
        text.setContent(body(words));
        var all = new MimeMultipart("mixed", text);
        for (var attachment : attachments) {
            var type = new ContentType(attachment.type());
            var name = HeaderText.of(attachment.name(), LONGEST_NAME);
            type.setParameter("name", name);
            var file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), type.toString())));
            file.setHeader("Content-Type", type.toString());
            file.setHeader("Content-Transfer-Encoding", "base64");
            file.setDisposition(Part.ATTACHMENT);
            file.setFileName(name);
            all.addBodyPart(file);
        }
        return all;
    }

    private static String charset(String text) {
        return text.chars().allMatch(c -> c < 128) ? "us-ascii" : "utf-8";
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
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

    private static final class Identified extends SMTPMessage {

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
