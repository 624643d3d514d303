package org.clarion.messaging.listening;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.UnreadableMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came, not yet read. Java type headers are ignored: the listener says what it wants to see.
 *
 * @param type CloudEvents type, such as {@code signature.confirmed.v1}; empty if the sender gave none
 */
public record IncomingMessage(
        String topic,
        int partition,
        long offset,
        Instant at,
        @Nullable String key,
        String type,
        byte @Nullable [] body) {

    static IncomingMessage of(ConsumerRecord<?, ?> record) {
        return new IncomingMessage(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                (String) record.key(),
                typeOf(record),
                (byte[]) record.value());
    }

    /**
     * The body with the fields that {@code type} declares; unknown fields are ignored.
     *
     * @throws UnreadableMessage if the body is missing or does not fit
     */
    public <T> T as(Class<T> type) {
        if (body == null) {
            throw new UnreadableMessage(topic + " carries a record without a body", null);
        }
        return MessageJson.read(body, type);
    }

    static String typeOf(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
