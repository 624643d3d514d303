package org.clarion.registrations.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clarion.registrations.gathering.SampleGatherings.ADA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.messaging.envelope.ActionEntry;
import org.clarion.pageshell.Deed;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.registrations.gathering.Gathering.Status;
import org.clarion.registrations.gathering.GatheringEvent.GatheringCancelled;
import org.clarion.registrations.gathering.GatheringEvent.GatheringMovedOnline;
import org.clarion.registrations.gathering.GatheringRefusal.Reason;
import org.clarion.servicedefaults.Ids;
import org.clarion.testsupport.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GatheringTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Instant START = Instant.parse("2027-01-14T18:30:00Z");
    private static final Instant END = START.plus(Duration.ofHours(2));
    private static final Capacity HUNDRED = new Capacity(100, null);
    private static final Outline TALK = SampleGatherings.talk("a-talk", START, HUNDRED);
    private static final Outline FESTIVAL = SampleGatherings.festival("film-weeks", START, 6, HUNDRED);

    @Test
    void aDraftIsSeenByNobody() {
        var draft = draft(TALK);
        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(draft.isPublic()).isFalse();
        assertThat(draft.isListed()).isFalse();
        assertThat(draft.takesRegistrationsAt(NOW)).isFalse();
        assertThat(GatheringEntry.of(draft)).isNull();
    }

    @Test
    void registrationLastsUntilTheLastSessionBeginsUnlessSaidOtherwise() {
        assertThat(open(TALK).closesAt()).isEqualTo(START);
        assertThat(open(FESTIVAL).closesAt()).isEqualTo(START.plus(Duration.ofDays(35)));
        var until = START.minus(Duration.ofDays(2));
        assertThat(open(SampleGatherings.during(TALK, null, until)).closesAt()).isEqualTo(until);
        assertThat(open(SampleGatherings.during(TALK, null, END.plusSeconds(1))).closesAt())
                .as("never later than the beginning")
                .isEqualTo(START);
    }

    @Test
    void theEndOfRegistrationMovesWithTheLastSessionUnlessSaidOtherwise() {
        var later = START.plus(Duration.ofDays(7));
        var postponed = SampleGatherings.of(TALK.programme(), List.of(SampleGatherings.session(1, later)));
        var open = open(TALK);
        assertThat(edited(open, Outline.of(open, postponed)).closesAt()).isEqualTo(later);
        var until = START.minus(Duration.ofDays(2));
        var early = open(SampleGatherings.during(TALK, null, until));
        assertThat(edited(early, Outline.of(early, postponed)).closesAt()).isEqualTo(until);
    }

    @Test
    void openingStartsTheRegistration() {
        var open = open(TALK);
        assertThat(open.opensAt()).isEqualTo(NOW);
        assertThat(open.takesRegistrationsAt(NOW)).isTrue();
        assertThat(open.takesRegistrationsAt(NOW.minusMillis(1))).isFalse();
        assertThat(open.takesRegistrationsAt(START.minusMillis(1))).isTrue();
        assertThat(open.takesRegistrationsAt(START)).isFalse();
    }

    @Test
    void anOpeningInTheFutureIsKept() {
        var opens = NOW.plus(Duration.ofDays(2));
        var open = open(SampleGatherings.during(TALK, opens, null));
        assertThat(open.isYetToOpenAt(NOW)).isTrue();
        assertThat(open.takesRegistrationsAt(NOW)).isFalse();
        assertThat(open.takesRegistrationsAt(opens)).isTrue();
    }

    @Test
    void whatLacksASessionOrAPlaceCannotBeOpened() {
        var nothing =
                SampleGatherings.outline("x", List.of(), Set.of(Mode.ONLINE), HUNDRED, SampleGatherings.admission());
        refused(Reason.NO_SESSION, () -> draft(nothing).open(ADA, NOW));
        var nowhere = SampleGatherings.with(TALK, new Setting(Set.of(Mode.IN_PERSON), null, null, HUNDRED, Set.of()));
        refused(Reason.NO_PLACE, () -> draft(nowhere).open(ADA, NOW));
        refused(Reason.SESSION_IS_OVER, () -> draft(TALK).open(ADA, END));
        refused(ActionRefusal.Reason.CLOSES_TOO_EARLY, () -> draft(TALK).open(ADA, START));
    }

    @Test
    void aSessionEndsAfterItBegins() {
        var backwards = new Session(1, null, START, START, null, null, null, Capacity.UNLIMITED);
        refused(
                Reason.SESSION_ENDS_TOO_EARLY,
                () -> draft(SampleGatherings.with(TALK, SampleGatherings.of(TALK.programme(), List.of(backwards)))));
    }

    @Test
    void registrationCannotEndBeforeItBegins() {
        refused(ActionRefusal.Reason.CLOSES_TOO_EARLY, () -> draft(SampleGatherings.during(TALK, START, START)));
    }

    @Test
    void aSessionsOwnCapacityGoesBeforeThatOfTheGathering() {
        var small = new Session(2, "Workshop", START, END, null, null, null, new Capacity(12, null));
        var open = open(SampleGatherings.with(
                TALK,
                SampleGatherings.of(
                        TALK.programme(), List.of(TALK.programme().sessions().getFirst(), small))));
        assertThat(open.capacity(open.session(1).orElseThrow(), Mode.IN_PERSON)).isEqualTo(100);
        assertThat(open.capacity(open.session(2).orElseThrow(), Mode.IN_PERSON)).isEqualTo(12);
        assertThat(open.capacity(open.session(2).orElseThrow(), Mode.ONLINE)).isNull();
    }

    @Test
    void peopleAreToldOfTitleTimeAndPlaceAndOfNothingElse() {
        var open = open(TALK);
        assertThat(edited(open, SampleGatherings.with(TALK, SampleGatherings.titled(TALK.programme(), "Another")))
                        .edition())
                .isEqualTo(1);
        var later = SampleGatherings.session(1, START.plus(Duration.ofHours(1)));
        assertThat(edited(open, SampleGatherings.with(TALK, SampleGatherings.of(TALK.programme(), List.of(later))))
                        .edition())
                .isEqualTo(1);
        var elsewhere = new Setting(
                TALK.setting().modes(),
                new Venue("The New Library", "2 Mill Road", null, null),
                TALK.setting().joining(),
                HUNDRED,
                Set.of());
        assertThat(edited(open, SampleGatherings.with(TALK, elsewhere)).edition())
                .isEqualTo(1);

        var larger = new Setting(
                TALK.setting().modes(),
                TALK.setting().venue(),
                TALK.setting().joining(),
                new Capacity(120, null),
                Set.of());
        var grown = edited(open, SampleGatherings.with(TALK, larger));
        assertThat(grown.edition()).isZero();
        assertThat(grown.deeds().getLast().what()).isEqualTo(GatheringDeed.EDITED);
        assertThat(edited(open, TALK).edition()).isZero();
    }

    @Test
    void howToGetThereWhereToMeetAndWhereToJoinAreNoOtherPlace() {
        var library = new Venue("The Old Library", "1 Mill Road, Leeds", "Bus 8", "By the door");
        var setting = new Setting(TALK.setting().modes(), library, "https://meet.example.org/x", HUNDRED, Set.of());
        assertThat(edited(open(TALK), SampleGatherings.with(TALK, setting)).edition())
                .isZero();

        var before = SampleGatherings.with(
                TALK,
                SampleGatherings.of(
                        TALK.programme(),
                        List.of(new Session(
                                1, null, START, END, null, SampleGatherings.LIBRARY, null, Capacity.UNLIMITED))));
        var after = SampleGatherings.with(
                TALK,
                SampleGatherings.of(
                        TALK.programme(),
                        List.of(new Session(
                                1,
                                null,
                                START,
                                END,
                                null,
                                library,
                                "https://meet.example.org/1",
                                Capacity.UNLIMITED))));
        assertThat(edited(open(before), after).edition()).isZero();
        assertThat(edited(open(before), TALK).edition())
                .as("no place of its own any more")
                .isEqualTo(1);
    }

    @Test
    void sessionsAreAddedLaterAndNeverTakenAway() {
        var open = open(FESTIVAL);
        var more = new ArrayList<>(FESTIVAL.programme().sessions());
        more.add(SampleGatherings.session(7, START.plus(Duration.ofDays(42))));
        var longer = edited(open, SampleGatherings.with(FESTIVAL, SampleGatherings.of(FESTIVAL.programme(), more)));
        assertThat(longer.sessionNumbers()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
        assertThat(longer.edition()).as("nobody's plans change").isZero();
        assertThat(longer.closesAt()).isEqualTo(START.plus(Duration.ofDays(42)));

        var fewer = FESTIVAL.programme().sessions().subList(0, 5);
        refused(
                Reason.SESSION_TAKEN_AWAY,
                () -> open.edit(
                        SampleGatherings.with(FESTIVAL, SampleGatherings.of(FESTIVAL.programme(), fewer)), ADA, NOW));
    }

    @Test
    void whoTakesPartOnlineIsNotMovedIntoTheRoom() {
        var inPerson = new Setting(Set.of(Mode.IN_PERSON), SampleGatherings.LIBRARY, null, HUNDRED, Set.of());
        var edit = SampleGatherings.with(TALK, inPerson);
        refused(Reason.ONLINE_TAKEN_AWAY, () -> open(TALK).edit(edit, ADA, NOW));
        refused(
                Reason.ONLINE_TAKEN_AWAY,
                () -> open(FESTIVAL)
                        .moveOnline("https://meet.example.org/x", ADA, NOW)
                        .state()
                        .edit(FESTIVAL, ADA, NOW));
        assertThat(edited(draft(TALK), edit).setting().modes())
                .as("nobody has registered for a draft")
                .containsExactly(Mode.IN_PERSON);
    }

    @Test
    void theAddressStaysOnceItIsOpen() {
        assertThat(edited(open(TALK), SampleGatherings.talk("another-name", START, HUNDRED))
                        .slug())
                .isEqualTo("a-talk");
    }

    @Test
    void movingOnlineTakesOneAct() {
        var moved = open(FESTIVAL).moveOnline("https://meet.example.org/x", ADA, NOW);
        assertThat(moved.event()).isEqualTo(new GatheringMovedOnline());
        var state = moved.state();
        assertThat(state.setting().modes()).containsExactly(Mode.ONLINE);
        assertThat(state.setting().venue()).isNull();
        assertThat(state.setting().joining()).isEqualTo("https://meet.example.org/x");
        assertThat(state.edition()).isEqualTo(1);
        assertThat(state.capacity(state.session(1).orElseThrow(), Mode.ONLINE)).isNull();
        refused(Reason.ONLINE_ALREADY, () -> state.moveOnline("https://meet.example.org/y", ADA, NOW));
        refused(Reason.NO_JOINING_LINK, () -> open(TALK).moveOnline(" ", ADA, NOW));
        refused(
                ActionRefusal.Reason.NOT_IN_THAT_STATE,
                () -> draft(TALK).moveOnline("https://meet.example.org/y", ADA, NOW));
    }

    @Test
    void itClosesAndEndsByItself() {
        var open = open(TALK);
        assertThat(open.closeInTime(START.minusMillis(1))).isEmpty();
        var closed = open.closeInTime(START.plusSeconds(7)).orElseThrow().state();
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.closedAt()).isEqualTo(START);
        assertThat(closed.isOn()).isTrue();
        assertThat(closed.endInTime(END.minusMillis(1))).isEmpty();
        var past = closed.endInTime(END).orElseThrow().state();
        assertThat(past.status()).isEqualTo(Status.PAST);
        assertThat(past.deeds().getLast()).isEqualTo(new Deed<>(END, null, GatheringDeed.PAST));
        assertThat(past.endInTime(END)).isEmpty();
        refused(ActionRefusal.Reason.NOT_EDITABLE, () -> past.edit(TALK, ADA, END));
        refused(ActionRefusal.Reason.NOT_IN_THAT_STATE, () -> past.cancel(ADA, END));
    }

    @Test
    void whatIsPastMayGetARecording() {
        var past = open(TALK).endInTime(END).orElseThrow().state();
        assertThat(past.addRecording("https://video.example.org/1", ADA, END)
                        .state()
                        .recording())
                .isEqualTo("https://video.example.org/1");
        refused(
                ActionRefusal.Reason.NOT_IN_THAT_STATE,
                () -> open(TALK).addRecording("https://video.example.org/1", ADA, NOW));
    }

    @Test
    void whatIsCancelledStaysCancelled() {
        var cancelled = open(TALK).cancel(ADA, NOW);
        assertThat(cancelled.event()).isEqualTo(new GatheringCancelled());
        assertThat(cancelled.state().edition()).isEqualTo(1);
        assertThat(cancelled.state().takesRegistrationsAt(NOW)).isFalse();
        assertThat(cancelled.state().isOn()).isFalse();
        refused(ActionRefusal.Reason.NOT_IN_THAT_STATE, () -> cancelled.state().open(ADA, NOW));
        refused(ActionRefusal.Reason.NOT_IN_THAT_STATE, () -> draft(TALK).cancel(ADA, NOW));
    }

    @Test
    void aCopyIsADraftOnTheSameDayOfTheWeekAtTheSameTimeOfDay() {
        // After the clocks went forward in 2027, and before they do so in 2028.
        var start = Instant.parse("2027-03-31T17:30:00Z");
        var invited = new Admission(Visibility.INVITATION, false, 0, List.of(), List.of("ABC234"));
        var open = open(SampleGatherings.outline(
                "spring", List.of(SampleGatherings.session(1, start)), Set.of(Mode.IN_PERSON), HUNDRED, invited));
        var copy = open.copy(Ids.next(), "spring-2028", ADA, NOW).state();
        assertThat(copy.status()).isEqualTo(Status.DRAFT);
        assertThat(copy.slug()).isEqualTo("spring-2028");
        assertThat(copy.startsAt()).isEqualTo(Instant.parse("2028-03-29T17:30:00Z"));
        assertThat(copy.endsAt()).isEqualTo(Instant.parse("2028-03-29T19:30:00Z"));
        assertThat(copy.admission().codes()).isEmpty();
        assertThat(copy.version()).isEqualTo(1);
    }

    @Test
    void theCatalogueLearnsNothingThatOnlyThoseWhoComeMayKnow() {
        var codes = new Admission(Visibility.INVITATION, false, 0, List.of(), List.of("ABC234"));
        var open = open(SampleGatherings.outline(
                "a-talk",
                List.of(SampleGatherings.session(1, START)),
                Set.of(Mode.IN_PERSON, Mode.ONLINE),
                HUNDRED,
                codes));
        var entry = (ActionEntry) Objects.requireNonNull(GatheringEntry.of(open));
        assertThat(entry.live()).as("nobody finds it in a list").isFalse();
        var json = new JsonMapper().writeValueAsString(entry);
        assertThat(json).doesNotContain("meet.example.org", "By the lion", "ABC234");
        assertThat(((ActionEntry) Objects.requireNonNull(GatheringEntry.of(open(TALK)))).live())
                .isTrue();
    }

    @Test
    void everyExampleOfTheContractsIsOfAnEventThatHappens() {
        var names = List.of(
                        new GatheringEvent.GatheringEdited(),
                        new GatheringEvent.GatheringOpened(),
                        new GatheringEvent.GatheringClosed(),
                        new GatheringMovedOnline(),
                        new GatheringCancelled(),
                        new GatheringEvent.GatheringHeld())
                .stream()
                .map(GatheringEvent::wireName)
                .toList();
        assertThat(Contracts.examples("gathering.v1"))
                .extracting(Contracts.Example::type)
                .containsAll(names)
                .allMatch(names::contains);
    }

    private static Gathering draft(Outline outline) {
        return Gathering.draft(Ids.next(), outline, ADA, NOW).state();
    }

    private static Gathering open(Outline outline) {
        return SampleGatherings.open(outline, NOW);
    }

    private static Gathering edited(Gathering gathering, Outline outline) {
        return gathering.edit(outline, ADA, NOW).state();
    }

    private static void refused(Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(GatheringRefusal.class).hasMessage(reason.wireName());
    }

    private static void refused(ActionRefusal.Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(ActionRefusal.class).hasMessage(reason.wireName());
    }
}
