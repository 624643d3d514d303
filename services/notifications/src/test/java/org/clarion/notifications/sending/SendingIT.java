package org.clarion.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.clarion.messaging.mail.MailAnswer;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.Request;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.testsupport.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingIT extends Scene {

    @Test
    void aRequestedMailArrivesOnceAndTheWorldIsTold() throws MessagingException {
        var ada = somebody();
        var mail = ask(CONFIRM, ada);

        awaitStatus(mail, Status.SENT);
        assertThat(receivedBy(ada)).singleElement().satisfies(received -> {
            var message = received.message();
            assertThat(message.getMessageID()).isEqualTo("<" + mail + "@example.org>");
            assertThat(message.getSubject()).isEqualTo("Please confirm your signature: Keep the Human Rights Act");
            assertThat(new String(received.raw(), StandardCharsets.UTF_8))
                    .contains("\nhttps://actions.example.org/petitions/x/confirm/k1.");
        });
        assertThat(awaitPublished(mail)).isEqualTo("sent");
        assertThat(owner.tokens()).allMatch(token -> token.startsWith("Bearer "));
    }

    @Test
    void nothingPersonalStaysBehind() {
        var ada = somebody();
        awaitStatus(ask(CONFIRM, ada), Status.SENT);

        for (var name : mongo.getCollectionNames()) {
            var everything = mongo.findAll(Document.class, name).toString();
            assertThat(everything)
                    .doesNotContain(ada)
                    .doesNotContain("Lovelace", "actions.example.org", "@example.org", "Human Rights Act");
        }
    }

    @Test
    void manyMailsAreAskedForTogetherAndGoOverFewConnections() {
        dispatch.stop();
        var asked = IntStream.range(0, 120)
                .mapToObj(i -> queued(CONFIRM, somebody()).id())
                .toList();
        var connections = line.connections();
        dispatch.start();

        awaitStatus(asked, Status.SENT);
        assertThat(owner.calls()).isLessThanOrEqualTo(10);
        assertThat(line.connections() - connections).isLessThanOrEqualTo(4);
        assertThat(sink.received()).hasSize(120);
    }

    @Test
    void aMailThatIsNoLongerNeededIsNotSent() {
        owner.answers(claim -> MailAnswer.noLongerNeeded(claim.mail()));
        var ada = somebody();
        var mail = ask(CONFIRM, ada);

        awaitStatus(mail, Status.CANCELLED);
        assertThat(awaitPublished(mail)).isEqualTo("cancelled");
        assertThat(receivedBy(ada)).isEmpty();
    }

    @Test
    void laterIsAskedAgain() {
        owner.answers(claim -> MailAnswer.later(claim.mail()));
        var ada = somebody();
        var mail = ask(CONFIRM, ada);
        await().until(() -> owner.asked().size() >= 3);
        assertThat(mails.find(mail).orElseThrow().tries().refusals()).isZero();

        owner.answers(FakeOwner::send);
        awaitStatus(mail, Status.SENT);
        assertThat(receivedBy(ada)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 502, 401, 429})
    void anOwnerThatIsAwayHoldsUpItsMailsAndCountsAsNoTry(int status) {
        owner.answersStatus(claims -> status);
        var ada = somebody();
        var mail = ask(CONFIRM, ada);
        await().until(() -> owner.calls() >= 3);
        var waiting = mails.find(mail).orElseThrow();
        assertThat(waiting.tries().refusals() + waiting.tries().waits()).isZero();
        assertThat(pauses.all()).extracting(Pauses.Pause::who).contains("petitions");

        owner.reset();
        awaitStatus(mail, Status.SENT);
        await().untilAsserted(() ->
                assertThat(pauses.all()).noneMatch(pause -> pause.who().equals("petitions")));
        assertThat(receivedBy(ada)).hasSize(1);
    }

    @Test
    void anOwnerThatIsAwayDoesNotHoldUpTheOthers() {
        var absent = request(CONFIRM, somebody());
        var held = ask(
                new Request("absent", CONFIRM, CONFIRM, absent.aggregate(), 1, absent.claim(), absent.requestedAt()));
        await().until(() -> pauses.all().stream().anyMatch(pause -> pause.who().equals("absent")));

        awaitStatus(ask(CONFIRM, somebody()), Status.SENT);
        assertThat(mails.find(held).orElseThrow().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void aClaimThatTheOwnerCannotReadDoesNotHoldUpTheOthers() {
        var bad = somebody();
        owner.answersStatus(claims ->
                claims.stream().anyMatch(claim -> bad.startsWith(claim.claim())) ? 500 : FakeOwner.AS_ANSWERED);
        dispatch.stop();
        var good = IntStream.range(0, 10)
                .mapToObj(i -> queued(CONFIRM, somebody()).id())
                .toList();
        var refused = queued(CONFIRM, bad).id();
        dispatch.start();

        awaitStatus(good, Status.SENT);
        await().untilAsserted(() ->
                assertThat(mails.find(refused).orElseThrow().trouble()).isEqualTo(Trouble.of(Reason.OWNER_REFUSES)));
        owner.reset();
        awaitStatus(refused, Status.SENT);
    }

    @Test
    void aMailServerThatIsAwayHoldsUpTheQueueAndCountsAsNoTry() {
        line.down();
        var people = IntStream.range(0, 5).mapToObj(i -> somebody()).toList();
        var asked = people.stream().map(person -> ask(CONFIRM, person)).toList();
        await().until(() -> pauses.all().stream().anyMatch(Pauses.Pause::isMailServer));
        await().during(Duration.ofMillis(500)).until(() -> sink.received().isEmpty());

        line.up();
        asked.forEach(mail -> {
            var sent = awaitStatus(mail, Status.SENT);
            assertThat(sent.tries().refusals()).isZero();
        });
        people.forEach(person -> assertThat(receivedBy(person)).hasSize(1));
    }

    @Test
    void aRefusalForNowIsTriedAgain() {
        var ada = somebody();
        sink.refuse(ada, "450 4.2.1 Greylisted, come back");
        var mail = ask(CONFIRM, ada);
        var deferred = awaitStatus(mail, Status.DEFERRED);
        assertThat(deferred.trouble()).isEqualTo(new Trouble(Reason.REFUSED_FOR_NOW, "450 4.2.1"));
        await().until(() -> mails.find(mail).orElseThrow().tries().refusals() >= 2);

        sink.clear();
        awaitStatus(mail, Status.SENT);
        assertThat(receivedBy(ada)).hasSize(1);
    }

    @Test
    void anAddressThatDoesNotExistBouncesAndGetsNothingMore() {
        var ada = somebody();
        sink.refuse(ada, "550 5.1.1 <" + ada + "> No such user");
        var mail = ask(CONFIRM, ada);

        var bounced = awaitStatus(mail, Status.BOUNCED);
        assertThat(bounced.trouble()).isEqualTo(new Trouble(Reason.ADDRESS_REFUSED, "550 5.1.1"));
        assertThat(awaitPublished(mail)).isEqualTo("bounced");
        sink.clear();

        var next = ask(CONFIRM, ada.replaceFirst("^u", "U").replace("@", "+tag@"));
        awaitStatus(next, Status.SUPPRESSED);
        assertThat(awaitPublished(next)).isEqualTo("suppressed");
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void aRefusalOfOneDoesNotHoldUpTheOthers() {
        var refused = somebody();
        sink.refuse(refused, "550 5.1.1 No such user");
        dispatch.stop();
        var mail = queued(CONFIRM, refused).id();
        var others = IntStream.range(0, 30)
                .mapToObj(i -> queued(CONFIRM, somebody()).id())
                .toList();
        dispatch.start();

        awaitStatus(others, Status.SENT);
        awaitStatus(mail, Status.BOUNCED);
        assertThat(sink.received()).hasSize(30);
    }

    @Test
    void whatIsNoAddressBounces() {
        owner.answers(claim -> FakeOwner.send(claim, "ada@example.org\r\nRCPT TO:<eve@example.org>"));
        var bounced = awaitStatus(ask(CONFIRM, somebody()), Status.BOUNCED);

        assertThat(bounced.trouble()).isEqualTo(Trouble.of(Reason.NO_ADDRESS));
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void aMailWithoutWordsWaitsForThem() {
        var mail = ask("petition.milestone", somebody());

        await().untilAsserted(
                        () -> assertThat(mails.find(mail).map(Mail::trouble)).contains(Trouble.of(Reason.NO_TEMPLATE)));
        assertThat(mails.find(mail).orElseThrow().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void nobodyGetsMoreThanFiveMailsADay() {
        var ada = somebody();
        var asked = new ArrayList<UUID>();
        for (int i = 0; i < 8; i++) {
            asked.add(ask(i % 2 == 0 ? CONFIRM : ASK_STAFF, i % 3 == 0 ? ada : ada.replace("@", "+" + i + "@")));
        }

        await().untilAsserted(() -> assertThat(asked.stream().map(mails::find))
                .allMatch(found -> found.filter(mail -> mail.status() == Status.SENT
                                || Trouble.of(Reason.DAILY_LIMIT).equals(mail.trouble()))
                        .isPresent()));
        assertThat(sink.received()).hasSize(5);
        assertThat(asked.stream().map(id -> mails.find(id).orElseThrow()))
                .filteredOn(mail -> mail.status() == Status.QUEUED)
                .hasSize(3)
                .allMatch(mail -> mail.dueAt() != null && mail.dueAt().isAfter(Instant.now()) && mail.lease() == null);
    }

    @Test
    void anOfficeGetsALetterInItsWritersName() throws MessagingException {
        owner.answers(FakeOwner::letter);
        var office = somebody();
        awaitStatus(ask(LETTER, office), Status.SENT);

        assertThat(receivedBy(office)).singleElement().satisfies(received -> {
            var message = received.message();
            assertThat(message.getFrom()[0].toString())
                    .isEqualTo("=?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <no-reply@example.org>");
            assertThat(message.getReplyTo()[0].toString()).endsWith("<zoe@example.org>");
            assertThat(message.getSubject()).isEqualTo("Keep the Human Rights Act");
        });
    }

    @Test
    void aLetterWithoutAnAddressForAnswersWaits() {
        var forged = new MailAnswer.Sender("Zoë", "zoe@example.org\r\nBcc: all@example.org");
        owner.answers(claim -> FakeOwner.letter(claim).from(forged));
        var mail = ask(LETTER, somebody());

        await().untilAsserted(() ->
                assertThat(mails.find(mail).map(Mail::trouble)).contains(Trouble.of(Reason.WORDS_INCOMPLETE)));
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void anOfficeGetsAsManyLettersAsSupportersWrite() {
        owner.answers(FakeOwner::letter);
        var office = somebody();
        var asked = IntStream.range(0, 12).mapToObj(i -> ask(LETTER, office)).toList();

        awaitStatus(asked, Status.SENT);
        assertThat(receivedBy(office)).hasSize(12);
    }

    @Test
    void anOfficeThatRefusesALetterIsNotSuppressed() {
        owner.answers(FakeOwner::letter);
        var office = somebody();
        sink.refuse(office, "550 5.1.1 No such user");
        var refused = awaitStatus(ask(LETTER, office), Status.BOUNCED);
        assertThat(refused.trouble()).isEqualTo(new Trouble(Reason.ADDRESS_REFUSED, "550 5.1.1"));
        sink.clear();

        awaitStatus(ask(LETTER, office), Status.SENT);
        assertThat(receivedBy(office)).hasSize(1);
    }

    @Test
    void anAddressThatIsSuppressedForItsOwnerIsStillAnOffice() {
        var office = somebody();
        sink.refuse(office, "550 5.1.1 No such user");
        awaitStatus(ask(CONFIRM, office), Status.BOUNCED);
        sink.clear();
        owner.answers(FakeOwner::letter);

        awaitStatus(ask(LETTER, office), Status.SENT);
    }

    @Test
    void everyExampleIsTakenOnceHoweverOftenAndInWhateverOrderItComes() {
        owner.answers(claim -> MailAnswer.later(claim.mail()));
        var examples = Contracts.examples("mail-request.v1");
        examples.forEach(messages::send);
        examples.reversed().forEach(messages::send);
        examples.forEach(messages::send);
        var marker = ask(CONFIRM, somebody());
        await().until(() -> mails.find(marker).isPresent());

        var identities = new HashSet<UUID>();
        var aggregates = List.of(
                UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0de01"),
                UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0de06"),
                UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0e101"),
                UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0aa07"));
        await().untilAsserted(() -> {
            var found = mongo.findAll(Mail.class).stream()
                    .filter(mail -> aggregates.contains(mail.request().aggregate()))
                    .toList();
            assertThat(found).hasSize(examples.size());
            found.forEach(mail -> identities.add(mail.id()));
        });
        assertThat(identities).hasSize(examples.size());
        assertThat(messages.on("mail-request.v1.dlt", parked -> parked.text().contains("0192f0c1")))
                .isEmpty();
    }

    @Test
    void aRequestThatComesAgainAfterItsMailWasSentSendsNothing() {
        var ada = somebody();
        var request = request(CONFIRM, ada);
        var mail = ask(request);
        awaitStatus(mail, Status.SENT);

        ask(request);
        ask(new Request(
                request.owner(), CONFIRM, CONFIRM, request.aggregate(), 2, request.claim(), request.requestedAt()));
        await().until(() -> receivedBy(ada).size() == 2);
        assertThat(mails.find(mail).orElseThrow().status()).isEqualTo(Status.SENT);
        await().during(Duration.ofMillis(300)).until(() -> receivedBy(ada).size() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"nonsense\"}",
                "{}",
                "{\"id\":\"0192f0c1-7a3e-7b1c-9d55-6f2a41c0de01\",\"version\":1,\"owner\":\"../../etc\",\"purpose\":\"a\",\"template\":\"a\",\"claim\":\"x\",\"requestedAt\":\"2026-11-24T14:32:00Z\"}",
                "{\"id\":\"0192f0c1-7a3e-7b1c-9d55-6f2a41c0de01\",\"version\":1,\"owner\":\"petitions\",\"purpose\":\"a\",\"template\":\"../../x\",\"claim\":\"x\",\"requestedAt\":\"2026-11-24T14:32:00Z\"}",
                "not json"
            })
    void anUnreadableRequestIsParkedAndTheNextOneIsTaken(String body) {
        var key = UUID.randomUUID().toString();
        messages.send("mail-request.v1", key, "mail.requested.v1", body);
        awaitStatus(ask(CONFIRM, somebody()), Status.SENT);

        assertThat(messages.await("mail-request.v1.dlt", 1, parked -> key.equals(parked.key())))
                .singleElement()
                .satisfies(parked -> assertThat(parked.text()).isEqualTo(body));
    }

    @Test
    void typesFromTheFutureAreLeftAlone() {
        var key = UUID.randomUUID().toString();
        messages.send("mail-request.v1", key, "mail.recalled.v7", "{\"anything\":1}");
        awaitStatus(ask(CONFIRM, somebody()), Status.SENT);

        assertThat(messages.on("mail-request.v1.dlt", parked -> key.equals(parked.key())))
                .isEmpty();
    }
}
