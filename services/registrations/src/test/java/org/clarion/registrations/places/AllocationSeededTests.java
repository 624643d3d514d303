package org.clarion.registrations.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens in whatever order, the promises hold after each pass. */
class AllocationSeededTests {

    private static final Instant START = Instant.parse("2027-01-14T18:30:00Z");
    private static final Terms TERMS = new Terms(
            Duration.ofHours(2),
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(2),
            Duration.ofDays(7));
    private static final int STEPS = 120;
    private static final int PEOPLE = 40;

    static List<Long> seeds() {
        var seeds = new ArrayList<Long>();
        for (long seed = 1; seed <= 250; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePromisesHold(long seed) {
        var random = new Random(seed);
        var places = Places.none(new UUID(0, 0));
        var known = new HashMap<UUID, Outcome>();
        var now = START.minus(Duration.ofDays(10));
        var rules = rules(random, 1);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(12) == 0) {
                rules = rules(random, rules.version() + 1);
            }
            now = now.plus(Duration.ofMinutes(random.nextInt(10) == 0 ? random.nextInt(3000) : random.nextInt(30)));
            if (random.nextInt(60) == 0) {
                now = now.minus(Duration.ofMinutes(random.nextInt(300))); // a clock is put right
            }
            var requests = requests(random);
            var free = free(places, requests, known);
            var taken =
                    places.todo().stream().filter(each -> random.nextBoolean()).toList();
            taken.forEach(each -> known.put(each.registration(), each.outcome()));
            var pass = new Pass(rules, taken, requests, free);
            var result = Allocation.decide(places, pass, TERMS, now);
            check(places, result.after(), pass, result.answers(), now);

            var again = Allocation.decide(
                    result.after(), new Pass(rules, List.of(), onlyAsks(requests), Set.of()), TERMS, now);
            assertThat(again.after()).as("who asks once more changes nothing").isSameAs(result.after());
            places = result.after();
        }
    }

    private static void check(Places before, Places after, Pass pass, List<Answer> answers, Instant now) {
        assertThat(answers).hasSameSizeAs(pass.requests());
        assertThat(after.claims()).extracting(Claim::registration).doesNotHaveDuplicates();
        assertThat(after.todo()).extracting(Decision::registration).doesNotHaveDuplicates();
        assertThat(after.version()).isIn(before.version(), before.version() + 1);
        assertThat(after.claims())
                .allSatisfy(claim -> assertThat(claim.until())
                        .satisfiesAnyOf(
                                until -> assertThat(until).isNull(),
                                until -> assertThat(until).isAfter(now)));
        neverAboveCapacity(before, after);
        noFreePlaceIsKeptFromWhoWaits(after, now);
        nobodyJumpsTheQueue(before, after);
        everyChangeStandsOnTheList(before, after);
    }

    private static void neverAboveCapacity(Places before, Places after) {
        var had = new HashMap<String, Integer>();
        before.standings().forEach(each -> had.put(each.session() + "/" + each.mode(), each.taken()));
        for (var each : after.standings()) {
            if (each.capacity() != null && each.taken() > each.capacity()) {
                assertThat(each.taken())
                        .as("a hall that was made smaller takes nobody in")
                        .isLessThanOrEqualTo(had.getOrDefault(each.session() + "/" + each.mode(), 0));
            }
        }
    }

    private static void noFreePlaceIsKeptFromWhoWaits(Places after, Instant now) {
        for (var claim : after.claims()) {
            if (claim.state() == Claim.State.WAITING
                    && after.rules().nextStart(claim.wish(), now).isPresent()) {
                assertThat(fits(after, claim.wish(), Map.of()))
                        .as("%s waits beside a free place", claim)
                        .isFalse();
            }
        }
    }

    /** Who got something in this pass did not get it before somebody earlier for whom it was enough. */
    private static void nobodyJumpsTheQueue(Places before, Places after) {
        var had = before.claims().stream().collect(Collectors.toMap(Claim::registration, claim -> claim));
        var gained = after.claims().stream()
                .filter(claim -> claim.state() == Claim.State.OFFERED && claim.since() == after.version())
                .filter(claim -> {
                    var was = had.get(claim.registration());
                    return was == null || was.state() != Claim.State.OFFERED;
                })
                .toList();
        for (var winner : gained) {
            for (var other : after.claims()) {
                if (other.state() == Claim.State.WAITING && other.order() < winner.order()) {
                    assertThat(fits(after, other.wish(), Map.of(winner.registration(), winner)))
                            .as("%s was before %s", other, winner)
                            .isFalse();
                }
            }
        }
        var freshly = after.claims().stream()
                .filter(claim -> (claim.state() == Claim.State.HELD || claim.state() == Claim.State.GIVEN)
                        && !had.containsKey(claim.registration()))
                .toList();
        for (var winner : freshly) {
            assertThat(after.claims().stream()
                            .filter(other -> other.state().waits() && other.order() < winner.order())
                            .filter(other ->
                                    other.wish().mode() == winner.wish().mode())
                            .filter(other -> other.wish().sessions().stream()
                                    .anyMatch(winner.wish().sessions()::contains)))
                    .as("%s came later", winner)
                    .isEmpty();
        }
    }

