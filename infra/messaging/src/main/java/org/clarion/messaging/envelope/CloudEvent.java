package org.clarion.messaging.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * What every message says of itself, as headers: the binary mode of CloudEvents 1.0 for Kafka.
 *
 * @param id the same however often it is sent
 * @param source who says it, as a path: {@code /petitions}
 */
public record CloudEvent(String id, String type, String source, Instant time) {

    public void into(Headers headers) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
