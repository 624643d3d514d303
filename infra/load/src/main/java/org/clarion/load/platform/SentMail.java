package org.clarion.load.platform;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.clarion.load.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the mail server took it.
 *
 * @param recipient of the envelope
 * @param shownTo addresses of To and Cc
 * @param toName name beside the address in To; empty where there is none
 * @param fromName name beside the address in From; empty where there is none
 * @param replyTo null where answers go to the sender
 * @param id its Message-ID: a second copy has the same
 * @param text its plain part
 */
public record SentMail(
        String recipient,
        List<String> shownTo,
        String toName,
        String fromName,
        @Nullable String replyTo,
        String id,
        String subject,
        String text) {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    /** @param recipient as the name of its file tells it */
    static SentMail read(String recipient, Path file) {
        try (var in = Files.newInputStream(file)) {
            var mail = new MimeMessage(NO_SERVER, in);
            var to = addresses(mail.getRecipients(RecipientType.TO));
            var shownTo = Stream.concat(to.stream(), addresses(mail.getRecipients(RecipientType.CC)).stream())
                    .map(InternetAddress::getAddress)
                    .toList();
            return new SentMail(
                    recipient,
                    shownTo,
                    nameOf(to),
                    nameOf(addresses(mail.getFrom())),
                    // Unlike getReplyTo, which falls back on From.
                    mail.getHeader("Reply-To") == null
                            ? null
                            : addresses(mail.getReplyTo()).getFirst().getAddress(),
                    Objects.requireNonNullElse(mail.getMessageID(), ""),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    Objects.requireNonNullElse(plain(mail), ""));
        } catch (IOException | MessagingException e) {
            throw new Trouble("%s cannot be read as a mail".formatted(file), e);
        }
    }

    private static List<InternetAddress> addresses(Address @Nullable [] given) {
        return given == null
                ? List.of()
                : Stream.of(given).map(InternetAddress.class::cast).toList();
    }

    private static String nameOf(List<InternetAddress> people) {
        return people.isEmpty()
                ? ""
                : Objects.requireNonNullElse(people.getFirst().getPersonal(), "");
    }

    private static @Nullable String plain(Part part) throws IOException, MessagingException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent()).replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                var text = plain(each);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }
}
