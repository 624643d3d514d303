package org.clarion.letters.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clarion.letters.letter.SampleLetters.ACTION;
import static org.clarion.letters.letter.SampleLetters.BODY;
import static org.clarion.letters.letter.SampleLetters.HALE;
import static org.clarion.letters.letter.SampleLetters.MINISTER;
import static org.clarion.letters.letter.SampleLetters.NOW;
import static org.clarion.letters.letter.SampleLetters.OKAFOR;
import static org.clarion.letters.letter.SampleLetters.SEAT;
import static org.clarion.letters.letter.SampleLetters.awaiting;
import static org.clarion.letters.letter.SampleLetters.awaitingFor;
import static org.clarion.letters.letter.SampleLetters.delivered;
import static org.clarion.letters.letter.SampleLetters.details;
import static org.clarion.letters.letter.SampleLetters.first;
import static org.clarion.letters.letter.SampleLetters.queued;
import static org.clarion.letters.letter.SampleLetters.released;
import static org.clarion.letters.letter.SampleLetters.sent;
import static org.clarion.letters.letter.SampleLetters.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.letters.letter.Details.Also;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.LetterRefusal.Reason;
import org.clarion.letters.letter.Mails.Cause;
import org.clarion.letters.target.Target;
import org.clarion.messaging.mail.MailRequest;
import org.clarion.messaging.outbox.Change;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTests {

    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void aFirstSubmissionAwaitsConfirmationAndAsksForOneMail() {
        var change = first(submission(BODY, null));
        assertThat(change.state().status()).isEqualTo(Status.AWAITING_CONFIRMATION);
        assertThat(change.state().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(change.mails()).extracting(MailRequest::purpose).containsExactly("letter.confirm");
        assertThat(change.event()).isEqualTo(new LetterEvent.LetterRecorded());
    }

    @Test
    void theLastSubmissionReplacesTheWordsAndLetsEarlierMailsLapse() {
        var once = awaiting();
        var twice = again(once, submission("Other words", null)).orElseThrow();
        assertThat(body(twice.state())).isEqualTo("Other words");
        assertThat(twice.state().claim()).isNotEqualTo(once.claim());
        assertThat(twice.event()).isEqualTo(new LetterEvent.LetterAmended());
    }

    @Test
    void theSameLetterFromAnotherTabAsksForAMailAndLeavesEarlierLinksWorking() {
        var once = awaiting();
        var twice = again(once, submission(BODY, UUID.randomUUID())).orElseThrow();
        assertThat(twice.event()).isNull();
        assertThat(twice.state().claim()).isEqualTo(once.claim());
        assertThat(twice.mails()).extracting(MailRequest::purpose).containsExactly("letter.confirm");
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        var request = UUID.randomUUID();
        var once = first(submission(BODY, request)).state();
        assertThat(again(once, submission(BODY, request))).isEmpty();
    }

    @Test
    void whichRequestsWereAnsweredIsForgottenAfterADay() {
        var letter = first(submission(BODY, UUID.randomUUID())).state();
        assertThat(letter.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        var forgot = letter.comeDue(NOW.plus(Duration.ofDays(1))).orElseThrow();
        assertThat(forgot.event()).isNull();
        assertThat(forgot.state().mails().answered()).isEmpty();
        assertThat(forgot.state().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void afterFiveMailsNothingChangesAnyMoreSoThatTheLastLinkGoesOnWorking() {
        var letter = awaiting();
        for (int i = 2; i <= 5; i++) {
            letter = again(letter, submission("Words " + i, null)).orElseThrow().state();
        }
        assertThat(again(letter, submission("Mallory’s", null))).isEmpty();
        assertThat(letter.askedAgain(LATER)).isEmpty();
        assertThat(letter.confirm(LATER)).isPresent();
    }

    @Test
    void whatIsConfirmedIsNotChangedByAnybodyAndToldOnce() {
        var letter = queued();
        var told = again(letter, submission("Mallory’s", null)).orElseThrow();
        assertThat(told.event()).isNull();
        assertThat(body(told.state())).isEqualTo(BODY);
        assertThat(told.mails()).extracting(MailRequest::purpose).containsExactly("letter.already-written");
        assertThat(again(told.state(), submission("Mallory’s", null))).isEmpty();
        assertThat(told.state().askedAgain(LATER)).isEmpty();
    }

    @Test
    void aWithdrawnLetterCanBeWrittenAgainAndKeepsTheTimeAtWhichItFirstCounted() {
        var withdrawn = queued().withdraw(LATER).orElseThrow().state();
        var again = again(withdrawn, submission("Second thoughts", null)).orElseThrow();
        assertThat(again.state().status()).isEqualTo(Status.AWAITING_CONFIRMATION);
        var confirmed =
                again.state().confirm(LATER.plusSeconds(60)).orElseThrow().state();
        assertThat(confirmed.course().confirmedAt()).isEqualTo(NOW);
    }

    @Test
    void confirmingQueuesItAndLetsTheChoiceCount() {
        var letter = queued();
        assertThat(letter.status()).isEqualTo(Status.QUEUED);
        assertThat(letter.course().waitingSince()).isEqualTo(NOW);
        assertThat(letter.takesUpdates()).isTrue();
        assertThat(letter.details().choice()).isNull();
        assertThat(letter.confirm(LATER)).isEmpty();
    }

    @Test
    void theOtherTargetsGetLettersOfTheirOwnWithIdsThatARepetitionFindsAgain() {
        var letter = awaitingFor(List.of(new Also(MINISTER, null)));
        var one = Letter.sibling(letter, MINISTER, null, LATER);
        var two = Letter.sibling(letter, MINISTER, null, LATER.plusSeconds(1));
        assertThat(one.state().id()).isEqualTo(two.state().id()).isNotEqualTo(letter.id());
        assertThat(one.state().status()).isEqualTo(Status.QUEUED);
        assertThat(one.state().target()).isEqualTo(MINISTER);
        assertThat(one.state().writer()).isEqualTo(letter.writer());
        assertThat(body(one.state())).isEqualTo(BODY);
        assertThat(one.mails()).isEmpty();
        assertThat(one.state().consents()).as("the choice is the first one’s").isEmpty();
    }

    @Test
    void anUnconfirmedLetterGivesWayToOneThatWasConfirmedWithOthers() {
        var unconfirmed = awaiting();
        var confirmed = awaitingFor(List.of());
        var replaced =
                unconfirmed.replacedBy(confirmed, OKAFOR, LATER).orElseThrow().state();
        assertThat(replaced.status()).isEqualTo(Status.QUEUED);
        assertThat(replaced.claim()).isNotEqualTo(unconfirmed.claim());
        assertThat(queued().replacedBy(confirmed, OKAFOR, LATER)).isEmpty();
    }

    @Test
    void whoDidNotWriteTakesItAwayWithEverythingThatWasTyped() {
        var gone = queued().disown(LATER).orElseThrow().state();
        assertThat(gone.status()).isEqualTo(Status.INVALIDATED);
        assertThat(gone.details().sender()).isNull();
        assertThat(gone.details().text()).isNull();
        assertThat(gone.takesUpdates()).isFalse();
        assertThat(gone.disown(LATER)).isEmpty();
        refused(Reason.ALREADY_SENT, () -> sent().disown(LATER));
    }

    @Test
    void itsTurnAsksForOneMailAndNotForASecondWhileTheFirstIsUnderWay() {
        var change = queued().release(LATER).orElseThrow();
        assertThat(change.event()).isNull();
        assertThat(change.mails()).extracting(MailRequest::purpose).containsExactly("letter.to-target");
        assertThat(change.state().mayGo(change.state().version())).isTrue();
        assertThat(change.state().release(LATER)).isEmpty();
    }

    @Test
    void theAddresseeIsDecidedAtTheMomentOfSendingAndOnlyWrittenWhenItChanges() {
        var addressed = released().addressedTo(HALE, LATER).orElseThrow();
        assertThat(addressed.state().post().addressee()).isEqualTo(HALE);
        assertThat(addressed.state().addressedTo(HALE, LATER)).isEmpty();
    }

    @Test
    void wordsThatNameWhoeverWasThereBeforeAreHeldForTheSupporterToChange() {
        var letter = queued("You know what Ms  OKAFOR’s vote meant")
                .release(NOW)
                .orElseThrow()
                .state();
        var held = letter.addressedTo(HALE, LATER).orElseThrow();
        assertThat(held.state().hold()).isEqualTo(Hold.NAME_IN_TEXT);
        assertThat(held.mails()).extracting(MailRequest::purpose).containsExactly("letter.recipient-changed");
        assertThat(held.state().mayGo(letter.version())).isFalse();
        var reworded = held.state()
                .reword("Your predecessor said so", HALE, LATER)
                .orElseThrow()
                .state();
        assertThat(reworded.status()).isEqualTo(Status.QUEUED);
        assertThat(reworded.addressedTo(HALE, LATER).orElseThrow().state().status())
                .isEqualTo(Status.QUEUED);
    }

    @ParameterizedTest
    @CsvSource({
        "As Theresa  May said, true",
        "as mrs may said, true",
        "Dear Theresa I write, true",
        "as Ms. May\u2019s vote showed, true",
        "You may vote in May, false",
        "Mayor Theresa, false",
        "Mrs Mayhew said so, false",
    })
    void aPersonIsNamedByMoreThanAWord(String words, boolean named) {
        var may = new Addressee("member:1", "Theresa May", "Mrs May", "", null);
        assertThat(SampleLetters.text(words).names(may)).isEqualTo(named);
    }

    @Test
    void aHeldLetterDoesNotGoAndIsToldOfOnceAReason() {
        var letter = released();
        var held = letter.hold(Hold.VACANT).orElseThrow();
        assertThat(held.mails()).extracting(MailRequest::purpose).containsExactly("letter.held");
        assertThat(held.state().mayGo(letter.version())).isFalse();
        assertThat(held.state().hold(Hold.VACANT)).isEmpty();
        assertThat(held.state().hold(Hold.ELECTION).orElseThrow().mails()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STAFF", "PAUSED"})
    void whatStaffDoForAnHourIsNotMailed(Hold why) {
        assertThat(queued().hold(why).orElseThrow().mails()).isEmpty();
    }

    @Test
    void noCauseIsMailedAboutMoreThanFiveTimes() {
        var letter = queued();
        for (int i = 0; i < 9; i++) {
            letter = letter.hold(Hold.VACANT)
                    .orElseThrow()
                    .state()
                    .unhold(LATER)
                    .orElseThrow()
                    .state();
        }
        assertThat(letter.mails().asked(Cause.HELD)).isEqualTo(5);
    }

    @Test
    void aMailThatWasStoppedLeavesTheLetterFreeForAnother() {
        var letter = released();
        var asked = letter.version();
        var free = letter.hold(Hold.VACANT)
                .orElseThrow()
                .state()
                .mailReturned(asked)
                .orElseThrow()
                .state()
                .unhold(LATER)
                .orElseThrow()
                .state();
        assertThat(free.canBeReleased()).isTrue();
    }

    @Test
    void aLetterThatIsHeldAndFreeAgainWaitsForTheEndOfItsFirstMail() {
        var letter = released();
        var back = letter.hold(Hold.STAFF)
                .orElseThrow()
                .state()
                .unhold(LATER)
                .orElseThrow()
                .state();
        assertThat(back.canBeReleased()).as("the first mail may be on the line").isFalse();
        assertThat(back.mayGo(letter.version())).isTrue();
    }

    @Test
    void whatTheServerTookIsSentWhateverHappenedMeanwhile() {
        var letter = released();
        var asked = letter.version();
        for (var meanwhile : List.of(
                letter,
                letter.hold(Hold.STAFF).orElseThrow().state(),
                letter.withdraw(LATER).orElseThrow().state(),
                letter.cancel(LATER).orElseThrow().state())) {
            var sent = meanwhile.mailSent(asked, LATER).orElseThrow();
            assertThat(sent.state().status()).isEqualTo(Status.SENT);
            assertThat(sent.state().mailSent(asked, LATER)).isEmpty();
        }
        assertThat(letter.mailSent(asked - 1, LATER)).as("another mail").isEmpty();
    }

    @Test
    void aNewTextIsNotSentAfterTheOldOneHasLeftAtLast() {
        var letter = released();
        var again = again(letter.withdraw(LATER).orElseThrow().state(), submission("Second thoughts", null))
                .orElseThrow()
                .state();
        var sent = again.mailSent(letter.version(), LATER).orElseThrow().state();
        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(sent.confirm(LATER)).isEmpty();
    }

    @Test
    void whatCameBackCanBeTriedAgain() {
        var letter = released();
        var back = letter.mailBounced(letter.version(), LATER).orElseThrow().state();
        assertThat(back.status()).isEqualTo(Status.BOUNCED);
        assertThat(back.tryAgain(LATER).orElseThrow().state().canBeReleased()).isTrue();
        assertThat(cameBack(sent()).orElseThrow().state().status()).isEqualTo(Status.BOUNCED);
        assertThat(cameBack(delivered())).isPresent();
        assertThat(cameBack(queued())).isEmpty();
    }

    @Test
    void whatIsInDoubtWaitsForStaff() {
        var letter = released();
        var doubted = letter.mailDoubted(letter.version(), LATER).orElseThrow().state();
        assertThat(doubted.status()).isEqualTo(Status.UNKNOWN);
        assertThat(doubted.release(LATER)).isEmpty();
        assertThat(doubted.unhold(LATER)).isEmpty();
        assertThat(doubted.decided(true, LATER).orElseThrow().state().status()).isEqualTo(Status.SENT);
        assertThat(doubted.decided(false, LATER).orElseThrow().state().canBeReleased())
                .isTrue();
    }

    @Test
    void aRedirectedLetterGoesElsewhere() {
        var elsewhere = Target.seat("E14001531");
        var redirected = queued().hold(Hold.VACANT)
                .orElseThrow()
                .state()
                .redirect(elsewhere, LATER)
                .orElseThrow();
        assertThat(redirected.state().target()).isEqualTo(elsewhere);
        assertThat(redirected.state().canBeReleased()).isTrue();
        assertThat(redirected.mails()).extracting(MailRequest::purpose).containsExactly("letter.redirected");
        assertThat(sent().redirect(elsewhere, LATER)).isEmpty();
        assertThat(queued().redirect(SEAT, LATER)).isEmpty();
    }

    @Test
    void whoseLetterIsCancelledIsToldOnce() {
        var cancelled = queued().cancel(LATER).orElseThrow();
        assertThat(cancelled.mails()).extracting(MailRequest::purpose).containsExactly("letter.cancelled");
        assertThat(cancelled.state().cancel(LATER)).isEmpty();
    }

    @Test
    void whoseLetterIsRedirectedAgainAndAgainIsToldUntilItIsEnough() {
        var letter = queued();
        var told = 0;
        for (int i = 0; i <= Mails.MOST; i++) {
            var other = i % 2 == 0 ? Target.seat("E14001531") : SEAT;
            var change = letter.redirect(other, LATER).orElseThrow();
            told += change.mails().size();
            letter = change.state();
        }
        assertThat(told).isEqualTo(Mails.MOST);
    }

    @Test
    void onlyWhatHasNotLeftCanBeWithdrawn() {
        var withdrawn = queued().withdraw(LATER).orElseThrow().state();
        assertThat(withdrawn.details().sender()).isNull();
        assertThat(withdrawn.takesUpdates()).isFalse();
        assertThat(withdrawn.consents().getLast().choice()).isEqualTo(Choice.ENDED);
        assertThat(withdrawn.withdraw(LATER)).isEmpty();
        refused(Reason.ALREADY_SENT, () -> sent().withdraw(LATER));
        refused(Reason.NOT_IN_THAT_STATE, () -> awaiting().withdraw(LATER));
    }

    @Test
    void theyAreAskedAfterTwoWeeksAndOnceMoreAWeekLater() {
        var letter = delivered();
        assertThat(letter.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(14)));
        assertThat(letter.comeDue(NOW.plus(Duration.ofDays(13)))).isEmpty();
        var first = letter.comeDue(NOW.plus(Duration.ofDays(14))).orElseThrow();
        assertThat(first.mails()).extracting(MailRequest::purpose).containsExactly("letter.did-they-answer");
        assertThat(first.state().comeDue(NOW.plus(Duration.ofDays(20)))).isEmpty();
        var second = first.state().comeDue(NOW.plus(Duration.ofDays(21))).orElseThrow();
        assertThat(second.mails()).hasSize(1);
        assertThat(second.state().dueAt()).as("the text is next").isEqualTo(NOW.plus(Duration.ofDays(28)));
    }

    @Test
    void whoSaysThatTheyAnsweredIsNotAskedAgain() {
        var asked =
                delivered().comeDue(NOW.plus(Duration.ofDays(14))).orElseThrow().state();
        var replied = answered(asked, Answer.Kind.YES, null);
        assertThat(replied.status()).isEqualTo(Status.REPLIED);
        assertThat(replied.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(28)));
    }

    @Test
    void anAcknowledgementIsNoAnswerAndIsAskedAboutOnceMore() {
        var asked =
                delivered().comeDue(NOW.plus(Duration.ofDays(14))).orElseThrow().state();
        var told = answered(asked, Answer.Kind.ACKNOWLEDGEMENT, null);
        assertThat(told.status()).isEqualTo(Status.DELIVERED);
        assertThat(told.comeDue(NOW.plus(Duration.ofDays(21))).orElseThrow().mails())
                .hasSize(1);
    }

    @Test
    void theLastWordCountsAndTheSameTwiceIsOnce() {
        var yes = answered(sent(), Answer.Kind.YES, null);
        assertThat(yes.answered(new Answer(Answer.Kind.YES, null, LATER))).isEmpty();
        assertThat(answered(yes, Answer.Kind.NO, null).status()).isEqualTo(Status.SENT);
    }

    @Test
    void whatWasNotSentHasNoAnswer() {
        refused(Reason.NOT_SENT, () -> queued().answered(new Answer(Answer.Kind.YES, null, LATER)));
    }

    @Test
    void daysAreCountedFromTheDayOfSendingInLondon() {
        var replied = answered(delivered(), Answer.Kind.BESIDE_THE_QUESTION, LocalDate.parse("2026-12-06"));
        assertThat(LetterMessage.of(replied).measures())
                .containsEntry("replied", 1L)
                .containsEntry("dated", 1L)
                .containsEntry("days", 12L);
        assertThat(LetterMessage.of(replied).dimensions()).containsEntry("answer", "beside-the-question");
    }

    @Test
    void theTextGoesAfter28DaysNameAndAddressAfter104WeeksAndTheCountsStay() {
        var letter = answered(delivered(), Answer.Kind.YES, null);
        var withoutText = letter.comeDue(NOW.plus(Duration.ofDays(28))).orElseThrow();
        assertThat(withoutText.event()).isNull();
        assertThat(withoutText.state().details().text()).isNull();
        assertThat(withoutText.state().details().sender()).isNotNull();
        var forgotten =
                withoutText.state().comeDue(NOW.plus(Duration.ofDays(7 * 104))).orElseThrow();
        assertThat(forgotten.event()).isEqualTo(new LetterEvent.LetterForgotten());
        assertThat(forgotten.state().details().sender()).isNull();
        assertThat(forgotten.state().supporter()).isNull();
        assertThat(forgotten.state().writer()).isNull();
        assertThat(forgotten.state().dueAt()).isNull();
        assertThat(LetterMessage.of(forgotten.state()).measures())
                .isEqualTo(LetterMessage.of(letter).measures());
    }

    @Test
    void whatStillWaitsAfterTwoYearsIsNotSentAnyMore() {
        var held = queued().hold(Hold.VACANT).orElseThrow().state();
        var forgotten =
                held.comeDue(NOW.plus(Duration.ofDays(7 * 104))).orElseThrow().state();
        assertThat(forgotten.status()).isEqualTo(Status.CANCELLED);
        assertThat(forgotten.course().waitingSince()).isNull();
    }

    @Test
    void whatNobodyConfirmsLapsesAfterSevenDays() {
        var letter = awaiting();
        assertThat(letter.comeDue(NOW.plus(Duration.ofDays(7)).minusSeconds(1))).isEmpty();
        var expired = letter.comeDue(NOW.plus(Duration.ofDays(7))).orElseThrow();
        assertThat(expired.state().status()).isEqualTo(Status.EXPIRED);
        assertThat(expired.state().supporter()).isNull();
        assertThat(expired.state().details().sender()).isNull();
        assertThat(expired.state().comeDue(NOW.plus(Duration.ofDays(8)))).isEmpty();
    }

    @Test
    void somebodyElsesAttemptDoesNotWipeOutThatALetterWasWithdrawn() {
        var withdrawn = queued().withdraw(NOW).orElseThrow().state();
        var attempt =
                again(withdrawn, submission("Mallory’s", null)).orElseThrow().state();
        var back = attempt.comeDue(LATER.plus(Duration.ofDays(7))).orElseThrow().state();
        assertThat(back.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(back.details().text()).isNull();
    }

    @Test
    void measuresSayWhatAppliesNow() {
        assertThat(measures(awaiting())).isEqualTo(Map.of("recorded", 1L));
        assertThat(measures(queued())).isEqualTo(Map.of("recorded", 1L, "confirmed", 1L));
        assertThat(measures(queued().hold(Hold.STAFF).orElseThrow().state()))
                .isEqualTo(Map.of("recorded", 1L, "confirmed", 1L, "held", 1L));
        assertThat(measures(sent())).isEqualTo(Map.of("recorded", 1L, "confirmed", 1L, "sent", 1L));
        assertThat(measures(delivered()))
                .isEqualTo(Map.of("recorded", 1L, "confirmed", 1L, "sent", 1L, "delivered", 1L));
        assertThat(measures(cameBack(delivered()).orElseThrow().state()))
                .isEqualTo(Map.of("recorded", 1L, "confirmed", 1L, "bounced", 1L));
        assertThat(measures(queued().withdraw(LATER).orElseThrow().state())).isEqualTo(Map.of("recorded", 1L));
    }

    @Test
    void aLetterOfATrialIsMeasuredByNothing() {
        var trial = new Submission(
                ACTION,
                true,
                UUID.randomUUID(),
                submission(BODY, null).supporter(),
                SEAT,
                details("Ann", BODY, null, List.of(), false),
                null);
        assertThat(measures(first(trial).state().confirm(NOW).orElseThrow().state()))
                .isEmpty();
    }

    @Test
    void thePlaceTheTargetAndTheWordingAreDimensions() {
        assertThat(LetterMessage.of(queued()).dimensions())
                .isEqualTo(Map.of(
                        "constituency", SEAT.id(),
                        "country", "GB",
                        "language", "en",
                        "source", "direct",
                        "target", SEAT.wireName(),
                        "variant", "basic"));
    }

    @Test
    void nothingOfAPersonShowsInALog() {
        assertThat(queued().toString())
                .doesNotContain("O’Nym", "ann@example.org", "Leather Lane", "EC1N", "hospital", "clause 4");
    }

    @Test
    void updatesCanBeChosenWhileTheLetterCounts() {
        var off = queued().chooseUpdates(UpdatesConsent.change(false, LATER))
                .orElseThrow()
                .state();
        assertThat(off.takesUpdates()).isFalse();
        assertThat(off.chooseUpdates(UpdatesConsent.change(false, LATER)))
                .as("they may have said yes elsewhere since")
                .isPresent();
        assertThat(queued().chooseUpdates(UpdatesConsent.change(true, LATER))).isEmpty();
        refused(Reason.NOT_IN_THAT_STATE, () -> awaiting().chooseUpdates(UpdatesConsent.change(true, LATER)));
    }

    @Test
    void whoWantsToBeForgottenLeavesTheCountsOfWhatIsOut() {
        for (var out : List.of(sent(), delivered())) {
            var erased = out.erase(LATER).orElseThrow();
            assertErased(erased.state(), out.status());
            assertThat(erased.event()).isEqualTo(new LetterEvent.LetterForgotten());
            assertThat(measures(erased.state())).isEqualTo(measures(out));
        }
    }

    @Test
    void whoWantsToBeForgottenTakesBackWhatIsNotOut() {
        var withdrawn = queued().withdraw(LATER).orElseThrow().state();
        var disowned = queued().disown(LATER).orElseThrow().state();
        var again =
                again(withdrawn, submission("Once more", null)).orElseThrow().state();
        for (var waiting : List.of(queued(), released(), withdrawn, disowned, again)) {
            var erased = waiting.erase(LATER).orElseThrow().state();
            assertErased(erased, Status.WITHDRAWN);
            assertThat(measures(erased)).isEqualTo(Map.of("recorded", 1L));
            assertThat(erased.course().waitingSince()).isNull();
        }
    }

    @Test
    void whatComesBackOnceItsWriterIsForgottenWaitsForNobodyAndGoesNowhere() {
        var erased = sent().erase(LATER).orElseThrow().state();
        var back = cameBack(erased).orElseThrow().state();
        assertThat(back.status()).isEqualTo(Status.BOUNCED);
        assertThat(back.course().waitingSince()).isNull();
        assertThat(back.tryAgain(LATER)).isEmpty();
        assertThat(back.redirect(MINISTER, LATER)).isEmpty();
    }

    @Test
    void aNoFromElsewhereEndsAYesWhetherItCountsAlreadyOrNot() {
        var no = UpdatesConsent.no(UpdatesConsent.WORDING, LATER);
        var stopped = queued().stopUpdates(no).orElseThrow();
        assertThat(stopped.event()).isEqualTo(new LetterEvent.LetterConsentChanged());
        assertThat(stopped.state().consents()).endsWith(no);
        assertThat(stopped.state().stopUpdates(no)).isEmpty();
        var confirmed = awaiting().stopUpdates(no).orElseThrow().state().confirm(LATER);
        assertThat(confirmed.orElseThrow().state().takesUpdates()).isFalse();
    }

    @Test
    void whoIsForgottenChoosesNoUpdates() {
        var erased = sent().erase(LATER).orElseThrow().state();
        assertThat(erased.consents()).isEmpty();
        refused(Reason.NOT_IN_THAT_STATE, () -> erased.chooseUpdates(UpdatesConsent.change(true, LATER)));
    }

    @Test
    void whoWantsToBeForgottenBeforeConfirmingEnds() {
        var erased = awaiting().erase(LATER).orElseThrow();
        assertThat(erased.event()).isEqualTo(new LetterEvent.LetterExpired());
        assertErased(erased.state(), Status.EXPIRED);
    }

    private static void assertErased(Letter erased, Status status) {
        assertThat(erased.status()).isEqualTo(status);
        assertThat(erased.writer()).isNull();
        assertThat(erased.supporter()).isNull();
        assertThat(erased.details().sender()).isNull();
        assertThat(erased.details().text()).isNull();
        assertThat(erased.erase(LATER)).isEmpty();
    }

    private static Optional<Change<Letter, LetterEvent>> cameBack(Letter letter) {
        var carriedBy = letter.post().carriedBy();
        return letter.cameBack(carriedBy == null ? letter.version() : carriedBy, LATER);
    }

    private static Optional<Change<Letter, LetterEvent>> again(Letter letter, Submission submission) {
        return letter.submittedAgain(submission, LATER);
    }

    private static Letter answered(Letter letter, Answer.Kind kind, @Nullable LocalDate on) {
        return letter.answered(new Answer(kind, on, LATER)).orElseThrow().state();
    }

    private static Map<String, Long> measures(Letter letter) {
        return LetterMessage.of(letter).measures();
    }

    private static @Nullable String body(Letter letter) {
        var text = letter.details().text();
        return text == null ? null : text.body();
    }

    private static void refused(Reason reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        LetterRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
