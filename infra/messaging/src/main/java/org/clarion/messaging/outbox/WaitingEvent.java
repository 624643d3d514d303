package org.clarion.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.clarion.messaging.envelope.CloudEvent;

/**
 * An event as it waits in the document of its aggregate.
 *
 * @param id {@code aggregate:version:topic}; the same however often it is sent
 */
record WaitingEvent(String id, String topic, String key, String type, String source, Instant time, String body) {

    static WaitingEvent from(Document stored) {
        return new WaitingEvent(
                stored.getString("id"),
                stored.getString("topic"),
                stored.getString("key"),
                stored.getString("type"),
                stored.getString("source"),
                stored.getDate("time").toInstant(),
                stored.getString("body"));
    }

    Document stored() {
        return new Document("id", id)
                .append("topic", topic)
                .append("key", key)
                .append("type", type)
                .append("source", source)
                .append("time", Date.from(time))
                .append("body", body);
    }

    ProducerRecord<String, byte[]> record() {
        var record = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        new CloudEvent(id, type, source, time).into(record.headers());
        return record;
    }
}
