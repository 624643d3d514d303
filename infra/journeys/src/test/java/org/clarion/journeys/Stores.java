package org.clarion.journeys;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Looks past the services into the store and the broker. */
final class Stores implements AutoCloseable {

    private static final int MONGODB = 20;
    private static final int KAFKA = 21;
    private static final List<String> DATABASES =
            List.of("petitions", "letters", "registrations", "notifications", "campaigns", "gateway");

    private final MongoClient store;
    private final Admin broker;

    Stores(RunningPlatform platform) {
        this.store = MongoClients.create("mongodb://127.0.0.1:" + platform.port(MONGODB));
        this.broker =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + platform.port(KAFKA)));
    }

    long count(String database, String collection, Bson filter) {
        return store.getDatabase(database).getCollection(collection).countDocuments(filter);
    }

    Document one(String database, String collection, Bson filter) {
        var found = store.getDatabase(database)
                .getCollection(collection)
                .find(filter)
                .first();
        if (found == null) {
            throw new AssertionError("Nothing in %s.%s matches %s".formatted(database, collection, filter));
        }
        return found;
    }

    /** Collections with events that were not handed to the broker, and how many documents hold some. */
    Map<String, Long> waitingToBeSent() {
        var waiting = new TreeMap<String, Long>();
        for (var database : DATABASES) {
            for (var collection : store.getDatabase(database).listCollectionNames()) {
                var documents = count(database, collection, Filters.exists("out.0"));
                if (documents > 0) {
                    waiting.put(database + "." + collection, documents);
                }
            }
        }
        return waiting;
    }

    /** Records on dead-letter topics, by topic. */
    Map<String, Long> deadLetters() {
        try {
            var topics = broker.listTopics().names().get().stream()
                    .filter(topic -> topic.endsWith(".dlt"))
                    .toList();
            var partitions = new ArrayList<TopicPartition>();
            broker.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
            var first = offsets(partitions, OffsetSpec.earliest());
            var next = offsets(partitions, OffsetSpec.latest());
            return partitions.stream()
                    .filter(partition -> next.get(partition) > first.get(partition))
                    .collect(Collectors.toMap(
                            TopicPartition::topic,
                            partition -> next.get(partition) - first.get(partition),
                            Long::sum,
                            TreeMap::new));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> spec));
        return broker.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    @Override
    public void close() {
        store.close();
        broker.close();
    }
}
