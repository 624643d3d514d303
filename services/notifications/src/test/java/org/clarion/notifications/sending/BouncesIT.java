package org.clarion.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.clarion.notifications.bounce.BounceReading;
import org.clarion.notifications.bounce.Reports;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.notifications.suppression.Suppressions;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonyms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Bounces on their way from a real mailbox, read by IMAP, to the state of a mail. */
@TestPropertySource(
        properties = {
            "notifications.bounces.return-path=bounces@example.org",
            "notifications.bounces.keys=k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "notifications.bounces.mailbox.host=127.0.0.1",
            "notifications.bounces.mailbox.tls=false",
            "notifications.bounces.mailbox.insecure=true",
            "notifications.bounces.mailbox.username=bounces",
            "notifications.bounces.mailbox.password=secret",
            "notifications.bounces.mailbox.poll-every=50ms"
        })
class BouncesIT extends Scene {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private static GreenMailUser reader;

    @Autowired
    BounceReading reading;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Pseudonyms pseudonyms;

    private static final KeyPair KEYS = SigningTests.keys(2048);

    @DynamicPropertySource
    static void signing(DynamicPropertyRegistry properties) {
        properties.add("notifications.signing.selector", () -> "s2026");
        properties.add("notifications.signing.key", () -> SigningTests.pem(KEYS));
    }

    @DynamicPropertySource
    static void mailbox(DynamicPropertyRegistry properties) {
        properties.add(
                "notifications.bounces.mailbox.port", () -> SERVER.getImap().getPort());
    }

    @BeforeAll
    static void mailboxOpens() {
        SERVER.start();
        reader = SERVER.setUser("bounces@example.org", "bounces", "secret");
    }

    @AfterAll
    static void mailboxCloses() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws FolderException {
        inbox().deleteAllMessages();
    }

    private static MailFolder inbox() throws FolderException {
        return SERVER.getManagers().getImapHostManager().getInbox(reader);
    }

    private static void comesBack(String raw) {
        reader.deliver(Reports.read(raw));
    }

