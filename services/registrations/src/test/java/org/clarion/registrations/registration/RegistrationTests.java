package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.mail.MailRequest;
import org.clarion.messaging.outbox.Change;
import org.clarion.registrations.attendance.Attendance;
import org.clarion.registrations.attendance.Press;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.places.Decision;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.Wish;
import org.clarion.registrations.registration.Appraisal.Opinion;
import org.clarion.registrations.registration.Appraisal.Ruling;
import org.clarion.registrations.registration.Appraisal.Verdict;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationAmended;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationApplied;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationCancelled;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationChanged;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationCheckInUndone;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationCheckedIn;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationConfirmed;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationConsentChanged;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationDeclined;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationExpired;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationForgotten;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationInvalidated;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationOffered;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationQueued;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationRecorded;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationReleased;
import org.clarion.supporters.ConsentChoice.Choice;
import org.clarion.testsupport.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Duration KEPT = Duration.ofDays(14);
    private static final Instant END = NOW.plus(Duration.ofDays(50));
    private static final RetentionSettings RETENTION =
            new RetentionSettings(Duration.ofDays(30), Duration.ofDays(183), Duration.ofHours(1), 1000);
    private static final Wish PAIR = new Wish(Set.of(1), Mode.IN_PERSON, 2);
    private static final UUID INVITATION = new UUID(7, 7);

    @Test
    void whatIsUndecidedIsKeptAndNotAnnounced() {
        var first = submitted(false);
        assertThat(first.event()).isNull();
        assertThat(first.mails()).isEmpty();
        assertThat(first.state().status()).isEqualTo(Status.AWAITING_CONFIRMATION);
        assertThat(first.state().undecidedSince()).isEqualTo(NOW);
        assertThat(first.state().expiresAt()).isEqualTo(NOW.plus(KEPT));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "QUEUED"})
    void whatIsDecidedFirstIsAnnouncedWithTheMailToConfirm(Outcome outcome) {
        var taken = take(submitted(false).state(), outcome, 3);
        assertThat(taken.event()).isEqualTo(new RegistrationRecorded());
        assertThat(purposes(taken))
                .containsExactly(
                        outcome == Outcome.HELD ? Registration.CONFIRM_MAIL : Registration.CONFIRM_WAITING_MAIL);
        assertThat(taken.state().undecidedSince()).isNull();
        assertThat(taken.state().seat().version()).isEqualTo(3);
        assertThat(measures(taken.state())).isEqualTo(Map.of("recorded", 1L));
    }

    @Test
    void aDecisionIsTakenOnceAndNoneThatIsOlder() {
        var held = take(submitted(false).state(), Outcome.HELD, 3).state();
        assertThat(held.take(decision(held, Outcome.HELD, 3), NOW)).isEmpty();
        assertThat(held.take(decision(held, Outcome.QUEUED, 2), NOW)).isEmpty();
        var confirmed = take(held, Outcome.GIVEN, 4).state();
        assertThat(confirmed.take(decision(confirmed, Outcome.HELD, 3), NOW)).isEmpty();
    }

    @Test
    void aDecisionAboutAnEarlierLifeIsNotTaken() {
        var cancelled = take(confirmed(), Outcome.CANCELLED, 9).state();
        var again = cancelled
                .submittedAgain(submission(null), false, KEPT, NOW)
                .orElseThrow()
                .state();
        assertThat(again.seat().life()).isEqualTo(2);
        var late = new Decision(again.id(), 1, 10, Outcome.CANCELLED, PAIR, null);
        assertThat(again.take(late, NOW)).isEmpty();
    }

    @Test
    void whoHasAPlaceHasItSinceItWasGiven() {
        var waiting = take(held(), Outcome.WAITING, 4).state();
        assertThat(waiting.confirmedAt()).isEqualTo(NOW);
        assertThat(waiting.placedAt()).isNull();
        var later = NOW.plus(Duration.ofDays(3));
        var given = waiting.take(decision(waiting, Outcome.GIVEN, 5), later)
                .orElseThrow()
                .state();
        assertThat(given.placedAt()).isEqualTo(later);
        var changed = given.take(decision(given, Outcome.GIVEN, 6), later.plus(Duration.ofDays(1)))
                .orElseThrow()
                .state();
        assertThat(changed.placedAt()).as("it only changes").isEqualTo(later);
        assertThat(take(changed, Outcome.CANCELLED, 7).state().placedAt()).isNull();
    }

    @Test
    void aPlaceCountsWithItsHeads() {
        var given = take(held(), Outcome.GIVEN, 4);
        assertThat(given.event()).isEqualTo(new RegistrationConfirmed());
        assertThat(purposes(given)).containsExactly(Registration.TICKET_MAIL);
        assertThat(given.state().status()).isEqualTo(Status.CONFIRMED);
        assertThat(given.state().confirmedAt()).isEqualTo(NOW);
        assertThat(given.state().expiresAt()).isNull();
        assertThat(measures(given.state())).isEqualTo(Map.of("recorded", 1L, "confirmed", 1L, "heads", 2L));
        assertThat(given.state().takesUpdates()).as("the choice counts now").isTrue();
    }

    @Test
    void whoWaitsAndWhoIsOfferedAPlaceCountsAsWaiting() {
        var waiting = take(held(), Outcome.WAITING, 4);
        assertThat(waiting.event()).isEqualTo(new RegistrationQueued());
        assertThat(purposes(waiting)).containsExactly(Registration.WAITING_MAIL);
        var offered = take(waiting.state(), Outcome.OFFERED, 5);
        assertThat(offered.event()).isEqualTo(new RegistrationOffered());
        assertThat(purposes(offered)).containsExactly(Registration.OFFER_MAIL);
        for (var state : List.of(waiting.state(), offered.state())) {
            assertThat(measures(state)).isEqualTo(Map.of("recorded", 1L, "waiting", 1L));
        }
        assertThat(take(offered.state(), Outcome.GIVEN, 6).state().confirmedAt())
                .as("counted from its first confirmation on")
                .isEqualTo(NOW);
    }

    @Test
    void whatIsReleasedCanStillBeConfirmed() {
        var released = take(held(), Outcome.RELEASED, 4);
        assertThat(released.event()).isEqualTo(new RegistrationReleased());
        assertThat(released.mails()).isEmpty();
        assertThat(released.state().status().isBeforePlaces()).isTrue();
        assertThat(take(released.state(), Outcome.GIVEN, 5).state().status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void otherSessionsOrHeadsAreAChangeOfTheSamePlace() {
        var more = new Decision(confirmed().id(), 1, 9, Outcome.GIVEN, new Wish(Set.of(1), Mode.IN_PERSON, 3), null);
        var changed = confirmed().take(more, NOW).orElseThrow();
        assertThat(changed.event()).isEqualTo(new RegistrationChanged());
        assertThat(purposes(changed)).containsExactly(Registration.TICKET_MAIL);
        assertThat(changed.state().seat().changes()).isEqualTo(1);
        assertThat(measures(changed.state())).containsEntry("heads", 3L);
    }

    @Test
    void whoIsMovedWithTheGatheringIsNotToldTwice() {
        var online = new Wish(PAIR.sessions(), Mode.ONLINE, PAIR.heads());
        var moved = new Decision(confirmed().id(), 1, 9, Outcome.GIVEN, online, null, true);
        var change = confirmed().take(moved, NOW).orElseThrow();
        assertThat(change.event()).isEqualTo(new RegistrationChanged());
        assertThat(change.mails()).as("the gathering tells of its move").isEmpty();
        assertThat(change.state().seat().wish().mode()).isEqualTo(Mode.ONLINE);
        assertThat(purposes(change.state().tellOfChange(1).orElseThrow())).containsExactly(Registration.CHANGE_MAIL);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "LAPSED", "CALLED_OFF"})
    void whoHadConfirmedIsToldOnceThatItIsOver(Outcome outcome) {
        var over = take(confirmed(), outcome, 9);
        assertThat(over.event()).isEqualTo(new RegistrationCancelled());
        assertThat(purposes(over))
                .containsExactly(
                        switch (outcome) {
                            case LAPSED -> Registration.LAPSED_MAIL;
                            case CALLED_OFF -> Registration.CALLED_OFF_MAIL;
                            default -> Registration.CANCELLED_MAIL;
                        });
        assertThat(over.state().status()).isEqualTo(Status.CANCELLED);
        assertThat(over.state().invitation()).as("free for somebody else").isNull();
        assertThat(measures(over.state())).isEqualTo(Map.of("recorded", 1L));
    }

    @Test
    void whoGivesUpAPlaceEndsTheUpdatesAndWhoLosesItDoesNot() {
        assertThat(take(confirmed(), Outcome.CANCELLED, 9).state().takesUpdates())
                .isFalse();
        assertThat(take(confirmed(), Outcome.CALLED_OFF, 9).state().takesUpdates())
                .isTrue();
    }

    @Test
    void whoNeverConfirmedHearsNothingOfTheEnd() {
        assertThat(take(held(), Outcome.CALLED_OFF, 4).mails()).isEmpty();
        assertThat(take(held(), Outcome.CALLED_OFF, 4).state().expiresAt())
                .as("and is deleted in time")
                .isEqualTo(NOW.plus(KEPT));
    }

    @Test
    void whatIsDisownedKeepsNothingThatWasTyped() {
        var disowned = take(held(), Outcome.DISOWNED, 4);
        assertThat(disowned.event()).isEqualTo(new RegistrationInvalidated());
        assertThat(disowned.state().details().by()).isNull();
        assertThat(disowned.mails()).isEmpty();
        var afterwards = take(confirmed(), Outcome.DISOWNED, 9).state();
        assertThat(afterwards.consents().getLast().choice()).isEqualTo(Choice.ENDED);
    }

    @Test
    void whatExpiresLeadsToNobody() {
        var expired = take(held(), Outcome.EXPIRED, 4);
        assertThat(expired.event()).isEqualTo(new RegistrationExpired());
        assertThat(expired.state().registrant()).isNull();
        assertThat(expired.state().supporter()).isNull();
        assertThat(expired.state().details().by()).isNull();
    }

    @Test
    void whereStaffDecideTheAddressIsConfirmedFirst() {
        var first = submitted(true);
        assertThat(first.event()).isEqualTo(new RegistrationRecorded());
        assertThat(purposes(first)).containsExactly(Registration.CONFIRM_APPLICATION_MAIL);
        assertThat(first.state().undecidedSince()).isNull();
        var applied = first.state().apply(NOW).orElseThrow();
        assertThat(applied.event()).isEqualTo(new RegistrationApplied());
        assertThat(purposes(applied)).containsExactly(Registration.APPLIED_MAIL);
        assertThat(applied.state().apply(NOW)).isEmpty();
        assertThat(take(applied.state(), Outcome.GIVEN, 2).state().status()).isEqualTo(Status.CONFIRMED);
        var declined = take(applied.state(), Outcome.DECLINED, 2);
        assertThat(declined.event()).isEqualTo(new RegistrationDeclined());
        assertThat(purposes(declined)).containsExactly(Registration.DECLINED_MAIL);
    }

    @Test
    void theLastSubmissionCountsAndEarlierMailsLapse() {
        var held = held();
        var amended = held.submittedAgain(submission(null), false, KEPT, NOW).orElseThrow();
        assertThat(amended.event()).isEqualTo(new RegistrationAmended());
        assertThat(purposes(amended)).containsExactly(Registration.CONFIRM_MAIL);
        assertThat(amended.state().mails().details()).isEqualTo(held.mails().details() + 1);
        assertThat(amended.state().claim()).isNotEqualTo(held.claim());
    }

    @Test
    void whatWasReleasedIsAskedForOnceMore() {
        var again = take(held(), Outcome.RELEASED, 4)
                .state()
                .submittedAgain(submission(null), false, KEPT, NOW)
                .orElseThrow();
        assertThat(again.mails()).as("the mail follows the decision").isEmpty();
        assertThat(again.state().undecidedSince()).isEqualTo(NOW);
        assertThat(again.state().seat().life()).isEqualTo(2);
        var mail = take(again.state(), Outcome.HELD, 6);
        assertThat(purposes(mail)).containsExactly(Registration.CONFIRM_MAIL);
    }

    @Test
    void anAddressGetsFiveMailsToConfirmAtMost() {
        var state = held();
        for (int i = 0; i < 4; i++) {
            state = state.submittedAgain(submission(null), false, KEPT, NOW)
                    .orElseThrow()
                    .state();
        }
        assertThat(state.submittedAgain(submission(null), false, KEPT, NOW)).isEmpty();
        assertThat(state.askedAgain(NOW)).isEmpty();
    }

    @Test
    void whoIsThereAlreadyIsToldOnce() {
        var told =
                confirmed().submittedAgain(submission(null), false, KEPT, NOW).orElseThrow();
        assertThat(told.event()).isNull();
        assertThat(purposes(told)).containsExactly(Registration.ALREADY_MAIL);
        assertThat(told.state().submittedAgain(submission(null), false, KEPT, NOW))
                .isEmpty();
    }

    @Test
    void aRepeatedRequestLeadsToNoSecondMail() {
        var request = UUID.randomUUID();
        var amended = held().submittedAgain(submission(request), false, KEPT, NOW)
                .orElseThrow()
                .state();
        assertThat(amended.submittedAgain(submission(request), false, KEPT, NOW))
                .isEmpty();
        var forgotten = amended.forgetRequests(NOW).orElseThrow().state();
        assertThat(forgotten.submittedAgain(submission(request), false, KEPT, NOW))
                .isPresent();
    }

    @Test
    void aNoFromElsewhereEndsAYesWhetherItCountsAlreadyOrNot() {
        var no = UpdatesConsent.no(UpdatesConsent.WORDING, NOW.plusSeconds(60));
        var stopped = confirmed().stopUpdates(no).orElseThrow();
        assertThat(stopped.event()).isEqualTo(new RegistrationConsentChanged());
        assertThat(stopped.state().consents()).endsWith(no);
        assertThat(stopped.state().stopUpdates(no)).isEmpty();
        var held = held().stopUpdates(no).orElseThrow().state();
        assertThat(held.details().choice()).isNull();
        assertThat(held.consents()).containsExactly(no);
    }

    @Test
    void theChoiceAboutUpdatesChangesAsOftenAsWished() {
        var without =
                confirmed().chooseUpdates(UpdatesConsent.change(false, NOW)).orElseThrow();
        assertThat(without.event()).isEqualTo(new RegistrationConsentChanged());
        assertThat(without.state().chooseUpdates(UpdatesConsent.change(false, NOW)))
                .as("they may have said yes elsewhere since")
                .isPresent();
        assertThat(confirmed().chooseUpdates(UpdatesConsent.change(true, NOW))).isEmpty();
        assertThatThrownBy(() -> held().chooseUpdates(UpdatesConsent.change(false, NOW)))
                .isInstanceOf(RegistrationRefusal.class);
    }

    @Test
    void aCauseIsToldOnce() {
        var told = confirmed().tell("reminder-day", "registration.reminder").orElseThrow();
        assertThat(purposes(told)).containsExactly("registration.reminder");
        assertThat(told.state().tell("reminder-day", "registration.reminder")).isEmpty();
        assertThat(told.state().tell("reminder-hour", "registration.reminder")).isPresent();
    }

    @Test
    void needsAreForgottenFirstAndTheNamesLater() {
        var confirmed = confirmed();
        assertThat(confirmed.forget(END, RETENTION, END.minusMillis(1))).isEmpty();
        var looked = confirmed.forget(END, RETENTION, END).orElseThrow().state();
        assertThat(looked.keptUntil()).isEqualTo(END.plus(RETENTION.needs()));
        assertThat(looked.details()).isEqualTo(confirmed.details());

        var afterNeeds =
                looked.forget(END, RETENTION, END.plus(RETENTION.needs())).orElseThrow();
        assertThat(afterNeeds.event()).isNull();
        var by = Objects.requireNonNull(afterNeeds.state().details().by());
        assertThat(by.needs()).isNull();
        assertThat(by.diet()).isNull();
        assertThat(by.name()).isEqualTo("Ann O’Nym");

        var forgotten = afterNeeds
                .state()
                .forget(END, RETENTION, END.plus(RETENTION.names()))
                .orElseThrow();
        assertThat(forgotten.event()).isEqualTo(new RegistrationForgotten());
        assertThat(forgotten.state().details().by()).isNull();
        assertThat(forgotten.state().registrant()).isNull();
        assertThat(forgotten.state().supporter()).isNull();
        assertThat(forgotten.state().keptUntil()).isNull();
        assertThat(measures(forgotten.state())).as("the count stays").isEqualTo(measures(confirmed));
    }

    @Test
    void whatIsHeldLaterIsForgottenLater() {
        var later = END.plus(Duration.ofDays(100));
        var looked = confirmed().forget(later, RETENTION, END).orElseThrow().state();
        assertThat(looked.keptUntil()).isEqualTo(later.plus(RETENTION.needs()));
    }

    @Test
    void whoComesIsCountedWithTheirHeads() {
        var one = confirmed().checkIn(press(0), 1, 1, NOW).orElseThrow();
        assertThat(one.event()).isEqualTo(new RegistrationCheckedIn());
        assertThat(one.mails()).isEmpty();
        assertThat(measures(one.state())).containsEntry("attended", 1L).containsEntry("heads", 2L);
        var both = one.state().checkIn(press(1), 1, 1, NOW).orElseThrow().state();
        assertThat(measures(both)).containsEntry("attended", 2L);
        var json = MessageJson.write(RegistrationMessage.of(both));
        assertThat(json)
                .contains("\"attendance\":[{\"session\":1,\"heads\":2}]")
                .doesNotContain("ada");
        assertThat(Contracts.breaches("registration.v1", json)).isEmpty();
        var undone = both.takeBack(press(2), 1, NOW).orElseThrow();
        assertThat(undone.event()).isEqualTo(new RegistrationCheckInUndone());
        assertThat(measures(undone.state())).containsEntry("attended", 1L);
    }

    @Test
    void nobodyIsCheckedInWithoutAPlaceInThatSession() {
        for (var state : List.of(held(), take(confirmed(), Outcome.CANCELLED, 9).state())) {
            assertThatThrownBy(() -> state.checkIn(press(0), 1, 1, NOW)).isInstanceOf(ActionRefusal.class);
        }
        assertThatThrownBy(() -> confirmed().checkIn(press(0), 2, 1, NOW)).isInstanceOf(ActionRefusal.class);
    }

    @Test
    void whoCancelsAfterwardsIsNotCounted() {
        var seen = confirmed().checkIn(press(0), 1, 2, NOW).orElseThrow().state();
        assertThat(measures(take(seen, Outcome.CANCELLED, 9).state())).isEqualTo(Map.of("recorded", 1L));
    }

    @Test
    void guestsAtTheDoorCountFromTheFirstAndNobodyWritesToThem() {
        var given = take(guests(), Outcome.GIVEN, 3);
        assertThat(given.event()).isEqualTo(new RegistrationConfirmed());
        assertThat(given.mails()).isEmpty();
        assertThat(given.state().registrant()).as("in nobody's way").isNull();
        assertThat(measures(given.state()))
                .isEqualTo(Map.of("recorded", 1L, "confirmed", 1L, "heads", 2L, "attended", 2L));
        assertThat(given.state().tell("thanks", Registration.THANKS_MAIL)).isEmpty();
        assertThat(given.state().tellOfChange(5)).isEmpty();
        assertThat(given.state().write(new UUID(8, 8), Group.of(Group.Kind.CONFIRMED)))
                .isEmpty();
        var called = take(given.state(), Outcome.CALLED_OFF, 4);
        assertThat(called.mails()).isEmpty();
        var json = MessageJson.write(RegistrationMessage.of(given.state()));
        assertThat(json).doesNotContain("A neighbour");
        assertThat(Contracts.breaches("registration.v1", json)).isEmpty();
    }

    @Test
    void guestsForWhomThereIsNoRoomLeaveNothing() {
        var away = take(guests(), Outcome.TURNED_AWAY, 3);
        assertThat(away.event()).isEqualTo(new RegistrationExpired());
        assertThat(away.state().details().by()).isNull();
        assertThat(away.state().expiresAt()).as("and is deleted").isNotNull();
        assertThat(measures(away.state())).isEqualTo(Map.of("recorded", 1L));
    }

    @Test
    void guestsWhoWereLetInByMistakeAreTakenOutAgain() {
        var in = take(guests(), Outcome.GIVEN, 3).state();
        var away = take(in, Outcome.TURNED_AWAY, 4);
        assertThat(away.event()).isEqualTo(new RegistrationCancelled());
        assertThat(away.mails()).isEmpty();
        assertThat(measures(away.state())).isEqualTo(Map.of("recorded", 1L));
    }

    @Test
    void eachMemberOfStaffHasOneOpinionAndMayChangeIt() {
        var applied = applied();
        var once = applied.appraise(opinion("ada@example.org", 4), 1).state();
        var twice = once.appraise(opinion("bob@example.org", 2), 1).state();
        var changed = twice.appraise(opinion("ada@example.org", 5), 1);
        assertThat(changed.event()).as("no topic hears of it").isNull();
        assertThat(changed.mails()).isEmpty();
        var appraisal = changed.state().appraisal();
        assertThat(appraisal.opinions()).extracting(Opinion::score).containsExactly(5, 2);
        assertThat(appraisal.average()).isEqualTo(3.5);
        assertThat(applied.appraisal().average()).isNull();
        assertThatThrownBy(() -> applied.appraise(opinion("ada@example.org", 4), 2))
                .as("another application than the one that was read")
                .isInstanceOf(RegistrationRefusal.class);
        assertThatThrownBy(() -> opinion("ada@example.org", 6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatStaffWriteIsSentOnceToThoseForWhomItIs() {
        var message = new UUID(8, 8);
        var asked = confirmed().write(message, Group.of(Group.Kind.CONFIRMED)).orElseThrow();
        assertThat(asked.event()).isNull();
        assertThat(purposes(asked)).containsExactly(Registration.MESSAGE_MAIL);
        assertThat(asked.state().write(message, Group.of(Group.Kind.CONFIRMED))).isEmpty();
        assertThat(asked.state().write(new UUID(9, 9), Group.of(Group.Kind.CONFIRMED)))
                .as("another message")
                .isPresent();
        assertThat(confirmed().write(message, Group.of(Group.Kind.WAITING))).isEmpty();
        assertThat(confirmed().write(message, new Group(Group.Kind.CONFIRMED, 1)))
                .isPresent();
        assertThat(confirmed().write(message, new Group(Group.Kind.CONFIRMED, 2)))
                .as("a session to which they do not come")
                .isEmpty();
    }

    @Test
    void whatStaffDecideIsKeptUntilThePlacesHaveSaid() {
        var ruled = applied().rule(ruling(Verdict.ACCEPT), 1, NOW).state();
        assertThat(ruled.status()).isEqualTo(Status.IN_APPROVAL);
        assertThat(ruled.isRuled()).isTrue();
        assertThatThrownBy(() -> ruled.rule(ruling(Verdict.DECLINE), 1, NOW))
                .as("two at the same time")
                .isInstanceOf(RegistrationRefusal.class);
        var given = take(ruled, Outcome.GIVEN, 5);
        assertThat(given.state().status()).isEqualTo(Status.CONFIRMED);
        assertThat(given.state().undecidedSince()).isNull();
        assertThat(purposes(given)).containsExactly(Registration.TICKET_MAIL);
        assertThat(given.state().appraisal().noteAbout(Verdict.ACCEPT)).isEqualTo("We liked it.");
        assertThat(given.state().appraisal().noteAbout(Verdict.WAIT)).isEmpty();
        assertThatThrownBy(() -> given.state().rule(ruling(Verdict.DECLINE), 1, NOW))
                .as("decided already")
                .isInstanceOf(RegistrationRefusal.class);

        var declined = take(ruled, Outcome.DECLINED, 5);
        assertThat(declined.event()).isEqualTo(new RegistrationDeclined());
        assertThat(purposes(declined)).containsExactly(Registration.DECLINED_MAIL);
        assertThat(declined.state().undecidedSince()).isNull();
    }

    @Test
    void whatThePlacesDoNotAllowIsDecidedAgain() {
        var ruled = applied().appraise(opinion("ada@example.org", 4), 1).state().rule(ruling(Verdict.ACCEPT), 1, NOW);
        var again = ruled.state().unrule().orElseThrow().state();
        assertThat(again.isRuled()).isFalse();
        assertThat(again.appraisal().ruling()).isNull();
        assertThat(again.appraisal().opinions()).hasSize(1);
        assertThat(again.unrule()).isEmpty();
        var withdrawn = take(ruled.state(), Outcome.CANCELLED, 5).state();
        assertThat(withdrawn.unrule()).isEmpty();
        assertThat(withdrawn.undecidedSince()).isNull();
    }

    @Test
    void whatStaffThinkGoesWithTheNames() {
        var appraised = applied().appraise(opinion("ada@example.org", 4), 1).state();
        assertThat(take(appraised, Outcome.DISOWNED, 5).state().details().appraisal())
                .isNull();
        var needless = appraised
                .forget(END, RETENTION, END.plus(RETENTION.needs()))
                .orElseThrow()
                .state();
        assertThat(needless.appraisal().opinions()).hasSize(1);
        var forgotten = needless.forget(END, RETENTION, END.plus(RETENTION.names()))
                .orElseThrow()
                .state();
        assertThat(forgotten.details().appraisal()).isNull();
        var again = take(appraised, Outcome.CANCELLED, 5)
                .state()
                .submittedAgain(submission(null), true, KEPT, NOW)
                .orElseThrow()
                .state();
        assertThat(again.details().appraisal())
                .as("a new application is read anew")
                .isNull();
        assertThat(MessageJson.write(RegistrationMessage.of(appraised)))
                .doesNotContain("ada@example.org", "asks good questions");
        assertThat(appraised.details().toString()).doesNotContain("asks good questions", "ada@example.org");
    }

    @Test
    void whoWantsToBeForgottenLeavesTheCount() {
        var cancelled = take(confirmed(), Outcome.CANCELLED, 9).state();
        for (var registration : List.of(confirmed(), cancelled)) {
            var erased = registration.erase().orElseThrow();
            assertThat(erased.event()).isEqualTo(new RegistrationForgotten());
            assertThat(erased.state().status()).isEqualTo(registration.status());
            assertThat(erased.state().details().by()).isNull();
            assertThat(erased.state().registrant()).isNull();
            assertThat(erased.state().supporter()).isNull();
            assertThat(erased.state().consents()).isEmpty();
            assertThat(measures(erased.state())).isEqualTo(measures(registration));
            assertThat(erased.state().erase()).isEmpty();
            assertThatThrownBy(() -> erased.state().chooseUpdates(UpdatesConsent.change(true, NOW)))
                    .isInstanceOf(RegistrationRefusal.class);
        }
    }

    private static Registration applied() {
        return submitted(true).state().apply(NOW).orElseThrow().state();
    }

    private static Opinion opinion(String by, int score) {
        return new Opinion(by, score, "asks good questions", NOW);
    }

    private static Ruling ruling(Verdict verdict) {
        return new Ruling(verdict, "We liked it.", "ada@example.org", NOW);
    }

    @Test
    void nobodyIsNamedOnTheWire() {
        var json = MessageJson.write(RegistrationMessage.of(confirmed()));
        assertThat(json)
                .doesNotContain(
                        "Ann", "example.org", "vegan", "a lift", confirmed().code());
        assertThat(Contracts.breaches("registration.v1", json)).isEmpty();
        assertThat(confirmed().details().by()).hasToString("Registrant");
    }

    @Test
    void everyExampleOfTheContractsIsOfAnEventThatHappens() {
        var names = Stream.of(
                        new RegistrationRecorded(),
                        new RegistrationAmended(),
                        new RegistrationReleased(),
                        new RegistrationApplied(),
                        new RegistrationConfirmed(),
                        new RegistrationQueued(),
                        new RegistrationOffered(),
                        new RegistrationChanged(),
                        new RegistrationCheckedIn(),
                        new RegistrationCheckInUndone(),
                        new RegistrationConsentChanged(),
                        new RegistrationCancelled(),
                        new RegistrationDeclined(),
                        new RegistrationInvalidated(),
                        new RegistrationExpired(),
                        new RegistrationForgotten())
                .map(RegistrationEvent::wireName)
                .toList();
        assertThat(Contracts.examples("registration.v1"))
                .extracting(Contracts.Example::type)
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void ticketCodesAreReadHoweverTheyAreTyped() {
        assertThat(TicketCode.read(" ac2-fgh ")).isEqualTo(Optional.of("AC2FGH"));
        assertThat(TicketCode.read("AC2FG")).isEmpty();
        assertThat(TicketCode.read("AC0FGH")).isEmpty();
        assertThat(TicketCode.read(null)).isEmpty();
        assertThat(TicketCode.read(TicketCode.next())).isPresent();
        assertThat(TicketCode.SYMBOLS).doesNotContain("0", "O", "1", "I", "L", "5", "S", "8", "B", "U", "V");
    }

    private static Change<Registration, RegistrationEvent> submitted(boolean approval) {
        return Registration.submitted(new UUID(1, 1), submission(null), approval, "AC2FGH", KEPT, NOW);
    }

    private static Submission submission(@Nullable UUID request) {
        var by = new Registrant("Ann O’Nym", "ann@example.org", Map.of("1", List.of("x")), "a lift", "vegan");
        return new Submission(
                new UUID(2, 2),
                new UUID(3, 3),
                List.of(),
                new Supporter("x".repeat(43), "k1"),
                new Details(by, "en", "direct", UpdatesConsent.answer(true, UpdatesConsent.WORDING, NOW)),
                PAIR,
                INVITATION,
                0,
                END,
                request);
    }

    private static Press press(int seen) {
        return new Press(UUID.randomUUID(), seen, "ada@example.org");
    }

    private static Registration guests() {
        var gathering = SampleGatherings.open(SampleGatherings.talk("a-talk", END, Capacity.UNLIMITED), NOW);
        var by = new Registrant("A neighbour", null, Map.of(), null, null);
        return Registration.atTheDoor(
                        new UUID(1, 1),
                        gathering,
                        PAIR,
                        new Details(by, "en", "door", null),
                        "AC2FGH",
                        Attendance.of(press(0), 1, 2, NOW),
                        KEPT,
                        NOW)
                .state();
    }

    private static Registration held() {
        return take(submitted(false).state(), Outcome.HELD, 3).state();
    }

    private static Registration confirmed() {
        return take(held(), Outcome.GIVEN, 4).state();
    }

    private static Change<Registration, RegistrationEvent> take(
            Registration registration, Outcome outcome, long version) {
        return registration.take(decision(registration, outcome, version), NOW).orElseThrow();
    }

    private static Decision decision(Registration registration, Outcome outcome, long version) {
        return new Decision(registration.id(), registration.seat().life(), version, outcome, PAIR, null);
    }

    private static List<String> purposes(Change<Registration, RegistrationEvent> change) {
        return change.mails().stream().map(MailRequest::purpose).toList();
    }

    private static Map<String, Long> measures(Registration registration) {
        return RegistrationMessage.of(registration).measures();
    }
}
