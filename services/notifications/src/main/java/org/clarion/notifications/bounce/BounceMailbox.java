package org.clarion.notifications.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;
import org.clarion.messaging.listening.Failures;
import org.clarion.notifications.bounce.BounceDesk.Outcome;
import org.clarion.notifications.bounce.BounceSettings.Mailbox;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox that bounces come back to. A report that has been taken note of is deleted, since it mostly holds the whole
 * mail; what changes nothing is marked as read, stays for a while, and is deleted then. Several instances may read it at the same time.
 */
class BounceMailbox {

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int MOST_BYTES = 512 * 1024;
    private static final int TIMEOUT = 15_000;

    /** What one look has found. */
    record Look(int bounced, int early, int nothing) {}

    private final Mailbox settings;
    private final BounceDesk desk;
    private final Clock clock;
    private final Session session;

    BounceMailbox(Mailbox settings, BounceDesk desk, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(Mailbox settings) {
        var prefix = "mail." + protocol(settings) + ".";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", TIMEOUT);
        properties.put(prefix + "timeout", TIMEOUT);
        properties.put(prefix + "writetimeout", TIMEOUT);
        properties.put(prefix + "peek", "true"); // reading alone marks nothing
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", Boolean.toString(!settings.insecure()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    private static String protocol(Mailbox settings) {
        return settings.tls() ? "imaps" : "imap";
    }

    /** @throws MessagingException if the mailbox does not answer; the next look may succeed */
    Look look() throws MessagingException {
        try (var store = session.getStore(protocol(settings))) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                var look = read(folder);
                deleteOld(folder);
                folder.expunge();
                return look;
            }
        }
    }

    private Look read(Folder folder) throws MessagingException {
        var isNew = new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false));
        int bounced = 0;
        int early = 0;
        int nothing = 0;
        for (var message :
                Arrays.stream(folder.search(isNew)).limit(settings.atOnce()).toList()) {
            switch (outcome(message)) {
                case BOUNCED -> {
                    message.setFlag(Flags.Flag.DELETED, true);
                    bounced++;
                }
                case TOO_EARLY -> early++;
                case NOTHING -> {
                    message.setFlag(Flags.Flag.SEEN, true);
                    nothing++;
                }
            }
        }
        return new Look(bounced, early, nothing);
    }

    private Outcome outcome(Message message) throws MessagingException {
        try {
            return DeliveryReport.of(beginning(message)).map(desk::read).orElse(Outcome.NOTHING);
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e; // the store is away, for every other one too
            }
            log.warn("A message that came back cannot be used: {}", e.getClass().getName());
            return Outcome.NOTHING;
        }
    }

    /** Enough of a message for the report, which comes before the returned mail. */
    private MimeMessage beginning(Message message) throws MessagingException {
        try (var all = ((IMAPMessage) message).getMimeStream()) {
            return new MimeMessage(session, new ByteArrayInputStream(all.readNBytes(MOST_BYTES)));
        } catch (IOException e) {
            throw new MessagingException("A message could not be read to its end", e);
        }
    }

    private void deleteOld(Folder folder) throws MessagingException {
        var then = clock.instant().minus(settings.keep());
        // IMAP knows days only; the exact time decides here.
        var old = Arrays.stream(folder.search(new ReceivedDateTerm(ComparisonTerm.LE, Date.from(then))))
                .limit(settings.atOnce())
                .filter(message -> receivedBefore(message, then))
                .toArray(Message[]::new);
        if (old.length > 0) {
            folder.setFlags(old, new Flags(Flags.Flag.DELETED), true);
            log.info("Deleted {} messages that came back before {}", old.length, then);
        }
    }

    private static boolean receivedBefore(Message message, Instant then) {
        try {
            return message.getReceivedDate() != null
                    && message.getReceivedDate().toInstant().isBefore(then);
        } catch (MessagingException e) {
            return false; // gone meanwhile
        }
    }
}
