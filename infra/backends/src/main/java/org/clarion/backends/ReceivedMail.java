package org.clarion.backends;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/**
 * One mail as it arrived.
 *
 * @param number place in the order of arrival, from 1
 * @param recipients of the envelope
 * @param raw the message as it was transmitted, headers first
 */
public record ReceivedMail(long number, Instant at, String sender, List<String> recipients, byte[] raw) {

    public MimeMessage message() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + number + " is not a message", e);
        }
    }
}
