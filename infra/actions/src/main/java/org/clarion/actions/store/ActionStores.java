package org.clarion.actions.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.function.Supplier;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Publication;

/** Makes the store of a service's kind of action. */
public final class ActionStores {

    private final AggregateStores stores;
    private final MemorySettings memory;

    ActionStores(AggregateStores stores, MemorySettings memory) {
        this.stores = stores;
        this.memory = memory;
    }

    /** @param slugTaken what is thrown where another action has the same name in addresses */
    public <A extends Action> ActionStore<A> keep(
            Class<A> type, Publication<A> publication, Supplier<? extends RuntimeException> slugTaken) {
        var store = stores.keep(
                type,
                publication,
                new IndexModel(
                        Indexes.ascending("slug"),
                        new IndexOptions().name("slug").unique(true)),
                new IndexModel(Indexes.ascending("status"), new IndexOptions().name("status")));
        return new ActionStore<>(store, slugTaken, memory);
    }
}