    private Mail sent(String purpose, String address) {
        var request = request(purpose, address);
        var pseudonym = pseudonyms.of(new EmailAddress(address)).value();
        var asked = Mail.asked(request, pseudonym, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        mails.add(List.of(asked));
        return awaitStatus(asked.state().id(), Status.SENT);
    }

    /** What the mail server was told: nobody else knows it. */
    private String returnPath(String address) {
        return receivedBy(address).getFirst().sender();
    }

    private boolean isSuppressed(String address) {
        return !suppressions.among(List.of(new EmailAddress(address))).isEmpty();
    }

    private void awaitRead(int left) {
        await().untilAsserted(() -> {
            assertThat(inbox().getMessageCount()).isEqualTo(left);
            assertThat(inbox().getUnseenCount()).isZero();
        });
    }

    private List<String> published(UUID mail) {
        return messages.on("mail.v1", message -> mail.toString().equals(message.key())).stream()
                .map(message -> message.json().path("state").asString() + " "
                        + message.json().path("version").asLong())
                .toList();
    }

    @Test
    void aMailThatComesBackHasBouncedAndTheWorldIsTold() {
        var ada = somebody();
        var mail = sent(CONFIRM, ada);
        comesBack(Reports.failed(returnPath(ada), ada, "5.1.1"));

        var bounced = awaitStatus(mail.id(), Status.BOUNCED);
        assertThat(bounced.trouble()).isEqualTo(new Trouble(Reason.ADDRESS_REFUSED, "5.1.1"));
        assertThat(bounced.version()).isEqualTo(mail.version() + 1);
        messages.await("mail.v1", 2, message -> mail.id().toString().equals(message.key()));
        assertThat(published(mail.id())).containsExactly("sent " + mail.version(), "bounced " + bounced.version());
        assertThat(isSuppressed(ada)).isTrue();
        awaitRead(0);
    }

    @Test
    void whatArrivesIsSigned() {
        owner.answers(FakeOwner::letter);
        var office = somebody();
        sent(LETTER, office);

        var raw = receivedBy(office).getFirst().raw();
        assertThat(Dkim.verdict(raw, KEYS.getPublic())).isEqualTo("good");
        assertThat(Dkim.tags(raw)).containsEntry("d", "example.org").containsEntry("s", "s2026");
    }

    @Test
    void theSameReportAgainChangesNothing() {
        var ada = somebody();
        var mail = sent(CONFIRM, ada);
        for (int i = 0; i < 3; i++) {
            comesBack(Reports.failed(returnPath(ada), ada, "5.1.1"));
        }

        var bounced = awaitStatus(mail.id(), Status.BOUNCED);
        awaitRead(0);
        comesBack(Reports.failed(returnPath(ada), ada, "5.7.1"));
        awaitRead(0);
        assertThat(mails.find(mail.id())).contains(bounced);
    }

    @Test
    void anOfficeThatCannotBeReachedIsForTheOwnerToKnow() {
        owner.answers(FakeOwner::letter);
        var office = somebody();
        var letter = sent(LETTER, office);
        comesBack(Reports.failed(returnPath(office), office, "5.1.1"));

        awaitStatus(letter.id(), Status.BOUNCED);
        assertThat(isSuppressed(office)).isFalse();
        sent(LETTER, office);
    }

    @Test
    void whoForwardsAMailCannotSuppressAnotherAddress() {
        var ada = somebody();
        var other = somebody();
        var mail = sent(CONFIRM, ada);
        comesBack(Reports.failed(returnPath(ada), other, "5.1.1"));

        awaitStatus(mail.id(), Status.BOUNCED);
        assertThat(isSuppressed(other)).isFalse();
        assertThat(isSuppressed(ada)).isFalse();
    }

    @Test
    void nothingElseThatComesChangesAnything() {
        var ada = somebody();
        var mail = sent(CONFIRM, ada);
        var path = returnPath(ada);
        var forged = path.substring(0, path.indexOf('@') - 1)
                + (path.charAt(path.indexOf('@') - 1) == '0' ? '1' : '0')
                + path.substring(path.indexOf('@'));
        comesBack(Reports.holidayNote(path));
        comesBack(Reports.withAction(path, "delayed", "4.4.1"));
        comesBack(Reports.withAction(path, "delivered", "2.1.5"));
        comesBack(Reports.failed(forged, ada, "5.1.1"));
        comesBack(Reports.failed("bounces@example.org", ada, "5.1.1"));
        comesBack(Reports.failed("bounces+" + mail.id().toString().replace("-", "") + "@example.org", ada, "5.1.1"));
        comesBack(Reports.failed(path, ada, "5.1.1").replace("Return-Path: <>", "Return-Path: <eve@example.org>"));
        comesBack("Subject: hello\r\n\r\nwords");

        awaitRead(8);
        assertThat(mails.find(mail.id())).contains(mail);
        assertThat(published(mail.id())).containsExactly("sent " + mail.version());
        assertThat(isSuppressed(ada)).isFalse();
    }

    @Test
    void aReportThatOvertakesTheSendersOwnNoteIsReadAgain() {
        var ada = somebody();
        var mail = sent(CONFIRM, ada);
        var path = returnPath(ada);
        mongo.save(new Mail(
                mail.id(),
                mail.version(),
                Status.SENDING,
                mail.request(),
                mail.tries(),
                null,
                Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS),
                UUID.randomUUID(),
                null));
        comesBack(Reports.failed(path, ada, "5.1.1"));
        comesBack(Reports.holidayNote(path));
        await().untilAsserted(() -> assertThat(inbox().getUnseenCount()).isEqualTo(1));

        mongo.save(mail);
        awaitStatus(mail.id(), Status.BOUNCED);
        awaitRead(1);
    }

    @Test
    void aMailInDoubtThatComesBackIsInDoubtNoMore() {
        var ada = somebody();
        line.breakAtEndOf(1);
        var asked = queued(ASK_STAFF, ada);
        awaitStatus(asked.id(), Status.UNKNOWN);
        comesBack(Reports.failed(returnPath(ada), ada, "5.1.1"));

        awaitStatus(asked.id(), Status.BOUNCED);
    }

    @Test
    void whatChangedNothingIsDeletedAfterAWhile() throws FolderException {
        var old = Date.from(Instant.now().minus(Duration.ofDays(31)));
        inbox().appendMessage(Reports.read(Reports.holidayNote("bounces@example.org")), new Flags(), old);
        comesBack(Reports.holidayNote("bounces@example.org"));

        awaitRead(1);
    }

    @Test
    void aMailboxThatIsAwayIsSaidAndReadWhenItIsBack() {
        var ada = somebody();
        var mail = sent(CONFIRM, ada);
        await().until(() -> reading.silentSince().isEmpty());
        reader.setPassword("another");
        await().until(() -> reading.silentSince().isPresent());

        comesBack(Reports.failed(returnPath(ada), ada, "5.1.1"));
        assertThat(mails.find(mail.id()).orElseThrow().status()).isEqualTo(Status.SENT);
        reader.setPassword("secret");
        awaitStatus(mail.id(), Status.BOUNCED);
        await().until(() -> reading.silentSince().isEmpty());
    }
}
