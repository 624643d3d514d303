package org.clarion.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.messaging.listening.StaleReports;
import org.clarion.messaging.listening.TopicTable;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The application under test is the instance that lives. Beside it, an instance of which the test decides how far it
 * comes: it ends after the write, after the send, after the acknowledgement, or is stopped and resumed.
 */
@SpringBootTest(
        properties = {
            "spring.application.name=notes",
            "clarion.outbox.sweep-after=500ms",
            "clarion.outbox.sweep-every=100ms"
        })
@Import({Backends.class, CrashIT.Reader.class})
class CrashIT {

    record Copy(UUID id, long version, String text) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Reader {

        @Bean
        TopicTable<Copy> copies(MongoOperations mongo, StaleReports stale) {
            return new TopicTable<>(mongo, "copies", Copy.class, stale);
        }

        @Bean
        CopyListener copyListener(TopicTable<Copy> copies) {
            return new CopyListener(copies);
        }
    }

    record CopyListener(TopicTable<Copy> copies) {
        @KafkaListener(id = "notes.copies", topics = Note.TOPIC)
        void on(IncomingMessage message) {
            copies.apply(message);
        }
    }

    /** An instance whose sending is in the test's hand. */
    private static final class Held extends EventSender {
        private final EventSender real;
        private final List<List<WaitingEvent>> held = new ArrayList<>();
        private boolean sends;
        private boolean seesAcknowledgements;

        private Held(EventSender real) {
            super(null);
            this.real = real;
        }

        @Override
        CompletableFuture<Void> send(List<WaitingEvent> events) {
            if (!sends) {
                held.add(events);
                return new CompletableFuture<>();
            }
            var acknowledged = real.send(events);
            return seesAcknowledgements ? acknowledged : new CompletableFuture<>();
        }
    }

    @Autowired
    AggregateStore<Note> notes;

    @Autowired
    TopicTable<Copy> copies;

    @Autowired
    MongoOperations mongo;

    @Autowired
    PublishedMessages messages;

    @Autowired
    ProducerFactory<String, byte[]> producers;

    @Autowired
    Clock clock;

    private Held held;
    private OutboxRelay relay;
    private AggregateStore<Note> dying;

    @BeforeEach
    void anInstanceThatDies() {
        held = new Held(new EventSender(producers));
        relay = new OutboxRelay(
                held,
                new OutboxSettings(
                        Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 100, Duration.ofMillis(1)));
        relay.start();
        dying = new AggregateStores(mongo, relay, new EventFactory("notes"), clock).keep(Note.class, Note.PUBLICATION);
    }

    @AfterEach
    void gone() {
        relay.stop();
    }

    @Test
    void endedAfterTheWriteTheEventIsSentByWhoeverLives() {
        var note = dying.save(Note.write("written"));

        arrives(note.id(), 1, "written");
        assertThat(versionsOf(note.id())).containsExactly(1L);
    }

    @Test
    void endedAfterTheSendTheEventIsSentAgainAndCountsOnce() {
        held.sends = true;
        var note = dying.save(Note.write("sent"));

        arrives(note.id(), 1, "sent");
        messages.await(Note.TOPIC, 2, m -> note.id().toString().equals(m.key()));
        assertThat(versionsOf(note.id())).containsOnly(1L);
    }

    @Test
    void endedBetweenTwoChangesBothAreSentInOrder() {
        var note = dying.save(dying.save(Note.write("one")).rewrite("two"));

        arrives(note.id(), 2, "two");
        assertThat(versionsOf(note.id())).containsExactly(1L, 2L);
    }

    @Test
    void aChangeBehindAWaitingOneIsNotSentBeforeIt() {
        var note = dying.save(Note.write("one"));
        var next = notes.save(note.rewrite("two"));

        arrives(next.id(), 2, "two");
        assertThat(versionsOf(note.id())).containsExactly(1L, 2L);
    }

    @Test
    void whatChangedWhileTheFirstEventWasOnItsWayFollowsAtOnce() {
        var note = notes.save(Note.write("one"));
        for (int i = 2; i <= 20; i++) {
            note = notes.save(note.rewrite("text " + i));
        }

        arrives(note.id(), 20, "text 20");
        assertThat(versionsOf(note.id())).isSorted().startsWith(1L).endsWith(20L);
    }

    @Test
    void aResumedInstanceThatSendsAnOldStateDoesNotHaveTheLastWord() {
        var old = dying.save(Note.write("old"));
        arrives(old.id(), 1, "old");
        notes.save(old.rewrite("new"));
        arrives(old.id(), 2, "new");

        new EventSender(producers).send(held.held.getFirst()).join(); // resumed after all this

        await().untilAsserted(() -> assertThat(versionsOf(old.id())).endsWith(1L, 2L));
        assertThat(copies.find(old.id()))
                .hasValueSatisfying(copy -> assertThat(copy.text()).isEqualTo("new"));
        await().untilAsserted(() -> assertThat(stored(old.id())).doesNotContainKeys("out", "outAt"));
    }

    @Test
    void aResumedInstanceThatRemovesTakesOnlyWhatItSent() {
        held.sends = true;
        held.seesAcknowledgements = true;
        var note = Note.write("one");
        dying.save(note);
        var second = notes.save(note.state().rewrite("two"));

        arrives(second.id(), 2, "two");
        assertThat(versionsOf(second.id())).contains(1L, 2L).endsWith(2L);
    }

    @Test
    void aRemovalThatComesTwiceDoesNotSendWhatWaitsBehindItTwice() {
        var note = notes.save(Note.write("one"));
        arrives(note.id(), 1, "one");
        var first = new Parcel(
                notes.outbox(),
                note.id(),
                1,
                List.of(new EventFactory("notes").state(Note.TOPIC, note, "note.written.v1", note, clock.instant())));
        dying.save(note.rewrite("two"));

        assertThat(notes.outbox().remove(List.of(first))).isEmpty();

        assertThat(stored(note.id())).containsKeys("out", "outAt");
        arrives(note.id(), 2, "two");
    }

    /** The reader has the newest version, and nothing is left behind in the document. */
    private void arrives(UUID id, long version, String text) {
        await().untilAsserted(() -> {
            assertThat(copies.find(id)).hasValue(new Copy(id, version, text));
            assertThat(stored(id)).doesNotContainKeys("out", "outAt");
        });
    }

    private List<Long> versionsOf(UUID id) {
        return messages.on(Note.TOPIC, m -> id.toString().equals(m.key())).stream()
                .map(m -> m.json().path("version").longValue())
                .toList();
    }

    private Document stored(UUID id) {
        return mongo.execute("notes", c -> c.find(Filters.eq("_id", id)).first());
    }
}
