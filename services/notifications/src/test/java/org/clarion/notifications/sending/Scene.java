package org.clarion.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.clarion.backends.MailSink;
import org.clarion.backends.ReceivedMail;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.outbox.Change;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.MailEvent;
import org.clarion.notifications.mail.Mails;
import org.clarion.notifications.mail.Request;
import org.clarion.servicedefaults.Ids;
import org.clarion.testsupport.PublishedMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** What the tests of sending have in common: asking for mails and looking what became of them. */
@NotificationsTest
abstract class Scene {

    static final String CONFIRM = "signature.confirm";
    static final String ASK_STAFF = "signature.already-signed";
    static final String LETTER = "letter.to-target";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    record Recipient(String pseudonym, String key) {}

    record Requested(
            UUID id,
            long version,
            String owner,
            String purpose,
            String template,
            String claim,
            @Nullable Recipient recipient,
            Instant requestedAt) {}

    @Autowired
    Mails mails;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MailSink sink;

    @Autowired
    MailLine line;

    @Autowired
    FakeOwner owner;

    @Autowired
    PublishedMessages messages;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Pauses pauses;

    @BeforeEach
    @AfterEach
    void allIsWell() {
        line.up();
        line.breakAtEndOf(0);
        line.breakBeforeContentOf(0);
        owner.reset();
        sink.clear();
        mongo.remove(new Query(), Mail.class);
        if (!dispatch.isRunning()) {
            dispatch.start();
        }
    }

    /** A new address: every test has people of its own. */
    static String somebody() {
        return "u" + Ids.next().toString().replace("-", "") + "@example.org";
    }

    static Request request(String purpose, String address) {
        var claim = address.substring(0, address.indexOf('@'));
        return new Request(
                "petitions",
                purpose,
                purpose,
                Ids.next(),
                1,
                claim,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** As a service does, by way of the topic. */
    UUID ask(Request request) {
        var body = new Requested(
                request.aggregate(),
                request.version(),
                request.owner(),
                request.purpose(),
                request.template(),
                request.claim(),
                null,
                request.requestedAt());
        messages.send("mail-request.v1", request.aggregate().toString(), "mail.requested.v1", MessageJson.write(body));
        return request.identity(null);
    }

    UUID ask(String purpose, String address) {
        return ask(request(purpose, address));
    }

    /** Straight into the queue. */
    Mail queued(String purpose, String address) {
        Change<Mail, MailEvent> asked =
                Mail.asked(request(purpose, address), null, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        mails.add(List.of(asked));
        return asked.state();
    }

    Mail awaitStatus(UUID mail, Status status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails.find(mail))
                        .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(status)));
        return mails.find(mail).orElseThrow();
    }

    void awaitStatus(List<UUID> asked, Status status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(asked)
                        .allSatisfy(mail -> assertThat(mails.find(mail))
                                .hasValueSatisfying(
                                        found -> assertThat(found.status()).isEqualTo(status))));
    }

    List<ReceivedMail> receivedBy(String address) {
        return sink.received().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    /** The one final state that the world was told of. */
    String awaitPublished(UUID mail) {
        var published = messages.await("mail.v1", 1, message -> mail.toString().equals(message.key()));
        assertThat(published).hasSize(1);
        return published.getFirst().json().path("state").asString();
    }
}
