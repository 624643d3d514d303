package org.clarion.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.clarion.messaging.UnreadableMessage;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

@SpringBootTest(properties = "spring.application.name=notes")
@Import(Backends.class)
class TopicTableIT {

    record Copy(UUID id, long version, String text) {}

    @Autowired
    MongoOperations mongo;

    @Autowired
    StaleReports stale;

    @Autowired
    PublishedMessages messages;

    private final UUID id = UUID.randomUUID();
    private TopicTable<Copy> table;

    @BeforeEach
    void table() {
        table = new TopicTable<>(mongo, "tableCopies", Copy.class, stale);
    }

    @Test
    void aDuplicateChangesNothing() {
        table.apply(state(1, "one"));
        table.apply(state(1, "one"));

        assertThat(table.find(id)).hasValue(new Copy(id, 1, "one"));
        assertThat(reports()).isZero();
    }

    @Test
    void anOldVersionAfterANewOneIsPassedOverAndReported() {
        table.apply(state(1, "one"));
        table.apply(state(2, "two"));
        table.apply(state(1, "one"));

        assertThat(table.find(id)).hasValue(new Copy(id, 2, "two"));
        var report = messages.await(StaleReports.TOPIC, 1, m -> id.toString().equals(m.key()))
                .getFirst()
                .json();
        assertThat(report.path("topic").stringValue()).isEqualTo("note.v1");
        assertThat(report.path("seen").longValue()).isEqualTo(1);
        assertThat(report.path("applied").longValue()).isEqualTo(2);
    }

    @Test
    void aStateIsTakenWithoutItsPredecessors() {
        table.apply(state(1, "one"));
        table.apply(state(7, "seven"));

        assertThat(table.find(id)).hasValue(new Copy(id, 7, "seven"));
    }

    @Test
    void onlyTheFieldsThatTheReaderDeclaresAreKept() {
        table.apply(message("{\"id\":\"" + id + "\",\"version\":1,\"text\":\"one\",\"secret\":\"not ours\"}"));

        assertThat(mongo.findById(id, Document.class, "tableCopies").toJson()).doesNotContain("not ours");
    }

    @Test
    void aStateWithoutAnIdIsUnreadable() {
        assertThatThrownBy(() -> table.apply(message("{\"version\":1}"))).isInstanceOf(UnreadableMessage.class);
    }

    private long reports() {
        return messages.on(StaleReports.TOPIC, m -> id.toString().equals(m.key()))
                .size();
    }

    private IncomingMessage state(long version, String text) {
        return message("{\"id\":\"" + id + "\",\"version\":" + version + ",\"text\":\"" + text + "\"}");
    }

    private IncomingMessage message(String json) {
        return new IncomingMessage(
                "note.v1",
                0,
                0,
                Instant.EPOCH,
                id.toString(),
                "note.written.v1",
                json.getBytes(StandardCharsets.UTF_8));
    }
}
