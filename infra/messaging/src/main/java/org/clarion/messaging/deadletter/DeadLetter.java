package org.clarion.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A record that a listener of this service could not read, whole.
 *
 * @param id where it was parked: topic, partition and offset of the dead letter
 * @param listener the listener that failed
 * @param topic where it was read
 * @param headers name → value as text
 * @param body as it came
 * @param reason why the listener refused it, as the failure said
 * @param parkedAt when it was given up
 */
@Document("deadLetters")
public record DeadLetter(
        @Id String id,
        String listener,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] body,
        String reason,
        Instant parkedAt) {

    /** The body as text, for people to read. */
    public String text() {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    DeadLetter refusedAgain(String why) {
        return new DeadLetter(id, listener, topic, partition, offset, key, headers, body, why, parkedAt);
    }
}
