package org.clarion.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.Contracts;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "spring.application.name=sample")
@Import(Backends.class)
class TotalsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T14:33:00Z");
    private static final UUID EXAMPLE = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0aa01");

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class SampleService {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    static class MovableClock extends Clock {
        private volatile Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static class Heard implements TotalsListener {
        private final Set<UUID> actions = ConcurrentHashMap.newKeySet();

        @Override
        public void changed(Set<UUID> changed) {
            actions.addAll(changed);
        }
    }

    @Autowired
    TotalsReader reader;

    @Autowired
    Totals totals;

    @Autowired
    TotalsStore store;

    @Autowired
    MovableClock clock;

    @Autowired
    Heard heard;

    @Autowired
    PublishedMessages published;

    private final UUID action = UUID.randomUUID();
    /** A partition of each test's own, far from those of the real topics, so that marks of one test do not touch another. */
    private final int partition = PARTITIONS.incrementAndGet();

    private static final AtomicLong OFFSETS = new AtomicLong();
    private static final java.util.concurrent.atomic.AtomicInteger PARTITIONS =
            new java.util.concurrent.atomic.AtomicInteger(1000);

    @BeforeEach
    void resetClock() {
        clock.now = NOW;
        heard.actions.clear();
    }

    @Test
    void figuresAreReadFromKafkaAsTheyStandThere() {
        send(row(1, "confirmed", "all", "all", 3));
        send(row(1, "confirmed", "constituency", "E14001530", 2));
        send(row(1, "confirmed", "minute", "2026-11-24T14:32", 3));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var figures = totals.of(action);
            assertThat(figures.count("confirmed")).isEqualTo(3);
            assertThat(figures.by("constituency", "confirmed")).isEqualTo(Map.of("E14001530", 2L));
            assertThat(figures.at()).isEqualTo(NOW);
            assertThat(totals.minutes(List.of(action), "confirmed", NOW.minusSeconds(3600)))
                    .isEqualTo(Map.of(action, Map.of(Instant.parse("2026-11-24T14:32:00Z"), 3L)));
        });
        assertThat(heard.actions).contains(action);
    }

    @Test
    void aRowThatCannotBeReadIsParkedAndTheOthersAreKept() {
        send(row(1, "confirmed", "all", "all", 1));
        published.send(TotalRow.TOPIC, "broken", TotalRow.TYPE, "{\"generation\": 1, \"action\": \"" + action + "\"}");
        send(row(1, "confirmed", "all", "all", 2));

        published.await(TotalRow.TOPIC + ".dlt", 1, letter -> letter.text().contains(action.toString()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(totals.overall(action).count("confirmed")).isEqualTo(2));
    }

    @Test
    void examplesComeOutTheSameOnceTwiceAndOutOfOrder() {
        var messages = new ArrayList<IncomingMessage>();
        for (var topic : List.of(TotalRow.TOPIC, TotalRow.MINUTE_TOPIC)) {
            Contracts.examples(topic).forEach(example -> messages.add(message(topic, example.type(), example.body())));
        }

        reader.on(messages);
        var once = totals.of(EXAMPLE);
        reader.on(messages);
        messages.reversed().forEach(message -> reader.on(List.of(message)));

        assertThat(once.count("confirmed")).isEqualTo(1204);
        assertThat(once.by("constituency", "confirmed")).isEqualTo(Map.of("E14001530", 17L));
        assertThat(once.by("source", "confirmed")).isEmpty();
        assertThat(totals.of(EXAMPLE)).isEqualTo(once);
        assertThat(totals.minutes(List.of(EXAMPLE), "confirmed", NOW.minusSeconds(3600))
                        .get(EXAMPLE))
                .isEqualTo(Map.of(Instant.parse("2026-11-24T14:32:00Z"), 9L));
    }

    @Test
    void anOldRowAfterANewOneChangesNothing() {
        var old = message(row(1, "confirmed", "day", "2026-11-24", 5));
        var newer = message(row(1, "confirmed", "day", "2026-11-24", 6));

        reader.on(List.of(newer));
        reader.on(List.of(old));

        assertThat(totals.of(action).by("day", "confirmed")).isEqualTo(Map.of("2026-11-24", 6L));
    }

    @Test
    void valuesMayHoldDotsAndDollars() {
        reader.on(List.of(message(row(1, "confirmed", "source", "a.b$c%d", 5))));

        assertThat(totals.of(action).by("source", "confirmed")).isEqualTo(Map.of("a.b$c%d", 5L));
    }

    @Test
    void aGenerationIsShownOnlyOnceItHasCaughtUp() {
        reader.on(List.of(
                message(row(1, "confirmed", "all", "all", 100)),
                message(row(1, "confirmed", "day", "2026-11-23", 100))));
        reader.on(List.of(message(row(2, "confirmed", "all", "all", 7))));
        assertThat(totals.of(action).count("confirmed")).isEqualTo(100);
        assertThat(totals.overall(action).count("confirmed")).isEqualTo(100);

        reader.on(List.of(message(row(2, "confirmed", "all", "all", 101)), mark(2)));

        assertThat(totals.of(action).generation()).isEqualTo(2);
        assertThat(totals.of(action).count("confirmed")).isEqualTo(101);
        assertThat(totals.of(action).by("day", "confirmed")).isEmpty();
        assertThat(heard.actions).contains(action);
    }

    @Test
    void aStragglerOfAnOlderGenerationIsIgnored() {
        reader.on(List.of(message(row(2, "confirmed", "all", "all", 101)), mark(2)));
        reader.on(List.of(message(row(1, "confirmed", "all", "all", 100))));

        assertThat(totals.of(action).count("confirmed")).isEqualTo(101);
        assertThat(store.find(new org.bson.Document("action", action))).hasSize(1);
    }

    @Test
    void minutesGoAfterFortyEightHours() {
        reader.on(List.of(minute("2026-11-24T14:32"), minute("2026-11-24T15:01")));
        clock.now = Instant.parse("2026-11-26T15:40:00Z");
        reader.on(List.of(minute("2026-11-24T14:45"), minute("2026-11-26T15:39")));

        assertThat(store.find(new org.bson.Document("action", action)))
                .extracting(document -> document.getString("hour"))
                .containsExactlyInAnyOrder("2026-11-24T15", "2026-11-26T15");
    }

    private void send(TotalRow row) {
        published.send(
                row.topic(), 5, row.key(), TotalRow.TYPE, MessageJson.write(row).getBytes(StandardCharsets.UTF_8));
    }

    private TotalRow row(int generation, String measure, String dimension, String value, long count) {
        return new TotalRow(generation, action, measure, dimension, value, count, NOW);
    }

    private IncomingMessage minute(String value) {
        return message(row(1, "confirmed", "minute", value, 1));
    }

    private IncomingMessage mark(int generation) {
        return message(
                TotalRow.TOPIC,
                GenerationCompleted.TYPE,
                MessageJson.write(new GenerationCompleted(generation)).getBytes(StandardCharsets.UTF_8));
    }

    private IncomingMessage message(TotalRow row) {
        return message(row.topic(), TotalRow.TYPE, MessageJson.write(row).getBytes(StandardCharsets.UTF_8));
    }

    private IncomingMessage message(String topic, String type, byte[] body) {
        return new IncomingMessage(topic, partition, OFFSETS.incrementAndGet(), NOW, "key", type, body);
    }
}
