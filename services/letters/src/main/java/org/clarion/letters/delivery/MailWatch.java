package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.LetterEvent;
import org.clarion.letters.letter.Letters;
import org.clarion.letters.target.Recipients;
import org.clarion.messaging.listening.Batch;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.messaging.outbox.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears how the mails that carried letters ended. One that is said again, or late, changes nothing. */
@Component
class MailWatch {

    private static final Logger log = LoggerFactory.getLogger(MailWatch.class);
    private static final String OWNER = "letters";
    private static final String MAIL_REFUSED = "mail-refused";

    /** The part of {@code mail.v1} that letters need. */
    record Ended(
            @Nullable String state,
            @Nullable String owner,
            @Nullable String purpose,
            @Nullable UUID aggregate,
            @Nullable Long aggregateVersion,
            @Nullable String reason,
            @Nullable Instant finishedAt) {}

    private final Letters letters;
    private final Recipients recipients;
    private final Paces paces;
    private final DeliverySettings settings;
    private final Clock clock;

    MailWatch(Letters letters, Recipients recipients, Paces paces, DeliverySettings settings, Clock clock) {
        this.letters = letters;
        this.recipients = recipients;
        this.paces = paces;
        this.settings = settings;
        this.clock = clock;
    }

    @KafkaListener(id = "letters.mails", topics = "mail.v1", properties = Batch.GATHERED)
    void on(IncomingMessage message) {
        var ended = message.as(Ended.class);
        if (OWNER.equals(ended.owner())
                && Letter.TARGET_MAIL.equals(ended.purpose())
                && ended.aggregate() != null
                && ended.aggregateVersion() != null) {
            var at = ended.finishedAt() == null ? clock.instant() : ended.finishedAt();
            var asked = ended.aggregateVersion();
            letters.find(ended.aggregate()).ifPresent(letter -> hear(letter, ended, asked, at));
        }
    }

    private void hear(Letter letter, Ended ended, long asked, Instant at) {
        switch (ended.state()) {
            case "sent" -> {
                if (becomes(letter, now -> now.mailSent(asked, at))) {
                    paces.taken(letter.target());
                }
            }
            case "bounced" -> bounced(letter, ended.reason(), asked, at);
            case "unknown" -> becomes(letter, now -> now.mailDoubted(asked, at));
            case "cancelled", "suppressed" -> becomes(letter, now -> now.mailReturned(asked));
            case null, default -> {} // a state of the future
        }
    }

    /** The contact first: what ends in between is heard again, and marking it twice is marking it once. */
    private void bounced(Letter letter, @Nullable String reason, long asked, Instant at) {
        if (bounce(letter, asked, at).isEmpty()) {
            return;
        }
        var addressee = letter.post().addressee();
        if (addressee != null && addressee.address() != null && !letter.test()) {
            var sent = letter.post().sentAt() == null ? at : letter.post().sentAt();
            if (!MAIL_REFUSED.equals(reason) || paces.refused(letter.target()) >= settings.refusedInARow()) {
                recipients.bounced(addressee.key(), addressee.address(), sent);
                log.info("Letter {} came back ({}): the address of {} is marked", letter.id(), reason, addressee.key());
            }
        }
        becomes(letter, now -> bounce(now, asked, at));
    }

    /** Refused at once, or taken and sent back later. */
    private static Optional<Change<Letter, LetterEvent>> bounce(Letter letter, long asked, Instant at) {
        var refused = letter.mailBounced(asked, at);
        return refused.isPresent() ? refused : letter.cameBack(asked, at);
    }

    private boolean becomes(Letter letter, Function<Letter, Optional<Change<Letter, LetterEvent>>> decision) {
        if (decision.apply(letter).isEmpty()) {
            return false;
        }
        letters.change(letter, decision::apply);
        return true;
    }
}
