package org.clarion.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

@SpringBootTest(properties = "spring.application.name=notes")
@Import(Backends.class)
class SavingIT {

    @Autowired
    AggregateStore<Note> notes;

    @Autowired
    PublishedMessages messages;

    @Autowired
    MongoOperations mongo;

    @Test
    void aSavedChangeIsPublishedWithItsStateAndItsHeaders() {
        var note = notes.save(Note.write("first"));

        var message = messages.await(Note.TOPIC, 1, m -> note.id().toString().equals(m.key()))
                .getFirst();

        assertThat(message.id()).isEqualTo(note.id() + ":1:note.v1");
        assertThat(message.headers())
                .containsEntry("ce_type", "note.written.v1")
                .containsEntry("ce_source", "/notes")
                .containsEntry("ce_specversion", "1.0")
                .containsKey("ce_time");
        assertThat(message.json().path("text").stringValue()).isEqualTo("first");
        assertThat(message.json().path("version").longValue()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftInTheDocumentOnceTheBrokerHasIt() {
        var note = notes.save(notes.save(Note.write("first")).rewriteAndMail("second"));

        await().untilAsserted(() -> assertThat(stored(note.id())).doesNotContainKeys("out", "outAt"));
        assertThat(messages.on("mail-request.v1", m -> note.id().toString().equals(m.key())))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.id()).isEqualTo(note.id() + ":2:mail-request.v1:note.rewritten");
                    assertThat(mail.json().path("owner").stringValue()).isEqualTo("notes");
                });
    }

    @Test
    void aFieldThatBecomesEmptyLeavesTheDocument() {
        var note = notes.save(notes.save(Note.write("first")).rewrite("second"));

        assertThat(stored(note.id())).doesNotContainKeys("label", "_class").containsEntry("text", "second");
    }

    @Test
    void aUniqueIndexHoldsFromTheFirstWriteOn() {
        var first = Note.write("first");
        notes.save(first);
        var twin = new Note(UUID.randomUUID(), 1, first.state().title(), "twin", null);

        assertThatThrownBy(() -> notes.save(Change.of(twin, new Note.NoteEvent.Written())))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void whoDecidedOnAnOldStateIsRefused() {
        var note = notes.save(Note.write("first"));
        notes.save(note.rewrite("second"));

        assertThatThrownBy(() -> notes.save(note.rewrite("third")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(notes.find(note.id()).orElseThrow().text()).isEqualTo("second");
    }

    @Test
    void manyAtOnceAreDecidedOneAfterTheOther() throws Exception {
        var note = notes.save(Note.write("0"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.rangeClosed(1, 5)
                    .<Callable<Optional<Note>>>mapToObj(i ->
                            () -> notes.change(note.id(), n -> n.rewriteUnless(n.text() + i)))
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isPresent();
            }
        }

        assertThat(notes.find(note.id()).orElseThrow().version()).isEqualTo(6);
        var published = messages.await(Note.TOPIC, 6, m -> note.id().toString().equals(m.key()));
        assertThat(published.stream().map(m -> m.json().path("version").longValue()))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void whatWasDecidedOnAStateJustReadIsDecidedAgainWhereSomebodyElseWasQuicker() {
        var read = notes.save(Note.write("first"));
        notes.save(read.rewrite("second"));

        var changed = notes.change(read, n -> n.rewriteUnless(n.text() + " and last"));

        assertThat(changed.orElseThrow().text()).isEqualTo("second and last");
        assertThat(changed.orElseThrow().version()).isEqualTo(3);
        assertThat(notes.change(read, n -> Optional.empty())).contains(read);
    }

    @Test
    void aDocumentThatCannotBeReadHidesNoIdOfOthers() {
        var label = UUID.randomUUID().toString();
        var broken =
                new Document("_id", UUID.randomUUID()).append("title", "broken").append("label", label);
        var waiting = new Document("_id", UUID.randomUUID())
                .append("title", "waiting")
                .append("label", label)
                .append("outAt", Date.from(Instant.parse("2100-01-01T00:00:00Z")));
        mongo.execute("notes", c -> c.insertMany(List.of(broken, waiting)));

        var labelled = Filters.eq("label", label);
        assertThat(notes.ids(labelled, Sorts.ascending("_id"), 10))
                .containsExactlyInAnyOrder(broken.get("_id", UUID.class), waiting.get("_id", UUID.class));
        assertThat(notes.ids(labelled, Sorts.ascending("_id"), 1)).hasSize(1);
        assertThat(notes.deletable(labelled, Sorts.ascending("_id"), 10))
                .containsExactly(broken.get("_id", UUID.class));

        mongo.execute("notes", c -> c.deleteMany(labelled));
    }

    @Test
    void insertingManyLeavesOutThoseThatAreKnown() {
        var known = Note.write("known");
        notes.save(known);
        var fresh = Note.write("fresh");

        assertThat(notes.insertAll(List.of(known, fresh))).containsExactly(fresh.state());
        messages.await(Note.TOPIC, 1, m -> fresh.state().id().toString().equals(m.key()));
    }

    @Test
    void savingManyAtOnceSavesThoseThatHaveNotMovedOn() {
        var moved = notes.save(Note.write("moved"));
        var still = notes.save(Note.write("still"));
        await().untilAsserted(() -> assertThat(stored(still.id())).doesNotContainKey("outAt"));
        notes.save(moved.rewrite("elsewhere"));

        var saved = notes.saveAll(List.of(moved.rewrite("late"), still.rewrite("in time")));

        assertThat(saved).extracting(Note::text).containsExactly("in time");
        assertThat(notes.find(moved.id()).orElseThrow().text()).isEqualTo("elsewhere");
        messages.await(Note.TOPIC, 2, m -> still.id().toString().equals(m.key()));
        await().untilAsserted(() -> assertThat(stored(still.id())).doesNotContainKey("outAt"));
    }

    @Test
    void anAggregateWithTooManyWaitingEventsTakesNoMore() {
        var note = notes.save(Note.write("first"));
        await().untilAsserted(() -> assertThat(stored(note.id())).doesNotContainKey("outAt"));
        fillOutbox(note);

        assertThatThrownBy(() -> notes.save(note.rewrite("second"))).isInstanceOf(OutboxFull.class);

        mongo.execute("notes", c -> c.deleteOne(Filters.eq("_id", note.id())));
    }

    @Test
    void oneThatTakesNoMoreDoesNotHoldUpTheOthers() {
        var full = notes.save(Note.write("full"));
        var other = notes.save(Note.write("other"));
        await().untilAsserted(() -> assertThat(stored(full.id())).doesNotContainKey("outAt"));
        fillOutbox(full);

        var saved = notes.saveAll(List.of(full.rewrite("too much"), other.rewrite("saved")));

        assertThat(saved).extracting(Note::text).containsExactly("saved");
        assertThat(stored(full.id())).containsEntry("text", "full");
        mongo.execute("notes", c -> c.deleteOne(Filters.eq("_id", full.id())));
    }

    /** As after a long outage, and out of the sweeper's sight. */
    private void fillOutbox(Note note) {
        var waiting = IntStream.range(0, AggregateStore.MOST_WAITING)
                .mapToObj(i -> new Document("id", "e" + i))
                .toList();
        var full = new Document("out", waiting).append("outAt", Date.from(Instant.parse("2100-01-01T00:00:00Z")));
        mongo.execute("notes", c -> c.updateOne(Filters.eq("_id", note.id()), new Document("$set", full)));
    }

    @Test
    void republishingSendsTheCurrentStateUnderTheSameId() {
        var note = notes.save(notes.save(Note.write("first")).rewrite("second"));
        messages.await(Note.TOPIC, 2, m -> note.id().toString().equals(m.key()));
        await().untilAsserted(() -> assertThat(stored(note.id())).doesNotContainKey("outAt"));

        assertThat(notes.republish(note.id())).isTrue();

        var sent = messages.await(Note.TOPIC, 3, m -> note.id().toString().equals(m.key()));
        assertThat(sent.getLast().id()).isEqualTo(note.id() + ":2:note.v1");
        assertThat(sent.getLast().type()).isEqualTo("note.rewritten.v1");
        assertThat(sent.getLast().json().path("text").stringValue()).isEqualTo("second");
        await().untilAsserted(() -> assertThat(stored(note.id())).doesNotContainKeys("out", "outAt"));
    }

    @Test
    void onlyWhatHasBeenPublishedIsDeleted() {
        var note = notes.save(Note.write("first"));
        await().untilAsserted(() -> assertThat(stored(note.id())).doesNotContainKey("outAt"));
        assertThat(notes.delete(List.of(note.id(), UUID.randomUUID()))).isEqualTo(1);
        assertThat(notes.find(note.id())).isEmpty();
    }

    private Document stored(UUID id) {
        return mongo.execute("notes", c -> c.find(Filters.eq("_id", id)).first());
    }
}
