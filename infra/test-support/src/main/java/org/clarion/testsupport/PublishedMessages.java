package org.clarion.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on the topics of a test's broker, and a way to put something there as another service would. */
public final class PublishedMessages implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(100);

    /** A message as it stands on its topic. */
    public record Published(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            byte @Nullable [] body) {

        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        public String id() {
            return headers.getOrDefault("ce_id", "");
        }

        public String text() {
            return body == null ? "" : new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(text());
        }
    }

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    public PublishedMessages(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", 8 << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** All committed messages of a topic, partition by partition, without heartbeats. */
    public List<Published> on(String topic) {
        var found = new ArrayList<Published>();
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(POLL)) {
                    var message = published(record);
                    if (!message.type().equals("heartbeat.v1")) {
                        found.add(message);
                    }
                }
            }
        }
        return found;
    }

    public List<Published> on(String topic, Predicate<Published> wanted) {
        return on(topic).stream().filter(wanted).toList();
    }

    /** Waits until as many messages as wanted stand on a topic, and fails if they do not come within half a minute. */
    public List<Published> await(String topic, int count, Predicate<Published> wanted) {
        var until = Instant.now().plusSeconds(30);
        while (true) {
            var found = on(topic, wanted);
            if (found.size() >= count) {
                return found;
            }
            if (Instant.now().isAfter(until)) {
                throw new AssertionError(
                        "Only " + found.size() + " of " + count + " messages came on " + topic + ": " + found);
            }
        }
    }

    /** Puts a message on a topic as another service would; returns when the broker has it. */
    public void send(String topic, @Nullable String key, String type, byte @Nullable [] body) {
        send(topic, null, key, type, body);
    }

    public void send(
            String topic, @Nullable Integer partition, @Nullable String key, String type, byte @Nullable [] body) {
        var header = new RecordHeader("ce_type", type.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(new ProducerRecord<>(topic, partition, key, body, List.of(header)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void send(String topic, @Nullable String key, String type, String json) {
        send(topic, key, type, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends an example of the contracts under the key that its body names. */
    public void send(Contracts.Example example) {
        send(example, null);
    }

    /** @param partition where it stands in line; null for that of its key */
    public void send(Contracts.Example example, @Nullable Integer partition) {
        var key = JSON.readTree(example.body()).path("id").asString();
        send(example.topic(), partition, key, example.type(), example.body());
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Published(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
