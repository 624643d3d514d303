package org.clarion.letters.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.clarion.letters.action.Pacing;
import org.clarion.letters.action.SampleActions;
import org.clarion.letters.contact.Contact.State;
import org.clarion.letters.letter.Addressee;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.representative.Member;
import org.clarion.letters.target.Target;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.clarion.servicedefaults.Ids;
import org.clarion.testsupport.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class DeliveryIT extends PostOffice {

    @Autowired
    DeliveryNotes notes;

    @Autowired
    Paces paces;

    private State contact(Member member) {
        return mongo.findById(member.id(), Member.class).contact().state();
    }

    /** Queued, its turn come, and the claim redeemed. */
    private Letter onItsWay(Target seat) {
        var letter = confirmed(opened(), seat);
        look();
        assertThat(decision(redeem(awaitAsked(letter, 1)))).isEqualTo("SEND");
        return find(letter);
    }

    private static long asked(Letter letter) {
        return letter.post().underWay().asked();
    }

    private void awaitStatus(Letter letter, Status status) {
        await().untilAsserted(() -> assertThat(status(letter)).isEqualTo(status));
    }

    /** Whatever was said on the topic before has been heard. */
    private void heard() {
        var marker = onItsWay(mark());
        ends(marker, asked(marker), "sent", null);
        awaitStatus(marker, Status.SENT);
    }

    private Target mark() {
        var seat = freshSeat();
        elected(seat);
        return seat;
    }

    @Test
    void aLetterGoesToWhoeverHoldsTheSeatInItsWritersName() {
        var seat = freshSeat();
        var member = elected(seat, "Nkechi Okafor", "okafor.office@parliament.test");
        var letter = confirmed(opened(), seat);
        look();
        var before = now();
        var answer = redeem(awaitAsked(letter, 1));

        assertThat(decision(answer)).isEqualTo("SEND");
        assertThat(answer.path("address").asString()).isEqualTo("member-" + member.id() + "@mp.example.org");
        assertThat(answer.toString()).doesNotContain("parliament.test");
        assertThat(answer.path("name").asString()).isEqualTo("Nkechi Okafor");
        assertThat(answer.path("sender").path("name").asString()).isEqualTo("Zoë Müller");
        assertThat(answer.path("sender").path("replyTo").asString()).isEqualTo("zoe@example.org");
        assertThat(answer.path("model").path("letter").asString())
                .startsWith("Dear Ms Okafor,\n\n" + OWN_WORDS)
                .endsWith("Yours sincerely,\n\nZoë Müller\n12 Example Street\nLondon\nNW1 0AA\n");
        assertThat(find(letter).post().addressee().key()).isEqualTo(member.key());
        assertThat(find(letter).post().addressee().address()).isEqualTo("okafor.office@parliament.test");
        assertThat(find(letter).post().decidedAt()).isBetween(before, now());
    }

    @Test
    void theClaimRedeemedAgainAfterACrashSaysTheSame() {
        var letter = onItsWay(mark());
        var request = awaitAsked(letter, 1);
        var version = find(letter).version();

        assertThat(decision(redeem(request))).isEqualTo("SEND");
        assertThat(find(letter).version()).isEqualTo(version);
        look();
        assertThat(requests(letter)).hasSize(1);
    }

    @Test
    void sentIsSentHoweverOftenItIsSaid() {
        var letter = onItsWay(mark());
        var mail = asked(letter);
        ends(letter, mail, "sent", null);
        awaitStatus(letter, Status.SENT);
        var sent = find(letter);
        ends(letter, mail, "sent", null);
        ends(letter, mail, "unknown", "in-doubt");
        ends(letter, mail, "cancelled", null);
        heard();

        assertThat(find(letter)).isEqualTo(sent);
        assertThat(sent.post().sentAt()).isNotNull();
    }

    @Test
    void aRedeemedLetterThatIsWithdrawnMeanwhileWasSentAllTheSame() {
        var letter = onItsWay(mark());
        holds.hold(new StaffHold(letter.target().wireName(), now(), "ada@example.org"));
        look();
        assertThat(hold(letter)).isEqualTo(Hold.STAFF);
        ends(letter, asked(letter), "sent", null);

        awaitStatus(letter, Status.SENT);
    }

    @Test
    void whoeverIsElectedMeanwhileGetsTheLetter() {
        var seat = mark();
        var letter = confirmed(opened(), seat);
        look();
        var request = awaitAsked(letter, 1);
        var next = elected(seat, "Tom Hale", "hale@parliament.test");
        var answer = redeem(request);

        assertThat(answer.path("address").asString()).isEqualTo("member-" + next.id() + "@mp.example.org");
        assertThat(answer.path("model").path("letter").asString()).startsWith("Dear Ms Hale,");
        assertThat(find(letter).post().addressee().key()).isEqualTo(next.key());
    }

    @Test
    void aLetterThatNamesWhoeverHasGoneIsNotSent() {
        var seat = freshSeat();
        var before = elected(seat, "Nkechi Okafor", "okafor@parliament.test");
        var shown = new Addressee(before.key(), before.name(), before.salutation(), null);
        var letter = confirmed(opened(), seat, "You promised it, Ms Okafor.", shown, false);
        look();
        var request = awaitAsked(letter, 1);
        elected(seat, "Tom Hale", "hale@parliament.test");

        assertThat(decision(redeem(request))).isEqualTo("NO_LONGER_NEEDED");
        assertThat(hold(letter)).isEqualTo(Hold.NAME_IN_TEXT);
        look();
        assertThat(hold(letter)).isEqualTo(Hold.NAME_IN_TEXT);
    }

    @Test
    void aSeatThatFallsVacantAtTheLastMomentHoldsTheLetterUntilSomebodyIsThere() {
        var seat = mark();
        var letter = confirmed(opened(), seat);
        look();
        var request = awaitAsked(letter, 1);
        vacated(seat);

        assertThat(decision(redeem(request))).isEqualTo("NO_LONGER_NEEDED");
        assertThat(status(letter)).isEqualTo(Status.HELD);
        assertThat(hold(letter)).isEqualTo(Hold.VACANT);
        messages.await(
                "mail-request.v1",
                1,
                message -> letter.id().toString().equals(message.key())
                        && message.json().path("purpose").asString().equals(Letter.HELD_MAIL));
        ends(letter, version(request), "cancelled", null);
        await().untilAsserted(() -> assertThat(find(letter).post().underWay()).isNull());

        elected(seat, "Tom Hale", "hale@parliament.test");
        look();
        assertThat(status(letter)).isEqualTo(Status.QUEUED);
        untilTheNextTurn(seat);
        look();
        var again = awaitAsked(letter, 2);
        assertThat(decision(redeem(again))).isEqualTo("SEND");
        assertThat(find(letter).post().addressee().address()).isEqualTo("hale@parliament.test");
        assertThat(decision(redeem(request))).isEqualTo("NO_LONGER_NEEDED");
    }

    @Test
    void whatStandsAgainstALetterHoldsItBeforeItsTurn() {
        var vacant = freshSeat();
        vacated(vacant);
        var without = freshSeat();
        elected(without, "Ada Vale", null);
        var held = mark();
        holds.hold(new StaffHold(held.wireName(), now(), "ada@example.org"));
        var paused = kept(SampleActions.paused());
        var action = opened();
        var toVacant = confirmed(action, vacant);
        var toNobodyKnown = confirmed(action, freshSeat());
        var toWithout = confirmed(action, without);
        var toHeld = confirmed(action, held);
        var ofPaused = confirmed(paused, mark());
        look();

        assertThat(hold(toVacant)).isEqualTo(Hold.VACANT);
        assertThat(hold(toNobodyKnown)).isEqualTo(Hold.NOT_KNOWN);
        assertThat(hold(toWithout)).isEqualTo(Hold.NO_ADDRESS);
        assertThat(hold(toHeld)).isEqualTo(Hold.STAFF);
        assertThat(hold(ofPaused)).isEqualTo(Hold.PAUSED);
        assertThat(requests(toVacant)).isEmpty();

        holds.release(held);
        look();
        assertThat(status(toHeld)).isEqualTo(Status.QUEUED);
    }

    @Test
    void lettersOfAClosedActionStillLeave() {
        var letter = confirmed(kept(SampleActions.closed()), mark());
        look();

        assertThat(decision(redeem(awaitAsked(letter, 1)))).isEqualTo("SEND");
    }

    @Test
    void whatIsTriedOutGoesToItsWriterAndTakesNoTurnOfTheOffice() {
        var seat = mark();
        var action = opened();
        var first = confirmed(action, seat);
        var tried = confirmed(action, seat, OWN_WORDS, null, true);
        look();
        var answer = redeem(awaitAsked(tried, 1));

        assertThat(answer.path("address").asString()).isEqualTo("zoe@example.org");
        assertThat(answer.path("model").path("letter").asString()).startsWith("Dear Ms Okafor,");
        awaitAsked(first, 1);
        ends(tried, version(awaitAsked(tried, 1)), "bounced", "address-refused");
        awaitStatus(tried, Status.BOUNCED);
        look();
        assertThat(status(first)).isEqualTo(Status.QUEUED);
    }

    @Test
    void anAddressThatRefusesIsMarkedAndItsLettersAreHeld() {
        var seat = freshSeat();
        var member = elected(seat);
        var action = opened();
        var refused = confirmed(action, seat);
        look();
        redeem(awaitAsked(refused, 1));
        var next = confirmed(action, seat);
        ends(refused, version(awaitAsked(refused, 1)), "bounced", "address-refused");
        awaitStatus(refused, Status.BOUNCED);

        assertThat(contact(member)).isEqualTo(State.BOUNCING);
        look();
        assertThat(hold(next)).isEqualTo(Hold.BOUNCING);
        assertThat(find(refused).post().underWay()).isNull();
    }

    @Test
    void aLetterThatComesBackDaysLaterMarksTheAddressToo() {
        var seat = freshSeat();
        var member = elected(seat);
        var letter = onItsWay(seat);
        var mail = asked(letter);
        ends(letter, mail, "sent", null);
        awaitStatus(letter, Status.SENT);
        ends(letter, mail, "bounced", "gave-up");
        awaitStatus(letter, Status.BOUNCED);

        assertThat(contact(member)).isEqualTo(State.BOUNCING);
        var bounced = find(letter);
        ends(letter, mail, "bounced", "gave-up");
        ends(letter, mail, "sent", null);
        heard();
        assertThat(find(letter)).isEqualTo(bounced);
    }

    @Test
    void aBounceOfAnEarlierMailSaysNothingAboutTheNext() {
        var letter = onItsWay(mark());
        var first = asked(letter);
        ends(letter, first, "unknown", "in-doubt");
        awaitStatus(letter, Status.UNKNOWN);
        letters.change(letter.id(), doubted -> doubted.decided(false, now()));
        untilTheNextTurn(letter.target());
        look();
        var second = awaitAsked(letter, 2);
        redeem(second);
        ends(letter, version(second), "sent", null);
        awaitStatus(letter, Status.SENT);
        ends(letter, first, "bounced", "address-refused");
        heard();

        assertThat(status(letter)).isEqualTo(Status.SENT);
    }

    @Test
    void aServerThatDoesNotWantALetterMarksTheAddressOnlyTheThirdTime() {
        var seat = freshSeat();
        var member = elected(seat);
        for (int i = 1; i <= 3; i++) {
            var letter = onItsWay(seat);
            ends(letter, asked(letter), "bounced", "mail-refused");
            awaitStatus(letter, Status.BOUNCED);
            assertThat(contact(member)).isEqualTo(i < 3 ? State.FINE : State.BOUNCING);
            untilTheNextTurn(seat);
        }
    }

    private void untilTheNextTurn(Target seat) {
        await().until(() -> !now().isBefore(paces.of(List.of(seat)).get(seat).nextAt()));
    }

    @Test
    void aLetterInDoubtWaitsForStaffAndNeverLeavesByItself() {
        var letter = onItsWay(mark());
        ends(letter, asked(letter), "unknown", "in-doubt");
        awaitStatus(letter, Status.UNKNOWN);
        look();
        look();
        // and when somebody presses "try again" in the mail queue, the mail is not needed
        assertThat(decision(redeem(awaitAsked(letter, 1)))).isEqualTo("NO_LONGER_NEEDED");

        assertThat(status(letter)).isEqualTo(Status.UNKNOWN);
        assertThat(requests(letter)).hasSize(1);
    }

    @Test
    void aMailInDoubtThatComesBackIsInDoubtNoMore() {
        var letter = onItsWay(mark());
        var mail = asked(letter);
        ends(letter, mail, "unknown", "in-doubt");
        awaitStatus(letter, Status.UNKNOWN);
        ends(letter, mail, "bounced", "address-refused");

        awaitStatus(letter, Status.BOUNCED);
    }

    @Test
    void whatHasNotComeBackForDaysIsDelivered() {
        var letter = onItsWay(mark());
        ends(letter, asked(letter), "sent", null);
        awaitStatus(letter, Status.SENT);
        assertThat(notes.note().done()).isZero();
        mongo.updateFirst(
                Query.query(where("_id").is(letter.id())),
                Update.update("post.sentAt", now().minus(Duration.ofDays(3)).minusSeconds(1)),
                Letter.class);

        assertThat(notes.note()).isEqualTo(new Outcome(1, 0, 0));
        assertThat(status(letter)).isEqualTo(Status.DELIVERED);
        assertThat(notes.note()).isEqualTo(new Outcome(0, 0, 0));
    }

    @Test
    void whileParliamentIsDissolvedLettersToSeatsWaitAndThenGoToTheElected() {
        var seat = mark();
        var action = opened();
        var waiting = confirmed(action, seat);
        var under = confirmed(action, mark());
        look();
        var request = awaitAsked(under, 1);
        elections.change(election ->
                election.on(now().atZone(Timetable.LONDON).toLocalDate().minusDays(1), now(), "ada@example.org"));

        assertThat(decision(redeem(request))).isEqualTo("NO_LONGER_NEEDED");
        assertThat(hold(under)).isEqualTo(Hold.ELECTION);
        var late = confirmed(action, seat);
        look();
        assertThat(hold(late)).isEqualTo(Hold.ELECTION);

        elected(seat, "Tom Hale", "hale@parliament.test");
        elections.change(election -> election.lifted(now(), "ada@example.org"));
        look();
        assertThat(status(late)).isEqualTo(Status.QUEUED);
        untilTheNextTurn(seat);
        look();
        untilTheNextTurn(seat);
        look();
        var answer = redeem(awaitAsked(late, 1));
        assertThat(answer.path("model").path("letter").asString()).startsWith("Dear Ms Hale,");
        assertThat(waiting.target()).isEqualTo(seat);
    }

    @Test
    void manyInstancesGiveAnOfficeOneLetterATurn() throws Exception {
        var seat = mark();
        var action = opened();
        IntStream.range(0, 40).forEach(i -> confirmed(action, seat));
        var begun = now();
        var looks = new ArrayList<Callable<PostRound.Outcome>>();
        for (int i = 0; i < 24; i++) {
            looks.add(round::go);
        }
        var released = 0;
        try (var instances = Executors.newFixedThreadPool(8)) {
            for (var look : instances.invokeAll(looks)) {
                released += look.get().released();
            }
        }
        var gap = new Timetable(new Pacing(1000, 0, 24, true), false, 0).shortestGap();
        assertThat((long) released)
                .isBetween(1L, 1 + Duration.between(begun, now()).dividedBy(gap));
    }

    @Test
    void eachOfficeHasItsOwnPace() {
        var action = opened();
        var all =
                IntStream.range(0, 30).mapToObj(i -> confirmed(action, mark())).toList();

        assertThat(look().released()).isEqualTo(30);
        all.forEach(letter -> assertThat(find(letter).post().underWay()).isNotNull());
    }

    @Test
    void aLookCostsAsMuchAsThereAreLettersThatWait() {
        var seat = mark();
        var action = opened();
        confirmed(action, seat);
        look(); // makes the indexes
        IntStream.range(0, 300).forEach(i -> confirmed(action, seat));
        mongo.updateMulti(
                new Query(), new Update().set("status", Status.DELIVERED).unset("course.waitingSince"), Letter.class);
        IntStream.range(0, 7).forEach(i -> confirmed(action, seat));
        mongo.executeCommand(new Document("profile", 2));
        letters.backlog();
        letters.backlog(seat);
        mongo.executeCommand(new Document("profile", 0));

        var looks = mongo.find(
                Query.query(where("ns")
                        .regex("\\.letters$")
                        .and("command.aggregate")
                        .is("letters")),
                Document.class,
                "system.profile");
        assertThat(looks).hasSizeGreaterThanOrEqualTo(2);
        assertThat(looks)
                .allSatisfy(look -> assertThat(look.getInteger("docsExamined")).isLessThanOrEqualTo(7));
    }

    @Test
    void aLetterThatCannotBeReadHoldsUpNoOther() {
        var seat = mark();
        var broken = confirmed(opened(), seat);
        mongo.getCollection("letters")
                .updateOne(new Document("_id", broken.id()), new Document("$set", new Document("mails", "nonsense")));
        var good = confirmed(opened(), seat);
        var outcome = look();
        if (outcome.released() == 0) {
            untilTheNextTurn(seat);
            outcome = outcome.and(look());
        }

        assertThat(outcome.failed()).isPositive();
        assertThat(find(good).post().underWay()).isNotNull();
        mongo.getCollection("letters").deleteOne(new Document("_id", broken.id()));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void whateverIsImportedNothingLeavesTheHouse(long seed) {
        var random = new Random(seed);
        var action = opened();
        var addresses = List.of(
                "real.person.mp@parliament.uk",
                "Real.Person@PARLIAMENT.UK",
                "office@example.com",
                "a@b.co.uk",
                "x@xn--mnchen-3ya.de",
                "x@münchen.de",
                "mp.example.org@evil.net",
                "\"a b\"@parliament.uk",
                "a@parliament.uk, b@parliament.uk",
                "a@parliament.uk\r\nBcc: b@parliament.uk",
                "a@[127.0.0.1]",
                "@",
                "member-1@mp.example.org.evil.net");
        var sent = new ArrayList<Letter>();
        for (int i = 0; i < 25; i++) {
            var seat = freshSeat();
            elected(seat, "Ada Vale", addresses.get(random.nextInt(addresses.size())));
            sent.add(confirmed(action, seat));
        }
        look();

        for (var letter : sent) {
            requests(letter).stream().map(this::redeem).forEach(answer -> {
                if (decision(answer).equals("SEND")) {
                    assertThat(answer.path("address").asString()).matches("member-\\d+@mp\\.example\\.org");
                }
            });
        }
        assertThat(sent).anyMatch(letter -> !requests(letter).isEmpty());
    }

    @Test
    void everyExampleIsHeardOnceTwiceAndOutOfOrder() {
        var examples = Contracts.examples("mail.v1");
        examples.forEach(messages::send);
        examples.reversed().forEach(messages::send);
        messages.send(
                "mail.v1", Ids.next().toString(), "mail.recalled.v7", "{\"state\":\"recalled\",\"owner\":\"letters\"}");
        heard();

        assertThat(messages.on("mail.v1.dlt")).isEmpty();
    }
}
