package org.clarion.campaigns.totals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.UnreadableMessage;
import org.clarion.messaging.topics.Heartbeat;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Keeps, per participation, its newest version and what that counts for, and says by how much the figures of its action
 * move. Pays no heed to what is not newer.
 */
class ParticipationKeeper extends ContextualProcessor<@Nullable String, byte @Nullable [], String, Step> {

    /** Told of a state that came after a newer one. */
    interface LateStates {
        void late(String topic, UUID id, long seen, long applied);
    }

    static final String STORE = "participations";

    /** Under this name a record that cannot be read is parked. */
    static final String LISTENER = "campaigns.counting";

    /** Bytes of such a record that are parked: a producer takes 1 MB, and the rest is where the record came from. */
    static final int MOST_SHOWN = 512 * 1024;

    private final LateStates lateStates;
    private KeyValueStore<byte[], Counted> kept;

    private ParticipationKeeper(LateStates lateStates) {
        this.lateStates = lateStates;
    }

    static ProcessorSupplier<@Nullable String, byte @Nullable [], String, Step> supplier(LateStates lateStates) {
        return new ProcessorSupplier<>() {
            @Override
            public ParticipationKeeper get() {
                return new ParticipationKeeper(lateStates);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), CountedSerde.serde())
                        .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Step> context) {
        super.init(context);
        kept = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
        if (Heartbeat.TYPE.equals(text(record.headers(), "ce_type"))) {
            return;
        }
        Seen seen;
        try {
            seen = read(record.value());
        } catch (UnreadableMessage e) {
            reject(record, e);
            return;
        }
        keep(seen, record.timestamp());
    }

    private static Seen read(byte @Nullable [] body) {
        if (body == null) {
            throw new UnreadableMessage("A record without a body", null);
        }
        return MessageJson.read(body, Seen.class).checked();
    }

    private void keep(Seen seen, long timestamp) {
        var key = key(seen.id());
        var before = kept.get(key);
        if (before != null && before.version() >= seen.version()) {
            if (before.version() > seen.version()) {
                lateStates.late(origin().topic(), seen.id(), seen.version(), before.version());
            }
            return;
        }
        var after = seen.counted(Instant.ofEpochMilli(context().currentSystemTimeMs()));
        kept.put(key, after);
        if (before == null || before.action().equals(after.action())) {
            forward(before == null ? after.emptied() : before, after, timestamp);
        } else {
            forward(before, before.emptied(), timestamp);
            forward(after.emptied(), after, timestamp);
        }
    }

    private void forward(Counted before, Counted after, long timestamp) {
        var changes = Counted.changes(before, after);
        if (!changes.isEmpty()) {
            context().forward(new Record<>(after.action().toString(), new Step.Changes(changes), timestamp));
        }
    }

    private void reject(Record<@Nullable String, byte @Nullable []> record, UnreadableMessage why) {
        var origin = origin();
        var headers = record.headers();
        var body = record.value();
        put(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, origin.topic());
        put(headers, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, LISTENER);
        put(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, why.getClass().getName());
        put(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, String.valueOf(why.getMessage()));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(4).putInt(origin.partition()).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(8).putLong(origin.offset()).array());
        var shown = body == null ? new byte[0] : Arrays.copyOf(body, Math.min(body.length, MOST_SHOWN));
        var rejected = new Step.Rejected(origin.topic(), origin.partition(), shown);
        context()
                .forward(new Record<String, Step>(
                        record.key() == null ? "" : record.key(),
                        rejected,
                        context().currentSystemTimeMs(),
                        headers));
    }

    private RecordMetadata origin() {
        return context().recordMetadata().orElseThrow();
    }

    private static byte[] key(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
