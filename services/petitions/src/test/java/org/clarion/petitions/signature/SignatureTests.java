package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.messaging.envelope.Participation;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.mail.MailRequest;
import org.clarion.messaging.outbox.Change;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final SignatureSettings SETTINGS = new SignatureSettings(
            Duration.ofHours(24),
            FORTNIGHT,
            KEPT,
            Duration.ofDays(183),
            Duration.ofDays(7),
            Duration.ofDays(60),
            Duration.ofHours(24),
            Duration.ofHours(1),
            1000);
    private static final UUID PETITION = UUID.randomUUID();
    private static final UUID SIGNER = UUID.randomUUID();

    @Test
    void aFirstSubmissionAwaitsConfirmationAndAsksForOneMail() {
        var change = first(submission("Ann", null));
        assertThat(change.state().status()).isEqualTo(Status.AWAITING_CONFIRMATION);
        assertThat(change.state().expiresAt()).isEqualTo(NOW.plus(FORTNIGHT));
        assertThat(change.mails()).extracting(MailRequest::purpose).containsExactly("signature.confirm");
        assertThat(change.event()).isEqualTo(new SignatureEvent.SignatureRecorded());
    }

    @Test
    void theLastSubmissionReplacesTheDetailsAndLetsEarlierMailsLapse() {
        var once = first(submission("Ann", null)).state();
        var twice = again(once, submission("Anne", null)).orElseThrow();
        assertThat(name(twice.state())).isEqualTo("Anne");
        assertThat(twice.state().claim()).isNotEqualTo(once.claim());
        assertThat(twice.state().mails().details()).isEqualTo(2);
        assertThat(twice.mails()).hasSize(1);
        assertThat(twice.event()).isEqualTo(new SignatureEvent.SignatureAmended());
    }

    @Test
    void afterFiveMailsNothingChangesAnyMoreSoThatTheLastLinkGoesOnWorking() {
        var signature = first(submission("Ann", null)).state();
        for (int i = 2; i <= 5; i++) {
            signature =
                    again(signature, submission("Ann " + i, null)).orElseThrow().state();
        }
        assertThat(signature.mails().asked()).isEqualTo(5);
        assertThat(again(signature, submission("Mallory", null))).isEmpty();
        assertThat(signature.askedAgain(SETTINGS.manageWithin(), LATER)).isEmpty();
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        var request = UUID.randomUUID();
        var once = first(submission("Ann", request)).state();
        assertThat(again(once, submission("Ann", request))).isEmpty();
        var other =
                again(once, submission("Ann", UUID.randomUUID())).orElseThrow().state();
        assertThat(again(other, submission("Ann", request))).isEmpty();
    }

    @Test
    void resendingKeepsTheDetailsAndTheEarlierLinks() {
        var once = first(submission("Ann", null)).state();
        var resent = once.askedAgain(SETTINGS.manageWithin(), LATER).orElseThrow();
        assertThat(resent.event()).isNull();
        assertThat(resent.state().claim()).isEqualTo(once.claim());
        assertThat(resent.mails()).hasSize(1);
        assertThat(resent.state().version()).isEqualTo(2);
    }

    @Test
    void confirmingCountsAndTakesUpTheChoice() {
        var confirmed = confirmed();
        assertThat(confirmed.status()).isEqualTo(Status.CONFIRMED);
        assertThat(confirmed.confirmedAt()).isEqualTo(LATER);
        assertThat(confirmed.expiresAt()).isNull();
        assertThat(confirmed.takesUpdates()).isTrue();
        assertThat(confirmed.details().choice()).isNull();
    }

    @Test
    void confirmingTwiceCountsOnce() {
        assertThat(confirmed().confirm(LATER)).isEmpty();
    }

    @Test
    void aConfirmedSignerWhoSignsAgainIsToldOnceAndNothingElseChanges() {
        var told = again(confirmed(), submission("Mallory", null)).orElseThrow();
        assertThat(told.event()).isNull();
        assertThat(told.mails()).extracting(MailRequest::purpose).containsExactly("signature.already-signed");
        assertThat(name(told.state())).isEqualTo("Ann");
        assertThat(again(told.state(), submission("Mallory", null))).isEmpty();
        assertThat(told.state().askedAgain(SETTINGS.manageWithin(), LATER)).isEmpty();
    }

    /** Otherwise nobody could withdraw any more. */
    @Test
    void aConfirmedSignerIsToldAgainOnceTheLinksOfTheLastMailHaveEnded() {
        var told = again(confirmed(), submission("Ann", null)).orElseThrow().state();
        var links = SETTINGS.manageWithin();
        assertThat(told.askedAgain(links, LATER.plus(links).minusMillis(1))).isEmpty();
        assertThat(told.askedAgain(links, LATER.plus(links)).orElseThrow().mails())
                .extracting(MailRequest::purpose)
                .containsExactly("signature.already-signed");
    }

    @Test
    void whoseSignatureWasTakenBackIsForgottenInTheEndAndItsCountStays() {
        var withdrawn = confirmed().withdraw(KEPT, LATER).orElseThrow().state();
        var disowned = confirmed().disown(KEPT, LATER).orElseThrow().state();
        for (var signature : List.of(withdrawn, disowned)) {
            assertThat(signature.expire(KEPT, LATER.plus(KEPT).minusMillis(1))).isEmpty();
            var forgotten = signature.expire(KEPT, LATER.plus(KEPT)).orElseThrow();
            assertThat(forgotten.event()).isEqualTo(new SignatureEvent.SignatureForgotten());
            assertForgotten(forgotten.state(), signature);
            assertThat(forgotten.state().expire(KEPT, Instant.MAX)).isEmpty();
        }
    }

    @Test
    void aConfirmedSignatureCountsOnWhenItIsForgottenWhoseItIs() {
        var forgotten = confirmed().forget().orElseThrow().state();
        assertForgotten(forgotten, confirmed());
        assertThat(SignatureMessage.of(forgotten).measures()).containsEntry("confirmed", 1L);
        assertThat(forgotten.forget()).isEmpty();
        assertRefused(() -> forgotten.chooseUpdates(UpdatesConsent.change(true, LATER)), Reason.NOT_CONFIRMED);
    }

    @Test
    void whoWantsToBeForgottenCountsNoMoreAndLeavesNoTrace() {
        var withdrawn = confirmed().withdraw(KEPT, LATER).orElseThrow().state();
        var disowned = confirmed().disown(KEPT, LATER).orElseThrow().state();
        var again = again(withdrawn, submission("Ann", null)).orElseThrow().state();
        for (var signature : List.of(confirmed(), withdrawn, disowned, again)) {
            var erased = signature.erase().orElseThrow();
            assertThat(erased.event()).isEqualTo(new SignatureEvent.SignatureForgotten());
            assertForgotten(erased.state(), withdrawn);
            assertThat(erased.state().expiresAt()).isNull();
            assertThat(erased.state().erase()).isEmpty();
        }
    }

    @Test
    void whoWantsToBeForgottenBeforeConfirmingEnds() {
        var awaiting = first(submission("Ann", null)).state();
        var disowned = awaiting.disown(KEPT, LATER).orElseThrow().state();
        for (var signature : List.of(awaiting, disowned)) {
            var erased = signature.erase().orElseThrow();
            assertThat(erased.event()).isEqualTo(new SignatureEvent.SignatureExpired());
            assertThat(erased.state().status()).isEqualTo(Status.EXPIRED);
            assertThat(erased.state().details().by()).isNull();
            assertThat(erased.state().supporter()).isNull();
            assertThat(erased.state().erase()).isEmpty();
        }
    }

    private static void assertForgotten(Signature forgotten, Signature before) {
        assertThat(forgotten.signer()).isNull();
        assertThat(forgotten.supporter()).isNull();
        assertThat(forgotten.details().by()).isNull();
        assertThat(forgotten.consents()).isEmpty();
        var message = SignatureMessage.of(forgotten);
        assertThat(message.supporter()).isNull();
        assertThat(message.state()).isEqualTo(before.status().wireName());
        assertThat(message.measures()).isEqualTo(SignatureMessage.of(before).measures());
        assertThat(message.dimensions()).isEqualTo(SignatureMessage.of(before).dimensions());
    }

    @Test
    void withdrawingErasesThePersonAndEndsTheUpdates() {
        var withdrawn = confirmed().withdraw(KEPT, LATER).orElseThrow().state();
        assertThat(withdrawn.details().by()).isNull();
        assertThat(withdrawn.takesUpdates()).isFalse();
        assertThat(withdrawn.consents()).extracting(ConsentChoice::choice).containsExactly(Choice.GIVEN, Choice.ENDED);
        assertThat(withdrawn.withdraw(KEPT, LATER)).isEmpty();
        assertThat(withdrawn.confirmedAt()).isEqualTo(LATER);
    }

    @Test
    void onlyAConfirmedSignatureIsWithdrawn() {
        assertRefused(() -> first(submission("Ann", null)).state().withdraw(KEPT, NOW), Reason.NOT_CONFIRMED);
    }

    @Test
    void aWithdrawnSignerMaySignAgainWithFreshMails() {
        var withdrawn = confirmed().withdraw(KEPT, LATER).orElseThrow().state();
        var again = again(withdrawn, submission("Ann", null)).orElseThrow();
        assertThat(again.state().status()).isEqualTo(Status.AWAITING_CONFIRMATION);
        assertThat(again.state().mails().asked()).isEqualTo(1);
        var counted = again.state().confirm(NOW.plusSeconds(600)).orElseThrow().state();
        assertThat(counted.confirmedAt()).as("set once").isEqualTo(LATER);
        assertThat(counted.consents()).hasSize(3);
    }

    @Test
    void aLinkOfAnEarlierLifeConfirmsNothing() {
        var withdrawn = confirmed().withdraw(KEPT, LATER).orElseThrow().state();
        assertRefused(() -> withdrawn.confirm(NOW), Reason.NOT_IN_THAT_STATE);
    }

    @Test
    void whoDidNotSignIsTakenAway() {
        for (var signature : List.of(first(submission("Ann", null)).state(), confirmed())) {
            var disowned = signature.disown(KEPT, LATER).orElseThrow().state();
            assertThat(disowned.status()).isEqualTo(Status.INVALIDATED);
            assertThat(disowned.details().by()).isNull();
            assertThat(disowned.takesUpdates()).isFalse();
            assertThat(disowned.disown(KEPT, LATER)).isEmpty();
            assertRefused(() -> disowned.confirm(LATER), Reason.NOT_IN_THAT_STATE);
        }
    }

    @Test
    void signingAgainAfterADisownedAttemptGoesOnCountingTheMails() {
        var disowned = first(submission("Ann", null))
                .state()
                .disown(KEPT, LATER)
                .orElseThrow()
                .state();
        var again = again(disowned, submission("Ann", null)).orElseThrow().state();
        assertThat(again.status()).isEqualTo(Status.AWAITING_CONFIRMATION);
        assertThat(again.mails().asked()).isEqualTo(2);
    }

    @Test
    void aRequestIsForgottenOnceNobodyRepeatsItAnyMore() {
        var request = UUID.randomUUID();
        var signature = first(submission("Ann", request)).state();
        assertThat(signature.forgetRequests(NOW.minusMillis(1))).isEmpty();
        var forgotten = signature.forgetRequests(NOW).orElseThrow();
        assertThat(forgotten.event()).isNull();
        assertThat(forgotten.mails()).isEmpty();
        assertThat(forgotten.state().mails().answered(request)).isFalse();
        assertThat(forgotten.state().mails().asked()).isEqualTo(1);
        assertThat(forgotten.state().claim()).as("mails under way").isEqualTo(signature.claim());
        assertThat(forgotten.state().forgetRequests(LATER)).isEmpty();
    }

    @Test
    void whatNobodyConfirmsEndsWithoutATrace() {
        var signature = first(submission("Ann", UUID.randomUUID())).state();
        assertThat(signature.expire(KEPT, NOW.plus(FORTNIGHT).minusMillis(1))).isEmpty();
        var expired = signature.expire(KEPT, NOW.plus(FORTNIGHT)).orElseThrow();
        assertThat(expired.state().details().by()).isNull();
        assertThat(expired.state().supporter()).isNull();
        assertThat(expired.state().signer()).isNull();
        assertThat(expired.state().mails().answered()).isEmpty();
        assertThat(SignatureMessage.of(expired.state()).supporter()).isNull();
        assertThat(expired.state().expire(KEPT, NOW.plus(FORTNIGHT))).isEmpty();
    }

    @Test
    void aConfirmedSignatureNeverExpires() {
        assertThat(confirmed().expire(KEPT, Instant.MAX)).isEmpty();
    }

    @Test
    void anUnconfirmedSecondLifeFallsBackToWithdrawn() {
        var withdrawn = confirmed().withdraw(KEPT, LATER).orElseThrow().state();
        var again = again(withdrawn, submission("Mallory", null)).orElseThrow().state();
        var lapsed = again.expire(KEPT, NOW.plus(FORTNIGHT).plusSeconds(61))
                .orElseThrow()
                .state();
        assertThat(lapsed.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(lapsed.details().by()).isNull();
        assertThat(lapsed.consents()).isEqualTo(withdrawn.consents());
        assertThat(lapsed.supporter()).isNotNull();
    }

    /** They may have said yes with another petition since. */
    @Test
    void aNoIsNotedEachTimeAndStandsOnceInTheLedger() {
        var no = UpdatesConsent.change(false, LATER);
        var again = UpdatesConsent.change(false, LATER.plusSeconds(1));
        var repeated = confirmed().chooseUpdates(no).orElseThrow().state().chooseUpdates(again);
        assertThat(repeated.orElseThrow().event()).isEqualTo(new SignatureEvent.SignatureConsentChanged());
        assertThat(repeated.orElseThrow().state().consents()).hasSize(2).endsWith(again);
    }

    @Test
    void aNoFromElsewhereEndsAYesWhetherItCountsAlreadyOrNot() {
        var no = UpdatesConsent.no(UpdatesConsent.WORDING, LATER);
        var stopped = confirmed().stopUpdates(no).orElseThrow();
        assertThat(stopped.event()).isEqualTo(new SignatureEvent.SignatureConsentChanged());
        assertThat(stopped.state().consents()).endsWith(no);
        assertThat(stopped.state().takesUpdates()).isFalse();
        assertThat(stopped.state().stopUpdates(no)).isEmpty();

        var awaiting = first(submission("Ann", null)).state().stopUpdates(no).orElseThrow();
        assertThat(awaiting.state().consents()).containsExactly(no);
        assertThat(awaiting.state().confirm(LATER).orElseThrow().state().takesUpdates())
                .isFalse();
        assertThat(confirmed().forget().orElseThrow().state().stopUpdates(no)).isEmpty();
    }

    @Test
    void theChoiceAboutUpdatesCanBeChangedBothWaysAndEveryChangeIsKept() {
        var without = confirmed()
                .chooseUpdates(UpdatesConsent.change(false, LATER))
                .orElseThrow()
                .state();
        assertThat(without.takesUpdates()).isFalse();
        assertThat(without.chooseUpdates(UpdatesConsent.change(true, LATER))
                        .orElseThrow()
                        .state()
                        .chooseUpdates(UpdatesConsent.change(true, LATER)))
                .isEmpty();
        var with = without.chooseUpdates(UpdatesConsent.change(true, LATER))
                .orElseThrow()
                .state();
        assertThat(with.consents())
                .extracting(ConsentChoice::choice)
                .containsExactly(Choice.GIVEN, Choice.WITHDRAWN, Choice.GIVEN);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void anExpiredSignatureIsTheEndAndNothingStaysWhereItIs(Status status) {
        assertThat(Status.EXPIRED.leadsTo(status)).isFalse();
        assertThat(status.leadsTo(status)).isFalse();
    }

    @Test
    void theWorldSeesNoPerson() {
        var message = SignatureMessage.of(confirmed());
        assertThat(message)
                .extracting(Participation::state, Participation::countedAt, Participation::measures)
                .containsExactly("confirmed", LATER, Map.of("recorded", 1L, "confirmed", 1L));
        assertThat(message.dimensions())
                .isEqualTo(Map.of(
                        "constituency", "E14001530",
                        "country", "GB",
                        "language", "en",
                        "source", "newsletter",
                        "text", "1"));
        assertThat(message.toString()).doesNotContain("Ann", "ann@", "SW1A");
        assertThat(confirmed().toString()).doesNotContain("Ann", "ann@", "SW1A");
    }

    private static String name(Signature signature) {
        return java.util.Objects.requireNonNull(signature.details().by()).name();
    }

    private static Signature confirmed() {
        return first(submission("Ann", null))
                .state()
                .confirm(LATER)
                .orElseThrow()
                .state();
    }

    private static Change<Signature, SignatureEvent> first(Submission submission) {
        return Signature.submitted(UUID.randomUUID(), submission, FORTNIGHT, NOW);
    }

    private static Optional<Change<Signature, SignatureEvent>> again(Signature signature, Submission submission) {
        return signature.submittedAgain(submission, SETTINGS, LATER);
    }

    private static Submission submission(String name, @Nullable UUID request) {
        var details = new Details(
                new Signatory(name, "ann@example.org", "SW1A0AA"),
                "E14001530",
                "GB",
                "en",
                "newsletter",
                new SignedText(1, "hash"),
                UpdatesConsent.answer(true, UpdatesConsent.WORDING, NOW));
        return new Submission(PETITION, SIGNER, List.of(), new Supporter("p", "k1"), details, request);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step, Reason reason) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        SignatureRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
