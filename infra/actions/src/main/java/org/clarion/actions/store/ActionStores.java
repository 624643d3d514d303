package org.clarion.actions.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Publication;

/** Makes the store of a service's kind of action. */
public final class ActionStores {

    private final AggregateStores stores;
    private final ActionSettings memory;
    private final List<ActionStore<?>> all = new CopyOnWriteArrayList<>();

    ActionStores(AggregateStores stores, ActionSettings memory) {
        this.stores = stores;
        this.memory = memory;
    }

    public <A extends Action> ActionStore<A> keep(Class<A> type, Publication<A> publication, Closing<A> closing) {
        var aggregates = stores.keep(
                type,
                publication,
                new IndexModel(
                        Indexes.ascending("slug"),
                        new IndexOptions().name("slug").unique(true)),
                new IndexModel(Indexes.ascending("status"), new IndexOptions().name("status")));
        var store = new ActionStore<>(aggregates, closing, memory);
        all.add(store);
        return store;
    }

    List<ActionStore<?>> all() {
        return all;
    }
}
