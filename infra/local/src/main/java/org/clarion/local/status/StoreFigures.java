package org.clarion.local.status;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** What the stores of the services tell, read directly, so that it can be had while a service is down. */
public final class StoreFigures implements AutoCloseable {

    private static final String IMPATIENT = "serverSelectionTimeoutMS=3000&connectTimeoutMS=3000";

    private final MongoClient client;
    private final String database;

    /** @param uri of a service's database */
    public StoreFigures(String uri) {
        this.client = MongoClients.create(uri + (uri.contains("?") ? "&" : "?") + IMPATIENT);
        this.database = Objects.requireNonNull(new com.mongodb.ConnectionString(uri).getDatabase());
    }

    /** Since when the oldest event waits for the broker, over all collections of the service. */
    public Optional<Instant> oldestInOutbox() {
        return told(store -> store.listCollectionNames().into(new java.util.ArrayList<>()).stream()
                .map(name -> store.getCollection(name)
                        .find(Filters.exists("outAt"))
                        .sort(Sorts.ascending("outAt"))
                        .projection(Projections.include("outAt"))
                        .first())
                .filter(Objects::nonNull)
                .map(waiting -> waiting.getDate("outAt").toInstant())
                .min(Comparator.naturalOrder()));
    }

    /** How many documents of a collection are in each state. */
    public SortedMap<String, Integer> byState(String collection, String field) {
        return told(store -> {
            var counts = new TreeMap<String, Integer>();
            store.getCollection(collection)
                    .aggregate(List.of(Aggregates.group("$" + field, Accumulators.sum("count", 1))))
                    .forEach((Document row) -> counts.put(row.getString("_id"), row.getInteger("count")));
            return counts;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T told(java.util.function.Function<MongoDatabase, T> question) {
        try {
            return question.apply(client.getDatabase(database));
        } catch (MongoException e) {
            throw new Unanswered("MongoDB does not answer", e);
        }
    }
}
