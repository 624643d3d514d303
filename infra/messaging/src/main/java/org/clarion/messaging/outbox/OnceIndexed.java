package org.clarion.messaging.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;

/** The indexes of a collection, made before the first write: a unique index that comes later would come too late. */
class OnceIndexed {

    private final MongoOperations mongo;
    private final String collection;
    private final List<IndexModel> indexes = new ArrayList<>();
    private volatile boolean made;

    OnceIndexed(MongoOperations mongo, String collection, List<IndexModel> wanted) {
        this.mongo = mongo;
        this.collection = collection;
        indexes.addAll(wanted);
        indexes.add(new IndexModel(
                Indexes.ascending(OutboxCollection.OUT_AT),
                new IndexOptions().name("outbox").partialFilterExpression(Filters.exists(OutboxCollection.OUT_AT))));
    }

    void ensure() {
        if (!made) {
            mongo.execute(collection, wanted -> wanted.createIndexes(indexes));
            made = true;
        }
    }
}
