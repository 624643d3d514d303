package org.clarion.totals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clarion.messaging.listening.Batch;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.totals.Incoming.Said;
import org.springframework.kafka.annotation.KafkaListener;

/** Keeps the store up with both topics, a batch at a time. */
class TotalsReader {

    private final TotalsStore store;
    private final List<TotalsListener> listeners;

    TotalsReader(TotalsStore store, List<TotalsListener> listeners) {
        this.store = store;
        this.listeners = listeners;
    }

    @KafkaListener(
            id = "${spring.application.name}.totals",
            topics = {TotalRow.TOPIC, TotalRow.MINUTE_TOPIC},
            batch = "true",
            properties = Batch.GATHERED)
    void on(List<IncomingMessage> messages) {
        Batch.of(messages, Incoming::of, this::apply);
    }

    private void apply(List<Incoming> batch) {
        var changed = new HashSet<UUID>();
        var rows = new ArrayList<Incoming>();
        for (var incoming : batch) {
            switch (incoming.said()) {
                case Said.Row r -> rows.add(incoming);
                case Said.Completed completed -> {
                    // What stands before the mark belongs to the generation that it completes.
                    changed.addAll(store.put(rows));
                    rows.clear();
                    changed.addAll(store.show(incoming.topic(), incoming.partition(), completed.generation()));
                }
                case Said.Unknown u -> {}
            }
        }
        changed.addAll(store.put(rows));
        if (!changed.isEmpty()) {
            listeners.forEach(listener -> listener.changed(Set.copyOf(changed)));
        }
        store.dropOldMinutes(); // last: if it fails, the batch comes again, and by then nothing in it is a change
    }
}
