package org.clarion.messaging.outbox;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** Sends current states of one kind of aggregate again, with the same ids, by putting them where the relay sweeps. */
final class Republishing<A extends Aggregate> {

    /** What the state was last published as: set by every write that publishes. */
    static final String LAST_EVENT = "lastEvent";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int PAGE = 500;

    private final MongoOperations mongo;
    private final Class<A> type;
    private final Publication<A> publication;
    private final OutboxCollection outbox;
    private final OutboxRelay relay;
    private final EventFactory events;
    private final Clock clock;

    Republishing(
            MongoOperations mongo,
            Class<A> type,
            Publication<A> publication,
            OutboxCollection outbox,
            OutboxRelay relay,
            EventFactory events,
            Clock clock) {
        this.mongo = mongo;
        this.type = type;
        this.publication = publication;
        this.outbox = outbox;
        this.relay = relay;
        this.events = events;
        this.clock = clock;
    }

    /** @return how many were handed to the relay */
    long all() {
        long count = 0;
        var page = new ArrayList<A>(PAGE);
        try (var all = mongo.stream(new Query(), type)) {
            for (var states = all.iterator(); states.hasNext(); ) {
                page.add(states.next());
                if (page.size() == PAGE || !states.hasNext()) {
                    count += of(page);
                    page.clear();
                }
            }
        }
        return count;
    }

    /**
     * Of these states; not those that have changed meanwhile, or of which something waits anyway.
     *
     * @return how many were handed to the relay
     */
    long of(List<A> states) {
        var now = clock.instant();
        var lastEvents = lastEvents(states);
        var updates = new ArrayList<UpdateOneModel<Document>>();
        for (var state : states) {
            var body = publication.body().apply(state);
            var lastEvent = lastEvents.get(state.id());
            if (body == null || lastEvent == null) {
                continue;
            }
            var event = events.state(publication.topic(), state, lastEvent, body, now);
            updates.add(new UpdateOneModel<>(
                    Filters.and(
                            Filters.eq("_id", state.id()),
                            Filters.eq("version", state.version()),
                            Filters.exists(OutboxCollection.OUT_AT, false)),
                    Updates.combine(
                            Updates.set(OutboxCollection.OUT, List.of(event.stored())),
                            Updates.set(OutboxCollection.OUT_AT, Date.from(now)))));
        }
        if (updates.isEmpty()) {
            return 0;
        }
        long marked = mongo.execute(outbox.name(), collection ->
                (long) collection.bulkWrite(updates, UNORDERED).getModifiedCount());
        relay.sweepSoon();
        return marked;
    }

    private Map<UUID, String> lastEvents(List<A> states) {
        var ids = states.stream().map(Aggregate::id).toList();
        return mongo.execute(
                outbox.name(),
                collection -> collection
                        .find(Filters.and(Filters.in("_id", ids), Filters.exists(LAST_EVENT)))
                        .projection(Projections.include(LAST_EVENT))
                        .into(new ArrayList<Document>())
                        .stream()
                        .collect(Collectors.toMap(
                                document -> document.get("_id", UUID.class),
                                document -> document.getString(LAST_EVENT))));
    }
}
