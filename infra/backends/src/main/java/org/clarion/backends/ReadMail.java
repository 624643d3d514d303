package org.clarion.backends;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mail taken apart for people to read. */
record ReadMail(
        String from,
        String to,
        String subject,
        Instant at,
        @Nullable String text,
        @Nullable String html) {

    static ReadMail of(ReceivedMail mail) {
        try {
            var message = mail.message();
            return new ReadMail(
                    Objects.requireNonNullElse(message.getHeader("From", ", "), mail.sender()),
                    String.join(", ", mail.recipients()),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    mail.at(),
                    firstOf(message, "text/plain"),
                    firstOf(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Mail " + mail.number() + " cannot be read", e);
        }
    }

    private static @Nullable String firstOf(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = firstOf(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
