package org.clarion.registrations.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Outline;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.gathering.Setting;
import org.clarion.registrations.places.Answer.Verdict;
import org.clarion.registrations.places.Request.Accept;
import org.clarion.registrations.places.Request.Ask;
import org.clarion.registrations.places.Request.End;
import org.clarion.registrations.registration.Crowd;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.PublishedMessages.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The places of real gatherings in a real store, while everything happens that can. */
@RunningService
class PlacesIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Wish ONE = new Wish(Set.of(1), Mode.IN_PERSON, 1);
    private static final AtomicInteger SLUGS = new AtomicInteger();

    @Autowired
    ApplicationContext context;

    @Autowired
    GatheringDesk gatheringDesk;

    @Autowired
    Gatherings gatherings;

    @Autowired
    PlacesStore store;

    @Autowired
    PlacesDesk desk;

    @Autowired
    Registrants registrants;

    @Autowired
    Terms terms;

    @Autowired
    PlacesSettings settings;

    @Autowired
    PublishedMessages messages;

    private Crowd crowd;

    @BeforeEach
    void people() {
        crowd = new Crowd(context);
    }

    @Test
    void twoThousandAtOnceForAHundredPlacesGiveExactlyAHundred() throws Exception {
        var gathering = open(100);
        var watching = watch(gathering);
        atOnce(2000, i -> crowd.register(gathering, ONE));
        everybodyIsAnswered(gathering, 2000);
        watching.stop();

        var all = crowd.of(gathering);
        assertThat(all).filteredOn(each -> each.outcome() == Outcome.HELD).hasSize(100);
        assertThat(all).filteredOn(each -> each.outcome() == Outcome.QUEUED).hasSize(1900);
        assertThat(watching.samples()).isPositive();
        var ids = all.stream().map(each -> each.id().toString()).collect(Collectors.toSet());
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(recipients("mail-request.v1", ids)).containsOnly(1).hasSize(2000);
            assertThat(recipients("registration.v1", ids)).containsOnly(1).hasSize(2000);
        });
    }

    @Test
    void aCapacityThatChangesInTheMiddleHolds() throws Exception {
        var gathering = open(100);
        var watching = watch(gathering);
        var second = anotherInstance(Clock.systemUTC());
        var confirmedBy = new AtomicInteger();
        atOnce(600, i -> {
            if (i == 200) {
                resize(gathering, 80);
            } else if (i == 400) {
                resize(gathering, 120);
            }
            var id = crowd.keep(gathering, ONE);
            var through = i % 2 == 0 ? desk : second;
            assertThat(through.askAndWait(gathering.id(), new Ask(id, 1, ONE, true))
                            .verdict())
                    .isIn(Verdict.DONE, Verdict.ALREADY);
            confirmedBy.incrementAndGet();
        });
        everybodyIsAnswered(gathering, 600);
        watching.stop();
        var all = crowd.of(gathering);
        var withPlaces = all.stream()
                .filter(each -> each.outcome() == Outcome.GIVEN || each.outcome() == Outcome.OFFERED)
                .count();
        assertThat(withPlaces).isEqualTo(120);
        assertThat(confirmedBy).hasValue(600);
    }

    @Test
    void whatWasKeptAndNeverAskedForIsAskedForByASweeper() {
        var gathering = open(1);
        var id = crowd.keep(gathering, ONE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(crowd.find(id).outcome()).isEqualTo(Outcome.HELD));
        assertThat(mailsTo(id, 1)).hasSize(1);
    }

    @Test
    void whatWasDecidedAndNeverTakenIsHandedOverByASweeper() {
        var gathering = open(1);
        var id = crowd.keep(gathering, ONE);
        var before = store.find(gathering.id());
        var pass = new Pass(null, List.of(), List.of(new Ask(id, 1, ONE, false)), Set.of(id));
        var after = Allocation.decide(before, pass, terms, Instant.now()).after();
        assertThat(store.replace(after, Allocation.due(after))).isTrue();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(crowd.find(id).outcome()).isEqualTo(Outcome.HELD));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(store.find(gathering.id()).todo()).isEmpty());
        assertThat(mailsTo(id, 1)).hasSize(1);
    }

    @Test
    void whatWasTakenAndNotStruckOffIsTakenOnceOnly() {
        var gathering = open(1);
        var id = crowd.keep(gathering, ONE);
        var before = store.find(gathering.id());
        var pass = new Pass(null, List.of(), List.of(new Ask(id, 1, ONE, true)), Set.of(id));
        var after = Allocation.decide(before, pass, terms, Instant.now()).after();
        store.replace(after, Allocation.due(after));
        assertThat(registrants.take(gathering.id(), after.todo())).hasSize(1);
        assertThat(registrants.take(gathering.id(), after.todo()))
                .as("done, for the second time")
                .hasSize(1);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(store.find(gathering.id()).todo()).isEmpty());
        assertThat(mailsTo(id, 1)).hasSize(1);
        assertThat(recipients("registration.v1", Set.of(id.toString()))).containsExactly(1);
    }

    @Test
    void aResumedInstanceCannotWriteWhatItDecidedOnAnOldState() {
        var gathering = open(1);
        var early = crowd.keep(gathering, ONE);
        var late = crowd.keep(gathering, ONE);
        desk.askAndWait(gathering.id(), new Ask(early, 1, ONE, false));
        var old = store.find(gathering.id());
        var freed = desk.askAndWait(gathering.id(), new End(early, 1, ONE, Outcome.DISOWNED));
        assertThat(freed.verdict()).isEqualTo(Verdict.DONE);
        desk.askAndWait(gathering.id(), new Ask(late, 1, ONE, true));

        var stale = new Pass(null, List.of(), List.of(new Ask(early, 1, ONE, true)), Set.of());
        var decidedOnOld = Allocation.decide(old, stale, terms, Instant.now()).after();
        assertThat(store.replace(decidedOnOld, Allocation.due(decidedOnOld))).isFalse();
        assertThat(taken(gathering)).isEqualTo(1);
    }

    @Test
    void aResumedInstanceCannotBringAnEndedClaimBackToLife() {
        var gathering = open(5);
        var resumed = anotherInstance(Clock.systemUTC());
        var id = crowd.keep(gathering, ONE);
        resumed.askAndWait(gathering.id(), new Ask(id, 1, ONE, false));
        desk.askAndWait(gathering.id(), new Ask(id, 1, ONE, true));
        desk.askAndWait(gathering.id(), new End(id, 1, ONE, Outcome.CANCELLED));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(store.find(gathering.id()).todo()).isEmpty());
        for (var confirmed : new boolean[] {false, true}) {
            assertThat(resumed.askAndWait(gathering.id(), new Ask(id, 1, ONE, confirmed))
                            .verdict())
                    .isEqualTo(Verdict.GONE);
        }
        assertThat(taken(gathering)).isZero();
        assertThat(crowd.find(id).status()).isEqualTo("cancelled");
    }

    @Test
    void aResumedInstanceCannotHandOverWhatHasBeenOvertaken() {
        var gathering = open(5);
        var id = crowd.keep(gathering, ONE);
        var held = Objects.requireNonNull(
                desk.askAndWait(gathering.id(), new Ask(id, 1, ONE, false)).decision());
        desk.askAndWait(gathering.id(), new Ask(id, 1, ONE, true));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(crowd.find(id).status()).isEqualTo("confirmed"));
        assertThat(registrants.take(gathering.id(), List.of(held))).containsExactly(held);
        assertThat(crowd.find(id).status()).isEqualTo("confirmed");
    }

    @Test
    void twoInstancesWithOldMemoriesNeverGiveAPlaceTwice() throws Exception {
        var gathering = open(50);
        var second = anotherInstance(Clock.systemUTC());
        var watching = watch(gathering);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 300; i++) {
            ids.add(crowd.keep(gathering, ONE));
        }
        atOnce(300, i -> {
            var through = i % 2 == 0 ? desk : second;
            through.askAndWait(gathering.id(), new Ask(ids.get(i), 1, ONE, true));
            if (i % 3 == 0) {
                (i % 2 == 0 ? second : desk).askAndWait(gathering.id(), new End(ids.get(i), 1, ONE, Outcome.CANCELLED));
            }
        });
        everybodyIsAnswered(gathering, 300);
        watching.stop();
        assertThat(taken(gathering)).isEqualTo(50);
        var all = crowd.of(gathering);
        assertThat(all).filteredOn(each -> each.status().equals("cancelled")).hasSize(100);
        assertThat(all)
                .filteredOn(each -> each.outcome() == Outcome.GIVEN || each.outcome() == Outcome.OFFERED)
                .hasSize(50);
    }

    @Test
    void anOfferThatLapsesGoesOnToTheNextWithOneMailEach() {
        var gathering = open(1);
        var first = crowd.keep(gathering, ONE);
        var second = crowd.keep(gathering, ONE);
        var third = crowd.keep(gathering, ONE);
        for (var each : List.of(first, second, third)) {
            desk.askAndWait(gathering.id(), new Ask(each, 1, ONE, true));
        }
        desk.askAndWait(gathering.id(), new End(first, 1, ONE, Outcome.CANCELLED));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(crowd.find(second).status()).isEqualTo("offered"));

        var tomorrow = anotherInstance(Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC));
        tomorrow.look(gathering.id());
        tomorrow.look(gathering.id());
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(crowd.find(second).status()).isEqualTo("cancelled");
            assertThat(crowd.find(third).status()).isEqualTo("offered");
        });
        assertThat(tomorrow.askAndWait(gathering.id(), new Accept(second, 1)).verdict())
                .isEqualTo(Verdict.GONE);
        assertThat(tomorrow.askAndWait(gathering.id(), new Accept(third, 1)).verdict())
                .isEqualTo(Verdict.DONE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(crowd.find(third).status()).isEqualTo("confirmed"));
        assertThat(mailsTo(second, 3))
                .containsExactly("registration.waiting", "registration.offer", "registration.offer-lapsed");
        assertThat(mailsTo(third, 3))
                .containsExactly("registration.waiting", "registration.offer", "registration.ticket");
    }

    @Test
    void aHallOfFiveThousandWorks() throws Exception {
        var gathering = open(5000);
        var random = new Random(1);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 5000; i++) {
            ids.add(UUID.randomUUID());
        }
        var full = fill(gathering, ids);
        assertThat(store.replace(full, null)).isTrue();
        for (int i = 0; i < 20; i++) {
            var late = crowd.keep(gathering, ONE);
            assertThat(desk.askAndWait(gathering.id(), new Ask(late, 1, ONE, true))
                            .decision())
                    .isNotNull()
                    .extracting(Decision::outcome)
                    .isEqualTo(Outcome.WAITING);
            desk.askAndWait(gathering.id(), new End(ids.remove(random.nextInt(ids.size())), 1, ONE, Outcome.CANCELLED));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(crowd.find(late).outcome()).isEqualTo(Outcome.OFFERED));
        }
        assertThat(taken(gathering)).isEqualTo(5000);
    }

    private static Places fill(Gathering gathering, List<UUID> ids) {
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < ids.size(); i++) {
            claims.add(new Claim(ids.get(i), 1, ONE, Claim.State.GIVEN, null, i + 1, 1));
        }
        return new Places(gathering.id(), 2, Rules.of(gathering), ids.size() + 1, claims, List.of(), null);
    }

    private Gathering open(int capacity) {
        var outline = SampleGatherings.talk(
                "places-" + SLUGS.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36),
                START,
                new Capacity(capacity, null));
        var draft = gatheringDesk.draft(outline, SampleGatherings.ADA);
        return gatheringDesk.take(GatheringDesk.OPEN, draft.id(), SampleGatherings.ADA);
    }

    private void resize(Gathering gathering, int capacity) {
        var current = gatherings.find(gathering.id());
        var setting = current.setting();
        var wider = new Setting(
                setting.modes(), setting.venue(), setting.joining(), new Capacity(capacity, null), setting.access());
        var outline = new Outline(
                current.slug(),
                null,
                current.programme(),
                wider,
                current.admission(),
                current.opensAt(),
                current.closesAt());
        gatheringDesk.edit(current.id(), current.version(), outline, SampleGatherings.ADA);
    }

    private PlacesDesk anotherInstance(Clock clock) {
        return new PlacesDesk(store, registrants, gatherings, terms, settings, clock);
    }

    private int taken(Gathering gathering) {
        return store.find(gathering.id()).standings().getFirst().taken();
    }

    private void everybodyIsAnswered(Gathering gathering, int people) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(store.find(gathering.id()).todo()).isEmpty();
            assertThat(crowd.of(gathering))
                    .hasSize(people)
                    .noneMatch(Crowd.Standing::undecided)
                    .noneMatch(each -> each.outcome() == null);
        });
        var claims = store.find(gathering.id()).claims().stream()
                .collect(Collectors.toMap(
                        Claim::registration, claim -> claim.state().outcome()));
        crowd.of(gathering).stream()
                .filter(each -> claims.containsKey(each.id()))
                .forEach(each -> assertThat(each.outcome()).isEqualTo(claims.get(each.id())));
        assertThat(new HashSet<>(claims.keySet())).hasSameSizeAs(claims.keySet());
    }

    /** For each registration how many different messages there are; the broker may have one of them twice. */
    private List<Integer> recipients(String topic, Set<String> registrations) {
        return messages.on(topic, message -> registrations.contains(message.key())).stream()
                .collect(Collectors.groupingBy(Published::key, Collectors.mapping(Published::id, Collectors.toSet())))
                .values()
                .stream()
                .map(Set::size)
                .toList();
    }

    private List<String> mailsTo(UUID registration, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> messages
                                .on(
                                        "mail-request.v1",
                                        message -> registration.toString().equals(message.key()))
                                .stream()
                                .collect(Collectors.toMap(
                                        Published::id,
                                        message -> message.json()
                                                .required("purpose")
                                                .asString(),
                                        (one, again) -> one,
                                        LinkedHashMap::new))
                                .values()
                                .stream()
                                .toList(),
                        purposes -> purposes.size() >= count);
    }

    /** Looks again and again whether more is given than there is. */
    private Watching watch(Gathering gathering) {
        var watching = new Watching(store, gathering.id());
        Thread.ofVirtual().start(watching);
        return watching;
    }

    private static final class Watching implements Runnable {

        private final PlacesStore store;
        private final UUID gathering;
        private final AtomicInteger samples = new AtomicInteger();
        private final List<String> breaches = new ArrayList<>();
        private final Semaphore ended = new Semaphore(0);
        private volatile boolean stopped;

        private Watching(PlacesStore store, UUID gathering) {
            this.store = store;
            this.gathering = gathering;
        }

        @Override
        public void run() {
            int before = 0;
            while (!stopped) {
                for (var each : store.find(gathering).standings()) {
                    if (each.mode() == Mode.IN_PERSON) {
                        if (each.capacity() != null && each.taken() > each.capacity() && each.taken() > before) {
                            breaches.add(each.toString());
                        }
                        before = each.taken();
                    }
                }
                samples.incrementAndGet();
            }
            ended.release();
        }

        int samples() {
            return samples.get();
        }

        void stop() throws InterruptedException {
            stopped = true;
            ended.acquire();
            assertThat(breaches).as("more given than there is").isEmpty();
        }
    }

    private static void atOnce(int people, Consumer<Integer> deed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(40)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < people; i++) {
                int number = i;
                all.add(threads.submit(() -> deed.accept(number)));
            }
            for (var each : all) {
                each.get();
            }
        }
    }
}
