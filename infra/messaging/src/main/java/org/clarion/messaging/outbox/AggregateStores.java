package org.clarion.messaging.outbox;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;

/** Makes the stores of a service's aggregates and knows them all. */
public class AggregateStores {

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final EventFactory events;
    private final Clock clock;
    private final List<AggregateStore<?>> stores = new CopyOnWriteArrayList<>();

    AggregateStores(MongoOperations mongo, OutboxRelay relay, EventFactory events, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The store of one kind of aggregate, in the collection that its {@code @Document} names.
     *
     * @param indexes made before the first write, besides the one that the outbox needs
     */
    public <A extends Aggregate> AggregateStore<A> keep(
            Class<A> type, Publication<A> publication, IndexModel... indexes) {
        var store = new AggregateStore<>(mongo, type, publication, List.of(indexes), relay, events, clock);
        stores.add(store);
        return store;
    }

    Collection<AggregateStore<?>> all() {
        return Collections.unmodifiableList(stores);
    }

    /**
     * Sends every current state of this service again.
     *
     * @return topic → how many states
     */
    public Map<String, Long> republishAll() {
        return stores.stream()
                .collect(Collectors.groupingBy(
                        AggregateStore::topic, Collectors.summingLong(AggregateStore::republishAll)));
    }
}
