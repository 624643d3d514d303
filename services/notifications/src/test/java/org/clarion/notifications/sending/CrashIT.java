package org.clarion.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clarion.backends.ReceivedMail;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.Patience;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.notifications.sending.Outcome.Accepted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;

/**
 * The test plays an instance that ends after one of its steps: lease, mark, SMTP, saving. The application is the
 * instance that lives.
 */
class CrashIT extends Scene {

    private static final Duration LEASE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Preparation preparation;

    @Autowired
    Delivery delivery;

    @Autowired
    MailServer server;

    @Autowired
    SendingSettings settings;

    @Autowired
    TaskScheduler scheduler;

    @Autowired
    Patience patience;

    @Autowired
    Clock clock;

    private Postbox postbox;
    private Lease lease;

    @BeforeEach
    void theOtherInstanceSleeps() {
        dispatch.stop();
        postbox = new Postbox(server, clock);
    }

    @AfterEach
    void gone() {
        postbox.close();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Mail leased(String purpose, String claim) {
        var mail = queued(purpose, claim);
        lease = new Lease(UUID.randomUUID(), List.of(mail.id()), now().plus(LEASE));
        return mails.lease(lease.mails(), lease.token(), now(), lease.until()).getFirst();
    }

    private Letter letter(Mail leased) {
        return preparation.prepare(List.of(leased)).letters().getFirst();
    }

    private Letter marked(Mail leased) {
        var letter = letter(leased);
        return letter.as(mails.markSending(List.of(letter.mail()), lease.token(), lease.until())
                .getFirst());
    }

    private Letter posted(Mail leased) {
        var letter = marked(leased);
        assertThat(postbox.post(letter.message(), Composition.envelope(letter.to())))
                .isEqualTo(new Accepted());
        return letter;
    }

    private static List<String> messageIds(List<ReceivedMail> received) {
        return received.stream()
                .map(mail -> {
                    try {
                        return mail.message().getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .toList();
    }

    @Test
    void endedAfterTheLeaseTheMailIsSentOnceByWhoeverLives() {
        var ada = somebody();
        var mail = leased(CONFIRM, ada);
        dispatch.start();

        awaitStatus(mail.id(), Status.SENT);
        assertThat(receivedBy(ada)).hasSize(1);
    }

    @Test
    void endedAfterTheOwnersAnswerTheMailIsSentOnceByWhoeverLives() {
        var ada = somebody();
        letter(leased(ASK_STAFF, ada));
        dispatch.start();

        await().until(() -> receivedBy(ada).size() == 1);
        await().during(LEASE.multipliedBy(2)).until(() -> receivedBy(ada).size() == 1);
    }

    @Test
    void endedAfterTheMarkAHarmlessMailIsSent() {
        var ada = somebody();
        var letter = marked(leased(CONFIRM, ada));
        dispatch.start();

        var sent = awaitStatus(letter.mail().id(), Status.SENT);
        assertThat(receivedBy(ada)).hasSize(1);
        assertThat(sent.tries().doubts()).isEqualTo(1);
    }

    @Test
    void endedAfterTheMarkAnotherMailWaitsForStaff() {
        var ada = somebody();
        var letter = marked(leased(ASK_STAFF, ada));
        dispatch.start();

        var doubted = awaitStatus(letter.mail().id(), Status.UNKNOWN);
        assertThat(doubted.trouble()).isEqualTo(Trouble.of(Reason.IN_DOUBT));
        assertThat(awaitPublished(doubted.id())).isEqualTo("unknown");
        assertThat(receivedBy(ada)).isEmpty();
    }

    @Test
    void endedAfterTheMailServerTookItAHarmlessMailComesAgainAndCanBeToldAsTheSame() {
        var ada = somebody();
        var letter = posted(leased(CONFIRM, ada));
        dispatch.start();

        awaitStatus(letter.mail().id(), Status.SENT);
        assertThat(receivedBy(ada)).hasSize(2);
        assertThat(messageIds(receivedBy(ada))).hasSize(1);
    }

    @Test
    void endedAfterTheMailServerTookItAnotherMailComesOnce() {
        var ada = somebody();
        var letter = posted(leased(ASK_STAFF, ada));
        dispatch.start();

        awaitStatus(letter.mail().id(), Status.UNKNOWN);
        assertThat(receivedBy(ada)).hasSize(1);
    }

    @Test
    void aStoppedInstanceThatIsResumedCannotSayWhatBecameOfItsMails() {
        var ada = somebody();
        var letter = posted(leased(CONFIRM, ada));
        dispatch.start();
        var sent = awaitStatus(letter.mail().id(), Status.SENT);

        assertThat(mails.save(List.of(letter.mail().refusedForNow("450", now(), patience))))
                .isEmpty();
        assertThat(mails.find(sent.id())).contains(sent);
    }

    @Test
    void aStoppedInstanceThatIsResumedSendsNothingMore() {
        var ada = somebody();
        var letter = letter(leased(CONFIRM, ada));
        dispatch.start();
        awaitStatus(letter.mail().id(), Status.SENT);

        delivery.deliver(List.of(letter), lease, postbox, () -> true);
        var resumed = new Lease(lease.token(), lease.mails(), now().plusSeconds(60));
        delivery.deliver(List.of(letter), resumed, postbox, () -> true);

        assertThat(receivedBy(ada)).hasSize(1);
        assertThat(mails.find(letter.mail().id()).orElseThrow().status()).isEqualTo(Status.SENT);
    }

    @Test
    void aLineThatBreaksAtTheEndOfAHarmlessMailLetsItComeAgain() {
        var ada = somebody();
        line.breakAtEndOf(1);
        var mail = queued(CONFIRM, ada);
        dispatch.start();

        awaitStatus(mail.id(), Status.SENT);
        assertThat(receivedBy(ada)).hasSize(2);
        assertThat(messageIds(receivedBy(ada))).containsExactly("<" + mail.id() + "@example.org>");
    }

    @Test
    void aLineThatBreaksAtTheEndOfAnotherMailLeavesItToStaff() {
        var ada = somebody();
        line.breakAtEndOf(1);
        var mail = queued(ASK_STAFF, ada);
        dispatch.start();

        awaitStatus(mail.id(), Status.UNKNOWN);
        assertThat(receivedBy(ada)).hasSize(1);
    }

    @Test
    void aLineThatAlwaysBreaksAtTheEndDoesNotSendForEver() {
        var ada = somebody();
        line.breakAtEndOf(1000);
        var mail = queued(CONFIRM, ada);
        dispatch.start();

        awaitStatus(mail.id(), Status.UNKNOWN);
        assertThat(receivedBy(ada)).hasSize(3);
    }

    @Test
    void aLineThatBreaksBeforeTheContentLeavesNoDoubt() {
        var ada = somebody();
        line.breakBeforeContentOf(2);
        var mail = queued(ASK_STAFF, ada);
        dispatch.start();

        var sent = awaitStatus(mail.id(), Status.SENT);
        assertThat(receivedBy(ada)).hasSize(1);
        assertThat(sent.tries().doubts()).isZero();
    }

    @Test
    void anIdleConnectionThatWentAwayIsReplacedAtOnce() {
        assertThat(postbox.open()).isNull();
        line.down();
        line.up();
        var ada = somebody();

        posted(leased(CONFIRM, ada));
        assertThat(receivedBy(ada)).hasSize(1);
    }

    @Test
    void severalInstancesShareTheQueueAndSendNothingTwice() {
        var people = IntStream.range(0, 400).mapToObj(i -> somebody()).toList();
        people.forEach(person -> queued(CONFIRM, person));
        var others = new ArrayList<Dispatch>();
        for (int i = 0; i < 3; i++) {
            var leases = new Leases(mails, settings, clock, scheduler);
            others.add(new Dispatch(mails, leases, preparation, delivery, server, pauses, settings, clock));
        }
        others.forEach(Dispatch::start);
        dispatch.start();
        try {
            await().atMost(PATIENCE).until(() -> sink.received().size() >= people.size());
            await().atMost(PATIENCE)
                    .until(() ->
                            mails.due(now().plusSeconds(3600), List.of(), 1).isEmpty());
        } finally {
            others.forEach(Dispatch::stop);
        }

        people.forEach(person -> assertThat(receivedBy(person)).hasSize(1));
    }

    @Test
    void anInstanceThatIsStoppedProperlyLeavesNothingInDoubt() {
        var people = IntStream.range(0, 300).mapToObj(i -> somebody()).toList();
        var asked = people.stream().map(person -> queued(CONFIRM, person).id()).toList();
        dispatch.start();
        await().until(() -> sink.received().size() > 10);
        dispatch.stop();
        assertThat(asked.stream().map(id -> mails.find(id).orElseThrow().status()))
                .containsOnly(Status.SENT, Status.QUEUED);
        dispatch.start();

        awaitStatus(asked, Status.SENT);
        people.forEach(person -> assertThat(receivedBy(person)).hasSize(1));
    }
}
