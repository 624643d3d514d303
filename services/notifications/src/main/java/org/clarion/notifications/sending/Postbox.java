package org.clarion.notifications.sending;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.clarion.notifications.sending.Outcome.Accepted;
import org.clarion.notifications.sending.Outcome.ServerAway;
import org.clarion.notifications.sending.Outcome.Stage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker's connection to the mail server, kept open from mail to mail. Not for several threads. */
class Postbox {

    private static final Logger log = LoggerFactory.getLogger(Postbox.class);
    private static final Duration SURELY_OPEN = Duration.ofSeconds(5);

    private final MailServer server;
    private final Clock clock;
    private @Nullable Conversation conversation;
    private Instant lastUsed = Instant.EPOCH;

    Postbox(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** @return why not, or null once the server is ready for a mail */
    @Nullable String open() {
        if (conversation != null && isStillOpen(conversation)) {
            return null;
        }
        close();
        var fresh = server.conversation();
        try {
            fresh.connect(server.host(), server.port(), server.username(), server.password());
        } catch (MessagingException e) {
            return e.getClass().getSimpleName();
        }
        conversation = fresh;
        lastUsed = clock.instant();
        return null;
    }

    private boolean isStillOpen(Conversation known) {
        return clock.instant().isBefore(lastUsed.plus(SURELY_OPEN)) || known.isConnected();
    }

    /** Sends one mail. Where an idle connection turns out to be gone before anything was said, a new one is tried. */
    Outcome post(MimeMessage message, InternetAddress to) {
        var reused = conversation != null;
        var outcome = tryToPost(message, to);
        if (outcome instanceof ServerAway && reused && conversation == null) {
            outcome = tryToPost(message, to);
        }
        return outcome;
    }

    private Outcome tryToPost(MimeMessage message, InternetAddress to) {
        var whyNot = open();
        if (whyNot != null || conversation == null) {
            return new ServerAway(String.valueOf(whyNot));
        }
        var open = conversation;
        try {
            open.sendMessage(message, new Address[] {to});
            lastUsed = clock.instant();
            return new Accepted();
        } catch (MessagingException e) {
            var outcome = outcome(open.stage(), e);
            lastUsed = clock.instant();
            if (!(outcome instanceof Outcome.NotNow || outcome instanceof Outcome.Never)) {
                close(); // whatever state it is in
            }
            return outcome;
        }
    }

    private static Outcome outcome(Stage stage, MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException e; cause = e.getNextException()) {
            if (e instanceof SMTPAddressFailedException refused) {
                return Outcome.of(stage, refused.getReturnCode(), refused.getMessage());
            }
            if (e instanceof SMTPSendFailedException refused) {
                return Outcome.of(stage, refused.getReturnCode(), refused.getMessage());
            }
        }
        return Outcome.of(stage, Outcome.NO_REPLY, null);
    }

    void close() {
        var open = conversation;
        conversation = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                log.debug(
                        "The connection was gone before it was closed: {}",
                        e.getClass().getSimpleName());
            }
        }
    }
}
