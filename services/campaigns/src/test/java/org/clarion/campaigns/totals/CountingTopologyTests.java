package org.clarion.campaigns.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.topics.TopicDeclaration;
import org.clarion.messaging.topics.Topics;
import org.clarion.testsupport.Contracts;
import org.clarion.totals.GenerationCompleted;
import org.clarion.totals.TotalRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.support.KafkaHeaders;

class CountingTopologyTests {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:30Z");
    private static final List<String> KINDS = Topics.declared().named(TopicDeclaration.Role.PARTICIPATION);
    private static final String SIGNATURES = "signature.v1";
    private static final String LETTERS = "letter.v1";
    private static final Map<String, Long> RECORDED = Map.of("recorded", 1L);
    private static final Map<String, Long> CONFIRMED = Map.of("recorded", 1L, "confirmed", 1L);

    @TempDir
    private Path stateDir;

    private final UUID action = UUID.randomUUID();
    private final Map<String, TotalRow> totals = new TreeMap<>();
    private final List<TotalRow> published = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private Set<String> known = Set.of();
    private TopologyTestDriver driver;
    private Instant now = NOW;

    @BeforeEach
    void start() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "counting");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        var topology = new CountingTopology(
                KINDS,
                12,
                Duration.ofMillis(500),
                action -> known,
                (topic, id, seen, applied) -> late.add(topic + " " + seen + " after " + applied));
        driver = new TopologyTestDriver(topology.build(3), settings, now);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aConfirmedParticipationCountsOnceInEachOfItsRows() {
        send(signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of("constituency", "E14001530", "country", "GB")));

        assertThat(figures("confirmed"))
                .isEqualTo(Map.of(
                        "all all", 1L,
                        "constituency E14001530", 1L,
                        "country GB", 1L,
                        "day 2026-06-01", 1L,
                        "hour 2026-06-01T12", 1L,
                        "minute 2026-06-01T12:00", 1L));
        assertThat(published).allSatisfy(row -> {
            assertThat(row.generation()).isEqualTo(3);
            assertThat(row.at()).isEqualTo(now);
        });
    }

    @Test
    void daysAreThoseOfLondonAndHoursThoseOfUtc() {
        send(signature(UUID.randomUUID(), 2, CONFIRMED, Instant.parse("2026-05-31T23:30:00Z"), Map.of()));

        assertThat(figures("confirmed")).containsEntry("day 2026-06-01", 1L).containsEntry("hour 2026-05-31T23", 1L);
    }

    @Test
    void whatIsNotConfirmedCountsOnlyAsRecordedAndOnlyOverEverything() {
        send(signature(UUID.randomUUID(), 1, RECORDED, null, Map.of("constituency", "E14001530")));

        assertThat(figures("confirmed")).isEmpty();
        assertThat(figures("recorded")).isEqualTo(Map.of("all all", 1L));
    }

    @Test
    void aDuplicateChangesNothing() {
        var signature = signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of("country", "GB"));
        send(signature);
        var once = Map.copyOf(totals);
        published.clear();

        send(signature);

        assertThat(published).isEmpty();
        assertThat(totals).isEqualTo(once);
        assertThat(late).isEmpty();
    }

    @Test
    void anOldVersionAfterANewOneIsIgnoredAndReported() {
        var id = UUID.randomUUID();
        send(signature(id, 2, CONFIRMED, NOW, Map.of("country", "GB")));
        send(signature(id, 1, RECORDED, null, Map.of()));

        assertThat(figures("confirmed")).containsEntry("all all", 1L).containsEntry("country GB", 1L);
        assertThat(late).containsExactly("signature.v1 1 after 2");
    }

    @Test
    void aWithdrawalLeavesEveryRowThatTheSignatureEntered() {
        var id = UUID.randomUUID();
        var place = Map.of("constituency", "E14001530", "source", "newsletter");
        send(signature(id, 2, CONFIRMED, NOW, place));
        send(signature(id, 3, RECORDED, NOW, place));

        assertThat(figures("confirmed").values()).hasSize(6).containsOnly(0L);
        assertThat(figures("recorded"))
                .as("how many began, over everything alone")
                .isEqualTo(Map.of("all all", 1L));
    }

    @Test
    void aChangedDimensionMovesTheCount() {
        var id = UUID.randomUUID();
        send(signature(id, 2, CONFIRMED, NOW, Map.of("constituency", "E14001530")));
        published.clear();
        send(signature(id, 3, CONFIRMED, NOW, Map.of("constituency", "S14000045")));

        assertThat(figures("confirmed"))
                .containsEntry("constituency E14001530", 0L)
                .containsEntry("constituency S14000045", 1L)
                .containsEntry("all all", 1L);
        assertThat(published).extracting(TotalRow::dimension).containsOnly("constituency");
    }

    @Test
    void aNewDimensionOverExistingStateCountsFromThenOn() {
        var id = UUID.randomUUID();
        send(signature(id, 2, CONFIRMED, NOW, Map.of("country", "GB")));
        published.clear();
        send(signature(id, 3, CONFIRMED, NOW, Map.of("country", "GB", "target", "minister")));

        assertThat(published).extracting(TotalRow::dimension).containsOnly("target");
        assertThat(figures("confirmed")).containsEntry("target minister", 1L).containsEntry("country GB", 1L);
    }

    @Test
    void aMeasureOfManyIsAddedUp() {
        send(LETTERS, participation(UUID.randomUUID(), 1, action, Map.of("heads", 3L), NOW, Map.of()));
        send(LETTERS, participation(UUID.randomUUID(), 1, action, Map.of("heads", 4L), NOW, Map.of()));

        assertThat(figures("heads")).containsEntry("all all", 7L);
    }

    @Test
    void aParticipationMayMoveToAnotherAction() {
        var id = UUID.randomUUID();
        var other = UUID.randomUUID();
        send(signature(id, 2, CONFIRMED, NOW, Map.of()));
        send(SIGNATURES, participation(id, 3, other, CONFIRMED, NOW, Map.of()));

        assertThat(figures("confirmed")).containsEntry("all all", 0L);
        assertThat(figures(other, "confirmed")).containsEntry("all all", 1L);
    }

    @Test
    void changedRowsArePublishedTogetherAndNothingWhileIdle() {
        for (int i = 0; i < 20; i++) {
            pipe(SIGNATURES, signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of("country", "GB")));
        }
        assertThat(collect()).isEmpty();

        advance(Duration.ofMillis(500));
        assertThat(collect())
                .filteredOn(row -> row.measure().equals("confirmed"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.count()).isEqualTo(20));

        advance(Duration.ofSeconds(5));
        assertThat(collect()).isEmpty();
    }

    @Test
    void countingGoesOnAfterARestart() {
        var id = UUID.randomUUID();
        send(signature(id, 2, CONFIRMED, NOW, Map.of("country", "GB")));
        pipe(SIGNATURES, signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of("country", "FR")));

        restart();
        send(signature(id, 3, RECORDED, NOW, Map.of("country", "GB")));

        assertThat(figures("confirmed"))
                .containsEntry("all all", 1L)
                .containsEntry("country GB", 0L)
                .containsEntry("country FR", 1L);
    }

    @Test
    void onlyTheFirstTwoHundredSourcesAreCountedOneByOne() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < SourceSlots.MOST + 5; i++) {
            var id = UUID.randomUUID();
            ids.add(id);
            send(signature(id, 2, CONFIRMED, NOW, Map.of("source", "Source-" + i + " ")));
        }

        assertThat(sources())
                .hasSize(SourceSlots.MOST + 1)
                .containsEntry("other", 5L)
                .containsEntry("source-0", 1L);

        // A slot that falls empty is not given to another: who entered "other" must also leave "other".
        send(signature(ids.getFirst(), 3, RECORDED, NOW, Map.of("source", "Source-0 ")));
        send(signature(ids.getLast(), 3, RECORDED, NOW, Map.of("source", "Source-204 ")));
        send(signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of("source", "late-comer")));

        assertThat(sources())
                .containsEntry("other", 5L)
                .containsEntry("source-0", 0L)
                .doesNotContainKey("late-comer");
    }

    @Test
    void aNewGenerationCountsTheSourcesThatAreShown() {
        var shown = new HashSet<String>();
        for (int i = 0; i < SourceSlots.MOST; i++) {
            shown.add("shown-" + i);
        }
        known = shown;

        send(signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of("source", "first-to-come")));
        send(signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of("source", "shown-199")));

        assertThat(sources()).isEqualTo(Map.of("other", 1L, "shown-199", 1L));
    }

    @Test
    void minutesAreKeptForFortyEightHours() {
        var id = UUID.randomUUID();
        send(signature(id, 2, CONFIRMED, NOW, Map.of()));
        send(signature(UUID.randomUUID(), 2, CONFIRMED, NOW.minus(Duration.ofHours(49)), Map.of()));
        assertThat(figures("confirmed").keySet())
                .filteredOn(row -> row.startsWith("minute"))
                .hasSize(1);

        advance(Duration.ofHours(49));
        collect();
        published.clear();
        send(signature(id, 3, RECORDED, NOW, Map.of()));

        assertThat(published).extracting(TotalRow::dimension).doesNotContain("minute");
        assertThat(figures("confirmed")).containsEntry("all all", 1L);
        try (var left = driver.<String, Long>getKeyValueStore(RowCounter.COUNTS)
                .range(RowKey.FIRST_MINUTE, RowKey.FIRST_MINUTE + "~")) {
            assertThat(left).isExhausted();
        }
    }

    @Test
    void aRecordThatCannotBeReadIsParkedAndStopsNothing() {
        pipe(SIGNATURES, "key", "no json");
        pipe(SIGNATURES, "key", "{\"id\": \"" + UUID.randomUUID() + "\", \"version\": 1}");
        pipe(SIGNATURES, "key", null);
        pipe(SIGNATURES, signature(UUID.randomUUID(), 2, CONFIRMED, Instant.MAX, Map.of()));
        pipe(SIGNATURES, "key", "x".repeat(5_000_000));
        send(signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of()));

        var parked = driver.createOutputTopic(
                        SIGNATURES + ".dlt", new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        assertThat(parked).hasSize(5);
        assertThat(parked.getLast().value())
                .as("no more than a producer takes")
                .hasSize(ParticipationKeeper.MOST_SHOWN);
        assertThat(new String(parked.getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo("no json");
        var group = parked.getFirst().headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
        assertThat(new String(group.value(), StandardCharsets.UTF_8)).isEqualTo("campaigns.counting");
        assertThat(figures("confirmed")).containsEntry("all all", 1L);
    }

    @Test
    void heartbeatsAreNoParticipations() {
        var headers = new RecordHeaders().add("ce_type", "heartbeat.v1".getBytes(StandardCharsets.UTF_8));
        input(SIGNATURES).pipeInput(new TestRecord<>("heartbeat", "{}".getBytes(StandardCharsets.UTF_8), headers, now));

        assertThat(driver.createOutputTopic(SIGNATURES + ".dlt", new StringDeserializer(), new ByteArrayDeserializer())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theMarkComesAfterAllThatWasCountedBeforeIt() {
        pipe(SIGNATURES, signature(UUID.randomUUID(), 2, CONFIRMED, NOW, Map.of()));
        var caughtUp = Steps.serde().serializer().serialize("", new Step.CaughtUp());
        driver.createInputTopic(
                        CountingTopology.changesTopic("counting"), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("", caughtUp, now);

        var messages = driver.createOutputTopic(TotalRow.TOPIC, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        assertThat(messages).hasSizeGreaterThan(1);
        var mark = messages.getLast();
        assertThat(mark.key()).isEqualTo(GenerationCompleted.KEY);
        assertThat(MessageJson.read(mark.value(), GenerationCompleted.class)).isEqualTo(new GenerationCompleted(3));
    }

    static List<String> kinds() {
        return KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void examplesCountTheSameOnceTwiceAndOutOfOrder(String kind) {
        var examples = Contracts.examples(kind);
        feed(kind, examples);
        var once = counts();
        feed(kind, examples);
        var twice = counts();
        driver.close();
        totals.clear();
        stateDir = stateDir.resolve("another");
        start();
        feed(kind, examples.reversed());

        assertThat(once).isNotEmpty();
        assertThat(twice).isEqualTo(once);
        assertThat(counts()).isEqualTo(once);
    }

    /** What is left of each figure; a row that fell to nothing is as good as none. */
    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        totals.forEach((key, row) -> {
            if (row.count() != 0) {
                counts.put(key, row.count());
            }
        });
        return counts;
    }

    private void feed(String kind, List<Contracts.Example> examples) {
        for (var example : examples) {
            input(kind).pipeInput("key", example.body(), now);
            advance(Duration.ofMillis(500));
            collect();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderWithDuplicatesAndRestartsGivesTheTruth(long seed) {
        var random = new Random(seed);
        var history = new ArrayList<Map<String, Object>>();
        var latest = new HashMap<UUID, Map<String, Object>>();
        for (int i = 0; i < 200; i++) {
            var id = new UUID(seed, i);
            for (int version = 1; version <= 1 + random.nextInt(5); version++) {
                var measures = random.nextInt(3) == 0 ? RECORDED : CONFIRMED;
                var state = signature(id, version, measures, NOW, Map.of("constituency", "E" + random.nextInt(10)));
                history.add(state);
                latest.put(id, state);
            }
        }
        var sent = new ArrayList<>(history);
        history.stream().filter(state -> random.nextInt(4) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);

        for (int i = 0; i < sent.size(); i++) {
            pipe(SIGNATURES, sent.get(i));
            if (random.nextInt(50) == 0) {
                advance(Duration.ofMillis(300));
            }
            if (i == sent.size() / 2) {
                collect();
                restart();
            }
        }
        advance(Duration.ofSeconds(1));
        collect();

        var truth = new HashMap<String, Long>();
        latest.values().stream()
                .filter(state -> state.get("measures").equals(CONFIRMED))
                .forEach(state -> truth.merge(
                        "constituency " + ((Map<?, ?>) state.get("dimensions")).get("constituency"), 1L, Long::sum));
        var counted = figures("confirmed");
        counted.keySet().removeIf(row -> !row.startsWith("constituency") || counted.get(row) == 0);
        assertThat(counted).isEqualTo(truth);
    }

    private Map<String, Object> signature(
            UUID id, long version, Map<String, Long> measures, Instant countedAt, Map<String, String> dimensions) {
        return participation(id, version, action, measures, countedAt, dimensions);
    }

    private static Map<String, Object> participation(
            UUID id,
            long version,
            UUID action,
            Map<String, Long> measures,
            Instant countedAt,
            Map<String, String> dimensions) {
        var body = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "version",
                version,
                "action",
                action,
                "kind",
                "signature",
                "measures",
                measures,
                "dimensions",
                dimensions));
        if (countedAt != null) {
            body.put("countedAt", countedAt);
        }
        return body;
    }

    private void send(Map<String, Object> signature) {
        send(SIGNATURES, signature);
    }

    private void send(String topic, Map<String, Object> body) {
        pipe(topic, body);
        advance(Duration.ofMillis(500));
        collect();
    }

    private void pipe(String topic, Map<String, Object> body) {
        pipe(topic, body.get("id").toString(), MessageJson.write(body));
    }

    private void pipe(String topic, String key, String body) {
        input(topic).pipeInput(key, body == null ? null : body.getBytes(StandardCharsets.UTF_8), now);
    }

    private TestInputTopic<String, byte[]> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    }

    private void advance(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** As a restart does: what the stores' changelogs hold is there again, what was only in memory is not. */
    private void restart() {
        var stores = new HashMap<String, Map<Object, Object>>();
        for (var name : List.of(ParticipationKeeper.STORE, RowCounter.COUNTS, RowCounter.CHANGED)) {
            var entries = new HashMap<Object, Object>();
            try (var all = driver.getKeyValueStore(name).all()) {
                all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
            }
            stores.put(name, entries);
        }
        driver.close();
        start();
        stores.forEach((name, entries) -> entries.forEach(driver.getKeyValueStore(name)::put));
    }

    private List<TotalRow> collect() {
        var fresh = new ArrayList<TotalRow>();
        for (var topic : List.of(TotalRow.TOPIC, TotalRow.MINUTE_TOPIC)) {
            driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(record -> {
                        var row = MessageJson.read(record.value(), TotalRow.class);
                        assertThat(record.key()).isEqualTo(row.key());
                        assertThat(topic).isEqualTo(row.topic());
                        fresh.add(row);
                    });
        }
        fresh.forEach(row -> totals.put(row.key(), row));
        published.addAll(fresh);
        return fresh;
    }

    private Map<String, Long> figures(String measure) {
        return figures(action, measure);
    }

    private Map<String, Long> figures(UUID action, String measure) {
        var figures = new TreeMap<String, Long>();
        totals.values().stream()
                .filter(row -> row.action().equals(action) && row.measure().equals(measure))
                .forEach(row -> figures.put(row.dimension() + " " + row.value(), row.count()));
        return figures;
    }

    private Map<String, Long> sources() {
        var sources = new TreeMap<String, Long>();
        figures("confirmed").forEach((row, count) -> {
            if (row.startsWith("source ")) {
                sources.put(row.substring("source ".length()), count);
            }
        });
        return sources;
    }
}