    private static void everyChangeStandsOnTheList(Places before, Places after) {
        var had = before.claims().stream().collect(Collectors.toMap(Claim::registration, claim -> claim));
        for (var claim : after.claims()) {
            if (!claim.equals(had.remove(claim.registration()))) {
                var owed = after.owed(claim.registration()).orElseThrow();
                assertThat(owed).isEqualTo(owed.byItself() ? claim.decision().happeningByItself() : claim.decision());
            }
        }
        had.keySet()
                .forEach(gone -> assertThat(after.owed(gone))
                        .hasValueSatisfying(
                                owed -> assertThat(owed.outcome().isLive()).isFalse()));
    }

    /** @param without claims whose places count as free */
    private static boolean fits(Places places, Wish wish, Map<UUID, Claim> without) {
        for (var session : wish.sessions()) {
            var capacity = places.rules().room(session).orElseThrow().capacity(wish.mode());
            if (capacity == null) {
                continue;
            }
            int taken = places.claims().stream()
                    .filter(claim -> claim.state().takesPlaces() && !without.containsKey(claim.registration()))
                    .filter(claim -> claim.wish().mode() == wish.mode()
                            && claim.wish().sessions().contains(session))
                    .mapToInt(claim -> claim.wish().heads())
                    .sum();
            if (taken + wish.heads() > capacity) {
                return false;
            }
        }
        return true;
    }

    private static Set<UUID> free(Places places, List<Request> requests, Map<UUID, Outcome> known) {
        var free = new HashSet<UUID>();
        for (var request : requests) {
            var id = request.registration();
            var last = known.get(id);
            if (places.claim(id).isEmpty() && places.owed(id).isEmpty() && (last == null || last == Outcome.RELEASED)) {
                free.add(id);
            }
        }
        return free;
    }

    private static List<Request> onlyAsks(List<Request> requests) {
        return requests.stream()
                .filter(request -> request instanceof Ask ask && !ask.confirmed())
                .toList();
    }

    private static List<Request> requests(Random random) {
        var requests = new ArrayList<Request>();
        for (int i = random.nextInt(6); i > 0; i--) {
            var who = new UUID(1, random.nextInt(PEOPLE));
            requests.add(
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 -> new Ask(who, 1, wish(random), false);
                        case 3, 4 -> new Ask(who, 1, wish(random), true);
                        case 5 -> new Accept(who, 1);
                        case 6 -> new Alter(who, 1, wish(random));
                        case 7 -> new Admit(who, 1, wish(random));
                        case 8 -> new Approve(who, 1, wish(random), random.nextBoolean());
                        default -> new End(who, 1, wish(random), Outcome.CANCELLED);
                    });
        }
        return requests;
    }

    private static Wish wish(Random random) {
        var sessions = new HashSet<Integer>();
        sessions.add(1 + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            sessions.add(1 + random.nextInt(3));
        }
        return new Wish(sessions, Mode.values()[random.nextInt(2)], 1 + random.nextInt(3));
    }

    private static Rules rules(Random random, long version) {
        var rooms = new ArrayList<Room>();
        for (int session = 1; session <= 3; session++) {
            rooms.add(new Room(
                    session,
                    START.plus(Duration.ofDays(session)),
                    random.nextInt(12),
                    random.nextInt(4) == 0 ? null : random.nextInt(8)));
        }
        return new Rules(version, Stage.ON, Set.of(Mode.IN_PERSON, Mode.ONLINE), rooms);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsFirstToAcceptIsTheOnlyOne(long seed) {
        var random = new Random(seed);
        var rules = new Rules(
                1, Stage.ON, Set.of(Mode.IN_PERSON), List.of(new Room(1, START, 1 + random.nextInt(3), null)));
        var places = Places.none(new UUID(0, 0));
        var now = START.minus(Duration.ofDays(3));
        var asks = new ArrayList<Request>();
        for (int i = 0; i < 10; i++) {
            asks.add(new Ask(new UUID(1, i), 1, new Wish(Set.of(1), Mode.IN_PERSON, 1), true));
        }
        places = Allocation.decide(places, new Pass(rules, List.of(), asks, ids(asks)), TERMS, now)
                .after();
        var leaving = new End(new UUID(1, 0), 1, new Wish(Set.of(1), Mode.IN_PERSON, 1), Outcome.CANCELLED);
        places = Allocation.decide(places, new Pass(null, List.of(), List.of(leaving), Set.of()), TERMS, now)
                .after();
        var accepts = asks.stream()
                .map(ask -> (Request) new Accept(ask.registration(), 1))
                .toList();
        var result = Allocation.decide(places, new Pass(null, List.of(), accepts, Set.of()), TERMS, now);
        assertThat(result.answers().stream().filter(answer -> answer.verdict() == Verdict.DONE))
                .hasSize(1);
    }

    private static Set<UUID> ids(List<Request> requests) {
        return requests.stream().map(Request::registration).collect(Collectors.toSet());
    }
}
