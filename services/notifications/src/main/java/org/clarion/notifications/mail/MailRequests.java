package org.clarion.notifications.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.messaging.UnreadableMessage;
import org.clarion.messaging.listening.Batch;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.messaging.outbox.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes requests for mails into the queue; one that is known already changes nothing. */
@Component
class MailRequests {

    private static final String TYPE = "mail.requested.v1";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CLAIM = 2_000;

    record Recipient(@Nullable String pseudonym) {}

    /** The part of {@code mail-request.v1} that notifications needs. */
    record Requested(
            @Nullable UUID id,
            long version,
            @Nullable String owner,
            @Nullable String purpose,
            @Nullable String template,
            @Nullable String claim,
            @Nullable Recipient recipient,
            @Nullable Instant requestedAt) {}

    /** Longer than {@link Batch#GATHERED}: a mail may wait a moment, and each look at the queue costs a dozen trips to the store. */
    private static final String GATHERED_LONGER = "fetch.min.bytes=65536\nfetch.max.wait.ms=250";

    private final Mails mails;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MailRequests(Mails mails, Clock clock, ApplicationEventPublisher events) {
        this.mails = mails;
        this.clock = clock;
        this.events = events;
    }

    @KafkaListener(
            id = "notifications.mail-requests",
            topics = "mail-request.v1",
            batch = "true",
            properties = GATHERED_LONGER)
    void on(List<IncomingMessage> messages) {
        Batch.of(messages, this::read, this::queue);
    }

    private void queue(List<Optional<Change<Mail, MailEvent>>> asked) {
        if (mails.add(asked.stream().flatMap(Optional::stream).toList()) > 0) {
            events.publishEvent(new MailsQueued());
        }
    }

    private Optional<Change<Mail, MailEvent>> read(IncomingMessage message) {
        if (!message.type().equals(TYPE)) {
            return Optional.empty();
        }
        var asked = message.as(Requested.class);
        if (asked.id() == null || asked.requestedAt() == null) {
            throw new UnreadableMessage("A mail request without id or time", null);
        }
        var request = new Request(
                name("owner", asked.owner()),
                name("purpose", asked.purpose()),
                name("template", asked.template()),
                asked.id(),
                asked.version(),
                claim(asked.claim()),
                asked.requestedAt());
        var recipient = asked.recipient() == null ? null : asked.recipient().pseudonym();
        return Optional.of(Mail.asked(request, recipient, clock.instant()));
    }

    private static String name(String field, @Nullable String value) {
        if (value == null
                || value.length() > LONGEST_NAME
                || !NAME.matcher(value).matches()) {
            throw new UnreadableMessage("A mail request whose " + field + " is no name", null);
        }
        return value;
    }

    private static String claim(@Nullable String claim) {
        if (claim == null || claim.length() > LONGEST_CLAIM) {
            throw new UnreadableMessage("A mail request without a usable claim", null);
        }
        return claim;
    }
}
