package org.clarion.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.clarion.messaging.deadletter.DeadLetterDesk;
import org.clarion.messaging.health.ListenersHealth;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

@SpringBootTest(properties = {"spring.application.name=notes", "clarion.listeners.longest-pause=400ms"})
@Import({Backends.class, ListenersIT.Workers.class})
class ListenersIT {

    record Work(String id, int amount) {}

    /** Two listeners that do as the test bids. */
    static class Workers {

        final List<String> done = new CopyOnWriteArrayList<>();
        final List<String> doneInBatch = new CopyOnWriteArrayList<>();
        final ConcurrentHashMap<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        volatile boolean storeIsAway;
        volatile boolean mended;

        @KafkaListener(id = "notes.work", topics = "work.v1")
        void on(IncomingMessage message) {
            var work = message.as(Work.class);
            take(work);
            done.add(work.id());
        }

        @KafkaListener(id = "notes.batch-work", topics = "batch-work.v1", batch = "true")
        void on(List<IncomingMessage> messages) {
            Batch.of(messages, Work.class, all -> {
                all.forEach(this::take);
                all.forEach(work -> doneInBatch.add(work.id()));
            });
        }

        private void take(Work work) {
            tries.computeIfAbsent(work.id(), id -> new AtomicInteger()).incrementAndGet();
            if (storeIsAway) {
                throw new DataAccessResourceFailureException("the store is away");
            }
            if (work.id().startsWith("bad") && !mended) {
                throw new IllegalStateException("bad work");
            }
            if (work.id().startsWith("error") && !mended) {
                throw new StackOverflowError("too deep");
            }
            if (work.id().startsWith("unlinked") && !mended) {
                throw new NoClassDefFoundError("org/example/Gone");
            }
        }

        int triesOf(String id) {
            return tries.getOrDefault(id, new AtomicInteger()).get();
        }
    }

    @Autowired
    Workers workers;

    @Autowired
    PublishedMessages messages;

    @Autowired
    DeadLetterDesk desk;

    @Autowired
    KafkaListenerEndpointRegistry registry;

    @Autowired
    ListenersHealth health;

    @BeforeEach
    void ready() {
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
        workers.storeIsAway = false;
        workers.mended = false;
    }

    @Test
    void aBadRecordIsTriedThreeTimesAndParkedWholeWhileTheRestGoesOn() {
        work("bad-1");
        work("good-1");

        await().untilAsserted(() -> assertThat(workers.done).contains("good-1"));
        assertThat(workers.triesOf("bad-1")).isEqualTo(3);
        var parked = messages.await("work.v1.dlt", 1, m -> m.text().contains("bad-1"))
                .getFirst();
        assertThat(parked.headers()).containsEntry("kafka_dlt-original-consumer-group", "notes.work");
        assertThat(parked.type()).isEqualTo("work.asked.v1");
    }

    @Test
    void whatIsNoJsonIsParked() {
        messages.send("work.v1", "poison", "work.asked.v1", "{ not json");
        messages.send("work.v1", "null", "work.asked.v1", (byte[]) null);
        work("good-2");

        await().untilAsserted(() -> assertThat(workers.done).contains("good-2"));
        messages.await("work.v1.dlt", 1, m -> "poison".equals(m.key()));
    }

    @Test
    void anErrorParksItsRecordAndTheListenerLives() {
        work("error-1");
        work("good-3");

        await().untilAsserted(() -> assertThat(workers.done).contains("good-3"));
        messages.await("work.v1.dlt", 1, m -> m.text().contains("error-1"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anOutageLongerThanTenTriesParksNothing() {
        workers.storeIsAway = true;
        work("patient-1");
        messages.send("batch-work.v1", "p", "work.asked.v1", "{\"id\":\"patient-batch\",\"amount\":1}");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> workers.triesOf("patient-1") > 12 && workers.triesOf("patient-batch") > 12);
        workers.storeIsAway = false;

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(workers.done).contains("patient-1"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(workers.doneInBatch).contains("patient-batch"));
        assertThat(messages.on("work.v1.dlt", m -> m.text().contains("patient")))
                .isEmpty();
        assertThat(messages.on("batch-work.v1.dlt", m -> m.text().contains("patient")))
                .isEmpty();
    }

    @Test
    void inABatchThatWaitedOutAnOutageOnlyTheBadOnesAreParked() {
        var container = registry.getListenerContainer("notes.batch-work");
        container.stop();
        workers.storeIsAway = true;
        var ids = List.of("bad-o1", "good-o2", "unlinked-o3", "good-o4", "bad-o5", "good-o6");
        ids.forEach(id ->
                messages.send("batch-work.v1", "one key", "work.asked.v1", "{\"id\":\"" + id + "\",\"amount\":1}"));
        container.start();
        await().until(() -> workers.triesOf("bad-o1") > 3);
        workers.storeIsAway = false;

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(workers.doneInBatch).contains("good-o2", "good-o4", "good-o6"));
        messages.await("batch-work.v1.dlt", 3, m -> "one key".equals(m.key()));
        assertThat(messages.on("batch-work.v1.dlt", m -> m.text().contains("good")))
                .isEmpty();
    }

    @Test
    void aRecordOfFiveMegabytesIsRead() {
        messages.send(
                "work.v1",
                "big",
                "work.asked.v1",
                "{\"id\":\"big-1\",\"amount\":1,\"more\":\"" + "x".repeat(5_000_000) + "\"}");

        await().untilAsserted(() -> assertThat(workers.done).contains("big-1"));
    }

    @Test
    void inABatchOnlyTheBadOnesAreParkedAndTheOthersDoneInOrder() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            var id = (i % 10 == 5 ? "bad-b" : "good-b") + i;
            ids.add(id);
            messages.send("batch-work.v1", id, "work.asked.v1", "{\"id\":\"" + id + "\",\"amount\":1}");
        }
        messages.send("batch-work.v1", "poison", "work.asked.v1", "[]");
        messages.send("batch-work.v1", "last", "work.asked.v1", "{\"id\":\"last\",\"amount\":1}");

        // Three bad ones, one after the other, each tried for three seconds before it is parked.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(workers.doneInBatch).contains("last"));
        assertThat(workers.doneInBatch.stream()
                        .filter(id -> id.startsWith("good-b"))
                        .distinct())
                .containsExactlyElementsOf(
                        ids.stream().filter(id -> id.startsWith("good-b")).toList());
        messages.await("batch-work.v1.dlt", 4, m -> !"one key".equals(m.key()));
        assertThat(messages.on("batch-work.v1.dlt", m -> !"one key".equals(m.key())))
                .hasSize(4);
    }

    @Test
    void aDeadLetterGoesBackToItsListenerOnceMended() {
        work("bad-again");
        await().until(() -> desk.all().stream().anyMatch(l -> "bad-again".equals(l.key())));
        var letter = desk.all().stream()
                .filter(l -> "bad-again".equals(l.key()))
                .findFirst()
                .orElseThrow();

        assertThat(desk.replay(letter.id())).isPresent();
        workers.mended = true;
        assertThat(desk.replay(letter.id())).isEmpty();

        assertThat(workers.done).contains("bad-again");
        assertThat(desk.all()).extracting(l -> l.id()).doesNotContain(letter.id());
        assertThat(messages.on("work.v1", m -> m.text().contains("bad-again"))).hasSize(1);
    }

    @Test
    void aStoppedListenerIsVisible() {
        var container = registry.getListenerContainer("notes.work");
        container.stop();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        container.start();
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    private void work(String id) {
        messages.send("work.v1", id, "work.asked.v1", "{\"id\":\"" + id + "\",\"amount\":1}");
    }
}
