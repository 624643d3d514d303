package org.clarion.campaigns.totals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.clarion.totals.TotalRow;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of the actions on its partition and publishes those that have changed, absolute, together. Which ones
 * have changed is kept beside the counts, so that a restart publishes what was counted and not yet said.
 */
class RowCounter extends ContextualProcessor<String, Step, String, Outgoing> {

    static final String COUNTS = "counts";
    static final String CHANGED = "changed";

    private static final Duration BETWEEN_DROPS = Duration.ofMinutes(10);
    private static final byte[] YES = {1};

    private final Duration emitEvery;
    private final KnownSources knownSources;
    private final TotalRecords records;
    private KeyValueStore<String, Long> counts;
    private KeyValueStore<String, byte[]> changed;
    private SourceSlots sources;
    private @Nullable Cancellable emission;

    private RowCounter(Duration emitEvery, KnownSources knownSources, TotalRecords records) {
        this.emitEvery = emitEvery;
        this.knownSources = knownSources;
        this.records = records;
    }

    static ProcessorSupplier<String, Step, String, Outgoing> supplier(
            Duration emitEvery, KnownSources knownSources, TotalRecords records) {
        return new ProcessorSupplier<>() {
            @Override
            public RowCounter get() {
                return new RowCounter(emitEvery, knownSources, records);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(COUNTS), Serdes.String(), Serdes.Long())
                                .withCachingEnabled(),
                        Stores.keyValueStoreBuilder(
                                        Stores.inMemoryKeyValueStore(CHANGED), Serdes.String(), Serdes.ByteArray())
                                .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        super.init(context);
        counts = context.getStateStore(COUNTS);
        changed = context.getStateStore(CHANGED);
        sources = new SourceSlots(counts, knownSources);
        context.schedule(BETWEEN_DROPS, PunctuationType.WALL_CLOCK_TIME, this::dropOldMinutes);
        try (var waiting = changed.all()) {
            if (waiting.hasNext()) {
                emitSoon();
            }
        }
    }

    @Override
    public void process(Record<String, Step> record) {
        switch (record.value()) {
            case Step.Changes changes -> count(UUID.fromString(record.key()), changes);
            case Step.CaughtUp c -> {
                emit(context().currentSystemTimeMs());
                records.completed(partition(), context().currentSystemTimeMs()).forEach(context()::forward);
            }
            case Step.Rejected r -> throw new IllegalStateException("A rejected record is not counted");
        }
    }

    private void count(UUID action, Step.Changes changes) {
        var oldest = RowKey.oldestMinute(now());
        for (var change : changes.rows()) {
            var row = change.row();
            if (row.dimension().equals(TotalRow.MINUTE) && row.value().compareTo(oldest) < 0) {
                continue;
            }
            if (row.dimension().equals(Row.SOURCE)) {
                row = new Row(row.measure(), row.dimension(), sources.slotOf(action, row.value()));
            }
            add(RowKey.of(action, row), change.by());
        }
    }

    private void add(String key, long by) {
        var before = counts.get(key);
        counts.put(key, before == null ? by : before + by);
        changed.put(key, YES);
        emitSoon();
    }

    /** Only while something waits: an idle punctuation would still commit, twice a second, for every partition. */
    private void emitSoon() {
        if (emission == null) {
            emission = context().schedule(emitEvery, PunctuationType.WALL_CLOCK_TIME, this::emit);
        }
    }

    private void emit(long now) {
        var keys = new ArrayList<String>();
        try (var waiting = changed.all()) {
            waiting.forEachRemaining(entry -> keys.add(entry.key));
        }
        for (var key : keys) {
            var count = counts.get(key);
            var left = count == null ? 0 : count;
            context().forward(records.row(RowKey.actionOf(key), RowKey.rowOf(key), left, partition(), now));
            changed.delete(key);
            if (count != null && count == 0) {
                counts.delete(key);
            }
        }
        if (emission != null) {
            emission.cancel();
            emission = null;
        }
    }

    private void dropOldMinutes(long now) {
        var gone = new ArrayList<String>();
        try (var old =
                counts.range(RowKey.FIRST_MINUTE, RowKey.firstOf(RowKey.oldestMinute(Instant.ofEpochMilli(now))))) {
            old.forEachRemaining(entry -> gone.add(entry.key));
        }
        gone.forEach(key -> {
            counts.delete(key);
            changed.delete(key);
        });
    }

    private int partition() {
        return context().taskId().partition();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }
}
