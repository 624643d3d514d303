package org.clarion.registrations.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.registrations.gathering.Mode.IN_PERSON;
import static org.clarion.registrations.gathering.Mode.ONLINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.places.Answer.Verdict;
import org.clarion.registrations.places.Request.Accept;
import org.clarion.registrations.places.Request.Admit;
import org.clarion.registrations.places.Request.Alter;
import org.clarion.registrations.places.Request.Approve;
import org.clarion.registrations.places.Request.Ask;
import org.clarion.registrations.places.Request.End;
import org.clarion.registrations.places.Rules.Room;
import org.clarion.registrations.places.Rules.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocationTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Instant START = NOW.plus(Duration.ofDays(5));
    private static final Terms TERMS = new Terms(
            Duration.ofHours(2),
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(2),
            Duration.ofDays(7));
    private static final Wish ONE = new Wish(Set.of(1), IN_PERSON, 1);
    private static final UUID ANN = id(1);
    private static final UUID BOB = id(2);
    private static final UUID CAT = id(3);
    private static final UUID DAN = id(4);

    private Places places = Places.none(id(99));
    private Instant now = NOW;

    @Test
    void placesAreHeldWhileThereAreAnyAndThenPeopleQueueInTheOrderOfTheirComing() {
        follow(room(1, 2));
        var answers = ask(ANN, BOB, CAT, DAN);
        assertThat(answers).extracting(Answer::verdict).containsOnly(Verdict.DONE);
        assertThat(outcomes(answers)).containsExactly(Outcome.HELD, Outcome.HELD, Outcome.QUEUED, Outcome.QUEUED);
        assertThat(taken(1)).isEqualTo(2);
        assertThat(places.todo()).hasSize(4);
        assertThat(places.version()).isEqualTo(2);
    }

    @Test
    void askingTwiceChangesNothing() {
        follow(room(1, 1));
        ask(ANN);
        var before = places;
        assertThat(ask(ANN).getFirst().verdict()).isEqualTo(Verdict.ALREADY);
        assertThat(places).isSameAs(before);
    }

    @Test
    void whoHadAClaimOnceGetsNoneByAResumedOldInstance() {
        follow(room(1, 1));
        confirmed(ANN);
        end(ANN, Outcome.CANCELLED);
        strikeAll();
        var late = decide(List.of(new Ask(ANN, 1, ONE, false)), Set.of());
        assertThat(late.getFirst().verdict()).isEqualTo(Verdict.GONE);
        assertThat(places.claims()).isEmpty();
    }

    @Test
    void confirmingInTimeGivesWhatWasHeld() {
        follow(room(1, 1));
        ask(ANN);
        assertThat(places.claims().getFirst().until()).isEqualTo(NOW.plus(TERMS.hold()));
        later(TERMS.hold().minusMillis(1));
        assertThat(outcome(confirm(ANN))).isEqualTo(Outcome.GIVEN);
        assertThat(places.claims().getFirst().until()).isNull();
        assertThat(confirm(ANN).verdict()).isEqualTo(Verdict.ALREADY);
    }

    @Test
    void whoStandsAtTheDoorGetsAPlaceInWhatHasBegun() {
        follow(room(1, 2));
        confirmed(ANN);
        later(Duration.ofDays(5).plusMinutes(10));
        var admitted = admit(BOB, ONE);
        assertThat(admitted.verdict()).isEqualTo(Verdict.DONE);
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.GIVEN);
        assertThat(admit(BOB, ONE).verdict()).isEqualTo(Verdict.ALREADY);
        assertThat(taken(1)).isEqualTo(2);
        var full = admit(CAT, ONE);
        assertThat(full.verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(outcome(full)).isEqualTo(Outcome.TURNED_AWAY);
        assertThat(places.claim(CAT)).isEmpty();
        assertThat(admit(CAT, ONE).verdict()).as("the same once more").isEqualTo(Verdict.GONE);
    }

    @Test
    void whoStandsAtTheDoorDoesNotJumpTheQueue() {
        follow(room(1, 3));
        ask(ANN);
        confirmed(BOB, party(3));
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.WAITING);
        assertThat(admit(CAT, ONE).verdict())
                .as("two are free, and somebody waits")
                .isEqualTo(Verdict.NO_ROOM);
    }

    @Test
    void whoWasLetInByMistakeLeavesAPlaceThoughItHasBegun() {
        follow(room(1, 1));
        later(Duration.ofDays(6));
        admit(ANN, ONE);
        assertThat(end(ANN, Outcome.TURNED_AWAY).verdict()).isEqualTo(Verdict.DONE);
        assertThat(admit(BOB, ONE).verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void nobodyIsLetInWhereItIsOver() {
        follow(room(1, 5));
        call(Stage.OVER);
        assertThat(outcome(admit(ANN, ONE))).isEqualTo(Outcome.TURNED_AWAY);
    }

    @Test
    void aHoldIsShorterOnTheLastDay() {
        follow(room(1, 1));
        later(Duration.ofDays(4));
        ask(ANN);
        assertThat(places.claims().getFirst().until()).isEqualTo(now.plus(TERMS.holdOnLastDay()));
    }

    @Test
    void whatWasNotConfirmedInTimeGoesToTheNextInTheQueueWhoIsConfirmed() {
        follow(room(1, 1));
        ask(ANN, BOB, CAT);
        confirm(CAT);
        later(TERMS.hold());
        look();
        assertThat(claim(CAT).state()).isEqualTo(Claim.State.OFFERED);
        assertThat(places.claim(ANN)).isEmpty();
        assertThat(places.claim(BOB)).as("in the queue, never confirmed").isEmpty();
        assertThat(owed(ANN).outcome()).isEqualTo(Outcome.RELEASED);
    }

    @Test
    void whoConfirmsTooLateStillGetsAFreePlaceOrQueues() {
        follow(room(1, 1));
        ask(ANN);
        later(TERMS.hold());
        assertThat(outcome(confirm(ANN))).as("nobody else wanted it").isEqualTo(Outcome.GIVEN);

        follow(room(1, 2));
        ask(BOB);
        later(TERMS.hold());
        look();
        strikeAll();
        confirmed(CAT);
        var late = decide(List.of(new Ask(BOB, 1, ONE, true)), Set.of(BOB));
        assertThat(outcome(late.getFirst())).isEqualTo(Outcome.WAITING);
    }

    @Test
    void whoeverHasCancelledCannotConfirm() {
        follow(room(1, 5));
        ask(ANN);
        assertThat(end(ANN, Outcome.CANCELLED).verdict()).isEqualTo(Verdict.DONE);
        assertThat(confirm(ANN).verdict()).isEqualTo(Verdict.GONE);
        assertThat(end(ANN, Outcome.CANCELLED).verdict()).isEqualTo(Verdict.ALREADY);
    }

    @Test
    void whatIsEndedBeforeItBeganStaysEnded() {
        follow(room(1, 5));
        var answers = decide(List.of(new End(ANN, 1, ONE, Outcome.DISOWNED), new Ask(ANN, 1, ONE, false)), Set.of(ANN));
        assertThat(answers.getFirst().verdict()).isEqualTo(Verdict.DONE);
        assertThat(places.claims()).isEmpty();
        assertThat(owed(ANN).outcome()).isEqualTo(Outcome.DISOWNED);
    }

    @Test
    void aFreePlaceIsOfferedToTheFirstAndThenToTheNext() {
        follow(room(1, 1));
        confirmed(ANN, BOB, CAT, DAN);
        end(ANN, Outcome.CANCELLED);
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.OFFERED);
        assertThat(claim(BOB).until()).isEqualTo(NOW.plus(TERMS.offer()));
        assertThat(claim(CAT).state()).isEqualTo(Claim.State.WAITING);
        later(TERMS.offer());
        look();
        assertThat(owed(BOB).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(claim(CAT).state()).isEqualTo(Claim.State.OFFERED);
        assertThat(accept(CAT).verdict()).isEqualTo(Verdict.DONE);
        assertThat(accept(CAT).verdict()).isEqualTo(Verdict.ALREADY);
        assertThat(claim(CAT).state()).isEqualTo(Claim.State.GIVEN);
        assertThat(accept(BOB).verdict()).as("an expired offer").isEqualTo(Verdict.GONE);
        assertThat(accept(DAN).verdict()).as("not offered anything").isEqualTo(Verdict.GONE);
    }

    @Test
    void anOfferLastsTheLongerTheFurtherAwayItIsAndNeverBeyondTheBeginning() {
        follow(new Room(1, NOW.plus(Duration.ofDays(8)), 0, null));
        confirmed(ANN);
        follow(new Room(1, NOW.plus(Duration.ofDays(8)), 1, null));
        assertThat(claim(ANN).until()).isEqualTo(NOW.plus(Duration.ofHours(24)));

        reset();
        var soon = NOW.plus(Duration.ofHours(20));
        follow(new Room(1, soon, 0, null));
        confirmed(ANN);
        follow(new Room(1, soon, 1, null));
        assertThat(claim(ANN).until()).isEqualTo(NOW.plus(Duration.ofHours(2)));

        reset();
        var atOnce = NOW.plus(Duration.ofMinutes(40));
        follow(new Room(1, atOnce, 0, null));
        confirmed(ANN);
        follow(new Room(1, atOnce, 1, null));
        assertThat(claim(ANN).until()).isEqualTo(atOnce);
    }

    @Test
    void nobodyJumpsTheQueueEvenWhereThereIsRoomForThem() {
        follow(room(1, 4));
        confirmed(ANN, party(3));
        assertThat(outcome(confirmed(BOB, party(2)))).isEqualTo(Outcome.WAITING);
        assertThat(outcome(confirmed(CAT, party(1))))
                .as("it is offered to the first party that it is enough for")
                .isEqualTo(Outcome.OFFERED);
        assertThat(outcome(ask(DAN).getFirst())).isEqualTo(Outcome.QUEUED);
    }

    @Test
    void unconfirmedAddressesGetNoOfferAndKeepTheirTurn() {
        follow(room(1, 1));
        confirmed(ANN);
        ask(BOB);
        end(ANN, Outcome.CANCELLED);
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.QUEUED);
        assertThat(outcome(ask(CAT).getFirst())).as("Bob waits").isEqualTo(Outcome.QUEUED);
        assertThat(outcome(confirm(BOB))).as("nobody was before Bob").isEqualTo(Outcome.GIVEN);
    }

    @Test
    void aPartyGetsAllItsSessionsOrNone() {
        follow(room(1, 1), room(2, 5));
        confirmed(ANN);
        var both = new Wish(Set.of(1, 2), IN_PERSON, 1);
        assertThat(outcome(confirmed(BOB, both))).isEqualTo(Outcome.WAITING);
        assertThat(outcome(confirmed(CAT, new Wish(Set.of(2), IN_PERSON, 1))))
                .as("Bob waits there too; what is free is offered, and Cat is the first whom it is enough for")
                .isEqualTo(Outcome.OFFERED);
        end(ANN, Outcome.CANCELLED);
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.OFFERED);
    }

    @Test
    void modesAreCountedApart() {
        follow(new Room(1, START, 1, 2), Set.of(IN_PERSON, ONLINE));
        var online = new Wish(Set.of(1), ONLINE, 2);
        confirmed(ANN);
        assertThat(outcome(confirmed(BOB, online))).isEqualTo(Outcome.GIVEN);
        assertThat(outcome(confirmed(CAT, online))).isEqualTo(Outcome.WAITING);
        assertThat(places.standings()).extracting(Standing::taken).containsExactly(1, 2);
    }

    @Test
    void whereNobodyCountsEverybodyGetsAPlace() {
        follow(new Room(1, START, null, null));
        assertThat(outcome(confirmed(ANN, party(50)))).isEqualTo(Outcome.GIVEN);
        assertThat(places.standings().getFirst().left()).isNull();
    }

    @Test
    void aHallMadeSmallerTakesNothingFromAnybodyAndGivesNothingNew() {
        follow(room(1, 3));
        confirmed(ANN, BOB, CAT);
        follow(room(1, 1));
        assertThat(places.claims()).extracting(Claim::state).containsOnly(Claim.State.GIVEN);
        confirmed(DAN);
        end(ANN, Outcome.CANCELLED);
        assertThat(claim(DAN).state())
                .as("two are there, and there is room for one")
                .isEqualTo(Claim.State.WAITING);
        follow(room(1, 3));
        assertThat(claim(DAN).state()).isEqualTo(Claim.State.OFFERED);
    }

    @Test
    void anOlderStateOfTheGatheringIsNotFollowed() {
        follow(room(1, 3));
        var old = new Rules(0, Stage.ON, Set.of(IN_PERSON), List.of(room(1, 9)));
        var before = places;
        places = Allocation.decide(places, new Pass(old, List.of(), List.of(), Set.of()), TERMS, now)
                .after();
        assertThat(places).isSameAs(before);
    }

    @Test
    void aPartyGrowsWhereThereIsRoomAndNobodyWaits() {
        follow(room(1, 4), room(2, 1));
        confirmed(ANN);
        assertThat(alter(ANN, party(4)).verdict()).isEqualTo(Verdict.DONE);
        assertThat(alter(ANN, party(4)).verdict()).isEqualTo(Verdict.ALREADY);
        assertThat(alter(ANN, party(5)).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(claim(ANN).wish()).isEqualTo(party(4));
        confirmed(BOB);
        assertThat(alter(ANN, new Wish(Set.of(2), IN_PERSON, 1)).verdict()).isEqualTo(Verdict.DONE);
        assertThat(claim(BOB).state()).as("what Ann gave up").isEqualTo(Claim.State.OFFERED);
        assertThat(alter(ANN, new Wish(Set.of(1, 2), IN_PERSON, 1)).verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void aPartyThatGrowsDoesNotJumpTheQueueEither() {
        follow(room(1, 4));
        confirmed(ANN, party(3));
        confirmed(BOB, party(2));
        assertThat(alter(ANN, party(4)).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(alter(ANN, party(2)).verdict())
                .as("fewer is always possible")
                .isEqualTo(Verdict.DONE);
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.OFFERED);
    }

    @Test
    void whoWaitsAndAsksForMoreGoesToTheEndOfTheQueue() {
        follow(room(1, 1));
        confirmed(ANN, BOB, CAT);
        alter(BOB, party(2));
        alter(BOB, party(1));
        end(ANN, Outcome.CANCELLED);
        assertThat(claim(CAT).state()).isEqualTo(Claim.State.OFFERED);
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.WAITING);
    }

    @Test
    void whoWaitsAndTurnsToWhatIsFreeGetsIt() {
        follow(new Room(1, START, 1, null), Set.of(IN_PERSON, ONLINE));
        confirmed(ANN, BOB);
        assertThat(outcome(alter(BOB, new Wish(Set.of(1), ONLINE, 1)))).isEqualTo(Outcome.GIVEN);
    }

    @Test
    void onceItHasBegunNothingIsChangedAndNobodyWaits() {
        follow(room(1, 1), new Room(2, START.plus(Duration.ofDays(7)), 1, null));
        confirmed(ANN, BOB);
        confirmed(CAT, new Wish(Set.of(1, 2), IN_PERSON, 1));
        now = START;
        look();
        assertThat(owed(BOB).outcome()).isEqualTo(Outcome.OVER);
        assertThat(claim(CAT).state()).as("the second is to come").isEqualTo(Claim.State.OFFERED);
        assertThat(claim(CAT).wish().sessions()).containsExactly(2);
        assertThat(end(ANN, Outcome.CANCELLED).verdict()).isEqualTo(Verdict.TOO_LATE);
        assertThat(alter(ANN, new Wish(Set.of(2), IN_PERSON, 1)).verdict()).isEqualTo(Verdict.TOO_LATE);
        assertThat(alter(CAT, new Wish(Set.of(1, 2), IN_PERSON, 1)).verdict()).isEqualTo(Verdict.TOO_LATE);
    }

    @Test
    void movingOnlineTakesEverybodyAlong() {
        follow(new Room(1, START, 1, null), Set.of(IN_PERSON, ONLINE));
        confirmed(ANN, BOB);
        follow(new Room(1, START, null, null), Set.of(ONLINE));
        assertThat(claim(ANN).wish().mode()).isEqualTo(ONLINE);
        assertThat(claim(ANN).state()).isEqualTo(Claim.State.GIVEN);
        assertThat(owed(ANN).byItself()).as("Ann has not asked for it").isTrue();
        assertThat(PlacesForm.read(PlacesForm.written(places, null))).isEqualTo(places);
        assertThat(owed(BOB).byItself()).as("Bob is to be told of the place").isFalse();
        assertThat(claim(BOB).state()).as("there is room for all").isEqualTo(Claim.State.OFFERED);
        assertThat(outcome(ask(CAT).getFirst())).as("filled in before the move").isEqualTo(Outcome.HELD);
        assertThat(claim(CAT).wish().mode()).isEqualTo(ONLINE);
    }

    @Test
    void whatIsCalledOffEndsEveryClaim() {
        follow(room(1, 1));
        confirmed(ANN, BOB);
        ask(CAT);
        call(Stage.CALLED_OFF);
        assertThat(places.claims()).isEmpty();
        assertThat(places.todo()).extracting(Decision::outcome).containsOnly(Outcome.CALLED_OFF);
        assertThat(outcome(ask(DAN).getFirst())).isEqualTo(Outcome.CALLED_OFF);
        assertThat(Allocation.due(places)).isNull();
    }

    @Test
    void anEarlierLifeHasNothingToSay() {
        follow(room(1, 1));
        decide(List.of(new Ask(ANN, 2, ONE, true)), Set.of(ANN));
        assertThat(end(ANN, Outcome.CANCELLED).verdict()).isEqualTo(Verdict.GONE);
        assertThat(confirm(ANN).verdict()).isEqualTo(Verdict.GONE);
        assertThat(claim(ANN).life()).isEqualTo(2);
    }

    @Test
    void anEntryOfTheListGoesOnlyIfNothingNewerHasTakenItsPlace() {
        follow(room(1, 1));
        ask(ANN);
        var held = owed(ANN);
        confirm(ANN);
        strike(held);
        assertThat(owed(ANN).outcome()).isEqualTo(Outcome.GIVEN);
        strike(owed(ANN));
        assertThat(places.todo()).isEmpty();
        assertThat(places.owedSince()).isNull();
    }

    @Test
    void theListRemembersSinceWhenItsOldestEntryWaits() {
        follow(room(1, 5));
        ask(ANN);
        later(Duration.ofSeconds(3));
        ask(BOB);
        assertThat(places.owedSince()).isEqualTo(NOW);
        strike(owed(ANN));
        assertThat(places.owedSince()).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void itIsKnownWhenSomethingIsDueByItself() {
        follow(room(1, 1));
        assertThat(Allocation.due(places)).isNull();
        ask(ANN);
        assertThat(Allocation.due(places)).isEqualTo(NOW.plus(TERMS.hold()));
        confirm(ANN);
        assertThat(Allocation.due(places)).isNull();
        confirmed(BOB);
        assertThat(Allocation.due(places))
                .as("whoever waits does so until it begins")
                .isEqualTo(START);
    }

    @Test
    void aThousandAtOnceForAHundredPlacesFillItToTheLast() {
        follow(room(1, 100));
        var all = IntStream.range(100, 1100).mapToObj(AllocationTests::id).toArray(UUID[]::new);
        assertThat(outcomes(ask(all)).subList(0, 100)).containsOnly(Outcome.HELD);
        assertThat(taken(1)).isEqualTo(100);
        assertThat(places.claims().stream().filter(claim -> claim.state() == Claim.State.QUEUED))
                .extracting(Claim::registration)
                .containsExactly(Arrays.copyOfRange(all, 100, 1000));
    }

    @Test
    void whatIsWrittenIsWhatIsReadBack() {
        follow(new Room(1, START, 1, null), Set.of(IN_PERSON, ONLINE));
        confirmed(ANN, BOB);
        ask(CAT);
        end(ANN, Outcome.CANCELLED);
        assertThat(PlacesForm.read(PlacesForm.written(places, NOW))).isEqualTo(places);
    }

    private static UUID id(int number) {
        return new UUID(0x7000L, number);
    }

    private static Wish party(int heads) {
        return new Wish(Set.of(1), IN_PERSON, heads);
    }

    private static Room room(int session, @Nullable Integer capacity) {
        return new Room(session, START, capacity, null);
    }

    private void reset() {
        places = Places.none(id(99));
        now = NOW;
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private void follow(Room... rooms) {
        follow(Set.of(IN_PERSON), Stage.ON, rooms);
    }

    @Test
    void whomStaffAcceptGetsAPlaceForGoodWhileThereAreAnyAndNeverMore() {
        follow(room(1, 2));
        assertThat(outcome(approve(ANN, false))).isEqualTo(Outcome.GIVEN);
        assertThat(claim(ANN).until()).isNull();
        assertThat(approve(ANN, false).verdict()).isEqualTo(Verdict.ALREADY);
        approve(BOB, false);
        var before = places;
        assertThat(approve(CAT, false)).isEqualTo(new Answer(Verdict.NO_ROOM, null));
        assertThat(places).as("nothing is decided about her").isSameAs(before);
        assertThat(taken(1)).isEqualTo(2);
    }

    @Test
    void staffPutPeopleOnTheWaitingListOnlyWhereThereIsNoPlace() {
        follow(room(1, 1));
        assertThat(approve(ANN, true)).isEqualTo(new Answer(Verdict.NOT_FULL, null));
        approve(ANN, false);
        assertThat(outcome(approve(BOB, true))).isEqualTo(Outcome.WAITING);
        end(ANN, Outcome.CANCELLED);
        assertThat(claim(BOB).state()).isEqualTo(Claim.State.OFFERED);
        assertThat(approve(CAT, false).verdict()).as("nobody jumps the queue").isEqualTo(Verdict.NO_ROOM);
    }

    @Test
    void anApplicationThatWasWithdrawnOrComesTooLateIsNotAdmitted() {
        follow(room(1, 1));
        decide(List.of(new End(ANN, 1, ONE, Outcome.CANCELLED)), Set.of(ANN));
        assertThat(outcome(approve(ANN, false))).isEqualTo(Outcome.CANCELLED);
        assertThat(decide(List.of(new Approve(BOB, 1, ONE, false)), Set.of()).getFirst())
                .isEqualTo(new Answer(Verdict.GONE, null));
        later(Duration.ofDays(6));
        assertThat(approve(CAT, false)).isEqualTo(new Answer(Verdict.TOO_LATE, null));
    }

    @Test
    void whoAppliedBeforeItMovedOnlineIsAdmittedOnline() {
        follow(room(1, null), Set.of(ONLINE));
        assertThat(Objects.requireNonNull(approve(ANN, false).decision()).wish())
                .isEqualTo(ONE.in(ONLINE));
    }

    private Answer approve(UUID who, boolean waits) {
        return decide(List.of(new Approve(who, 1, ONE, waits)), Set.of(who)).getFirst();
    }

    private void follow(Room room, Set<Mode> modes) {
        follow(modes, Stage.ON, room);
    }

    private void call(Stage stage) {
        follow(places.rules().modes(), stage, places.rules().rooms().toArray(Room[]::new));
    }

    private void follow(Set<Mode> modes, Stage stage, Room... rooms) {
        var rules = new Rules(places.rules().version() + 1, stage, modes, List.of(rooms));
        places = Allocation.decide(places, new Pass(rules, List.of(), List.of(), Set.of()), TERMS, now)
                .after();
    }

    private void look() {
        decide(List.of(), Set.of());
    }

    private void strike(Decision decision) {
        places = Allocation.decide(places, new Pass(null, List.of(decision), List.of(), Set.of()), TERMS, now)
                .after();
    }

    private void strikeAll() {
        List.copyOf(places.todo()).forEach(this::strike);
    }

    private List<Answer> decide(List<Request> requests, Set<UUID> askers) {
        var result = Allocation.decide(places, new Pass(null, List.of(), requests, askers), TERMS, now);
        places = result.after();
        return result.answers();
    }

    private List<Answer> ask(UUID... who) {
        var requests = new ArrayList<Request>();
        for (var each : who) {
            requests.add(new Ask(each, 1, ONE, false));
        }
        return decide(requests, Set.of(who));
    }

    private void confirmed(UUID... who) {
        for (var each : who) {
            confirmed(each, ONE);
        }
    }

    private Answer confirmed(UUID who, Wish wish) {
        return decide(List.of(new Ask(who, 1, wish, true)), Set.of(who)).getFirst();
    }

    private Answer confirm(UUID who) {
        return decide(List.of(new Ask(who, 1, ONE, true)), Set.of()).getFirst();
    }

    private Answer admit(UUID who, Wish wish) {
        return decide(List.of(new Admit(who, 1, wish)), Set.of(who)).getFirst();
    }

    private Answer accept(UUID who) {
        return decide(List.of(new Accept(who, 1)), Set.of()).getFirst();
    }

    private Answer alter(UUID who, Wish wish) {
        return decide(List.of(new Alter(who, 1, wish)), Set.of()).getFirst();
    }

    private Answer end(UUID who, Outcome why) {
        return decide(List.of(new End(who, 1, ONE, why)), Set.of()).getFirst();
    }

    private Claim claim(UUID who) {
        return places.claim(who).orElseThrow();
    }

    private Decision owed(UUID who) {
        return places.owed(who).orElseThrow();
    }

    private int taken(int session) {
        return places.standings().stream()
                .filter(each -> each.session() == session && each.mode() == IN_PERSON)
                .mapToInt(Standing::taken)
                .sum();
    }

    private static Outcome outcome(Answer answer) {
        return Objects.requireNonNull(answer.decision()).outcome();
    }

    private static List<Outcome> outcomes(List<Answer> answers) {
        return answers.stream().map(AllocationTests::outcome).toList();
    }
}
