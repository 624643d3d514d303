package org.clarion.campaigns.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.topics.TopicsReady;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.Contracts;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.totals.GenerationCompleted;
import org.clarion.totals.TotalRow;
import org.clarion.totals.Totals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.util.FileSystemUtils;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "clarion.totals.state-dir=target/counting/${random.uuid}",
            "clarion.totals.look-every=200ms"
        })
@Import(Backends.class)
class CountingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant COUNTED_AT = Instant.now().minus(1, ChronoUnit.HOURS);

    @Autowired
    PublishedMessages published;

    @Autowired
    Totals totals;

    @Autowired
    GenerationKeeper keeper;

    @Autowired
    GenerationPlans plans;

    @Autowired
    CountingSettings settings;

    @Autowired
    KafkaAdmin kafka;

    private final UUID action = UUID.randomUUID();

    @BeforeEach
    void counting() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(keeper.states().values()).isNotEmpty().containsOnly(KafkaStreams.State.RUNNING));
    }

    @Test
    void signaturesBecomeFiguresInTheStore() {
        for (int i = 0; i < 30; i++) {
            confirm(UUID.randomUUID(), "E0" + i % 3);
        }
        var withdrawn = UUID.randomUUID();
        confirm(withdrawn, "E00");
        send(withdrawn, 3, Map.of("recorded", 1L), "E00");

        awaitFigures(Map.of("E00", 10L, "E01", 10L, "E02", 10L));
        assertThat(totals.of(action).count("recorded")).isEqualTo(31);
        assertThat(totals.minutes(List.of(action), "confirmed", COUNTED_AT))
                .isEqualTo(Map.of(action, Map.of(COUNTED_AT.truncatedTo(ChronoUnit.MINUTES), 30L)));
        var rows = published.on(TotalRow.TOPIC, row -> row.text().contains(action.toString()));
        assertThat(rows).allSatisfy(row -> {
            assertThat(Contracts.breaches(row.topic(), row.text())).isEmpty();
            assertThat(row.type()).isEqualTo(TotalRow.TYPE);
        });
        assertThat(rows.stream().map(PublishedMessages.Published::partition).distinct())
                .hasSize(1);
    }

    @Test
    void aBrokenRecordIsParkedAndTheRestIsCounted() {
        published.send("signature.v1", action.toString(), "signature.recorded.v1", "{\"broken\": \"" + action + "\"}");
        confirm(UUID.randomUUID(), "E00");

        awaitFigures(Map.of("E00", 1L));
        assertThat(published.await(
                        "signature.v1.dlt", 1, letter -> letter.text().contains(action.toString())))
                .allSatisfy(letter -> assertThat(letter.headers())
                        .containsEntry("kafka_dlt-original-consumer-group", "campaigns.counting"));
    }

    @Test
    void countingGoesOnAfterARestartThatLostAllLocalState() throws Exception {
        var id = UUID.randomUUID();
        confirm(id, "E00");
        awaitFigures(Map.of("E00", 1L));

        keeper.stop();
        FileSystemUtils.deleteRecursively(settings.stateDir());
        confirm(UUID.randomUUID(), "E01");
        send(id, 3, Map.of("recorded", 1L), "E00");
        keeper.start();
        keeper.on(new TopicsReady());

        awaitFigures(Map.of("E01", 1L));
    }

    @Test
    void theNextGenerationTakesOverWithoutANumberFalling() throws Exception {
        for (int i = 0; i < 200; i++) {
            confirm(UUID.randomUUID(), "E0" + i % 5);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(confirmed()).isEqualTo(200));
        var old = plans.current().current();
        var seen = new ArrayList<Long>();
        var signing = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 300; i++) {
                confirm(UUID.randomUUID(), "E0" + i % 5);
            }
        });

        plans.startBuilding();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            seen.add(confirmed());
            assertThat(plans.current()).isEqualTo(GenerationPlan.first(old + 1));
            assertThat(totals.of(action).generation()).isEqualTo(old + 1);
            assertThat(signing.isAlive()).isFalse();
            assertThat(confirmed()).isEqualTo(500);
        });

        assertThat(seen).isSorted();
        awaitFigures(Map.of("E00", 100L, "E01", 100L, "E02", 100L, "E03", 100L, "E04", 100L));
        assertThat(published.on(TotalRow.TOPIC, row -> row.type().equals(GenerationCompleted.TYPE)))
                .allSatisfy(mark -> assertThat(Contracts.breaches(mark.topic(), mark.text()))
                        .isEmpty())
                .extracting(PublishedMessages.Published::partition)
                .hasSizeGreaterThanOrEqualTo(12)
                .contains(0, 11);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(internalTopics()).noneMatch(topic -> topic.startsWith(StreamsSettings.applicationId(old) + "-"));
            assertThat(settings.stateDir().resolve(StreamsSettings.applicationId(old)))
                    .doesNotExist();
        });
    }

    private Set<String> internalTopics() throws Exception {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("campaigns-totals-"))
                    .collect(Collectors.toSet());
        }
    }

    private long confirmed() {
        return totals.overall(action).count("confirmed");
    }

    private void awaitFigures(Map<String, Long> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(totals.of(action).by("constituency", "confirmed"))
                        .isEqualTo(expected));
    }

    private void confirm(UUID id, String constituency) {
        send(id, 2, Map.of("recorded", 1L, "confirmed", 1L), constituency);
    }

    private void send(UUID id, long version, Map<String, Long> measures, String constituency) {
        var body = Map.of(
                "id", id,
                "version", version,
                "action", action,
                "kind", "signature",
                "state", "confirmed",
                "countedAt", COUNTED_AT,
                "measures", measures,
                "dimensions", Map.of("constituency", constituency));
        published.send("signature.v1", id.toString(), "signature.confirmed.v1", MessageJson.write(body));
    }
}
