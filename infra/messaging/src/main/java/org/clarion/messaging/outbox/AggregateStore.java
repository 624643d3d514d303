package org.clarion.messaging.outbox;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mapping.PropertyHandler;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Keeps the aggregates of one kind. A save writes the next state, its version and the events that it causes in one
 * guarded update of one document, acknowledged by the majority and journaled; only then are the events sent.
 */
public final class AggregateStore<A extends Aggregate> {

    /** An aggregate with this many waiting events takes no further change until the broker is back. */
    static final int MOST_WAITING = 50;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int TRIES = 8;

    private final MongoOperations mongo;
    private final Class<A> type;
    private final Publication<A> publication;
    private final OutboxCollection outbox;
    private final OutboxRelay relay;
    private final EventFactory events;
    private final Clock clock;
    private final Set<String> fields;
    private final OnceIndexed indexes;
    private final Republishing<A> republishing;

    AggregateStore(
            MongoOperations mongo,
            Class<A> type,
            Publication<A> publication,
            List<IndexModel> indexes,
            OutboxRelay relay,
            EventFactory events,
            Clock clock) {
        this.mongo = mongo;
        this.type = type;
        this.publication = publication;
        this.relay = relay;
        this.events = events;
        this.clock = clock;
        var name = mongo.getCollectionName(type);
        this.outbox = new OutboxCollection(mongo, name);
        this.fields = fieldsOf(mongo, type);
        this.indexes = new OnceIndexed(mongo, name, indexes);
        this.republishing = new Republishing<>(mongo, type, publication, outbox, relay, events, clock);
    }

    OutboxCollection outbox() {
        return outbox;
    }

    String topic() {
        return publication.topic();
    }

    void ensureIndexes() {
        indexes.ensure();
    }

    public Optional<A> find(UUID id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    public Optional<A> find(Query query) {
        return Optional.ofNullable(mongo.findOne(query, type));
    }

    public List<A> findAll(Query query) {
        return mongo.find(query, type);
    }

    /** As {@link #findAll(Query)}, of any number; to be closed. */
    public Stream<A> stream(Query query) {
        return mongo.stream(query, type);
    }

    public List<A> findAll(Collection<UUID> ids) {
        return findAll(Query.query(Criteria.where("_id").in(Set.copyOf(ids))));
    }

    /** As {@link #findAll(Collection)}; those that are not there are missing. */
    public Map<UUID, A> byId(Collection<UUID> ids) {
        return findAll(ids).stream().collect(Collectors.toMap(Aggregate::id, Function.identity()));
    }

    /** The ids alone: a document that cannot be read must not hide those that can. */
    public List<UUID> ids(Bson filter, Bson order, int limit) {
        return mongo.execute(
                outbox.name(),
                collection -> collection
                        .find(filter)
                        .projection(Projections.include("_id"))
                        .sort(order)
                        .limit(limit)
                        .map(document -> document.get("_id", UUID.class))
                        .into(new ArrayList<>()));
    }

    public long count(Query query) {
        return mongo.count(query, type);
    }

    /**
     * Saves a change and sends its events.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a unique index has the aggregate already
     * @throws OptimisticLockingFailureException if somebody else has changed the aggregate since it was read
     * @throws OutboxFull if too many of its events wait for the broker
     */
    public A save(Change<A, ?> change) {
        indexes.ensure();
        var waiting = waitingFor(change);
        if (change.state().version() == 1) {
            insert(change, waiting);
            send(change.state(), waiting);
        } else if (!update(change, waiting)) {
            send(change.state(), waiting);
        }
        return change.state();
    }

    /**
     * Decides on the current state and saves what was decided; decides again where somebody else was quicker.
     *
     * @param decision the change to make; empty if there is nothing to do
     * @return the state after the change, or the unchanged one; empty if there is no such aggregate
     */
    public Optional<A> change(UUID id, Function<A, Optional<? extends Change<A, ?>>> decision) {
        for (int i = 1; ; i++) {
            var current = find(id);
            if (current.isEmpty()) {
                return current;
            }
            var change = decision.apply(current.get());
            if (change.isEmpty()) {
                return current;
            }
            try {
                return Optional.of(save(change.get()));
            } catch (OptimisticLockingFailureException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #change(UUID, Function)}, for a state that has just been read: mostly one trip to the store instead of two. */
    public Optional<A> change(A current, Function<A, Optional<? extends Change<A, ?>>> decision) {
        var change = decision.apply(current);
        if (change.isEmpty()) {
            return Optional.of(current);
        }
        try {
            return Optional.of(save(change.get()));
        } catch (OptimisticLockingFailureException e) {
            return change(current.id(), decision);
        }
    }

    /**
     * Inserts many new aggregates at once; those that a unique index has already are left out.
     *
     * @return the states that are new
     */
    public List<A> insertAll(List<? extends Change<A, ?>> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        indexes.ensure();
        var waiting = changes.stream().map(this::waitingFor).toList();
        var documents = new ArrayList<Document>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            documents.add(documentOf(changes.get(i), waiting.get(i)));
        }
        var known = insertMany(documents);
        var inserted = new ArrayList<A>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            if (!known.contains(i)) {
                send(changes.get(i).state(), waiting.get(i));
                inserted.add(changes.get(i).state());
            }
        }
        return inserted;
    }

    /**
     * Saves many changes at once, as {@link #save} does one.
     *
     * @return the states that were saved; missing are those that somebody else has changed meanwhile, and those of which too
     *     many events wait for the broker
     */
    public List<A> saveAll(List<? extends Change<A, ?>> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        indexes.ensure();
        var waiting = changes.stream().map(this::waitingFor).toList();
        var updates = new ArrayList<UpdateOneModel<Document>>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            var unlessEarlierWait =
                    Filters.and(guard(changes.get(i).state()), Filters.exists(OutboxCollection.OUT_AT, false));
            updates.add(new UpdateOneModel<>(unlessEarlierWait, updateFor(changes.get(i), waiting.get(i))));
        }
        var result = mongo.execute(outbox.name(), collection -> collection.bulkWrite(updates, UNORDERED));
        if (result.getMatchedCount() == changes.size()) {
            for (int i = 0; i < changes.size(); i++) {
                send(changes.get(i).state(), waiting.get(i));
            }
            return changes.stream().<A>map(Change::state).toList();
        }
        return saveTheRest(changes, waiting);
    }

    /** Some of a bulk did not match: those that stand in the store as decided were saved, the others are tried alone. */
    private List<A> saveTheRest(List<? extends Change<A, ?>> changes, List<List<WaitingEvent>> waiting) {
        var stored = byId(changes.stream().map(change -> change.state().id()).toList());
        var saved = new ArrayList<A>();
        for (int i = 0; i < changes.size(); i++) {
            var state = changes.get(i).state();
            if (state.equals(stored.get(state.id()))) {
                send(state, waiting.get(i));
                saved.add(state);
            } else {
                try {
                    saved.add(save(changes.get(i)));
                } catch (OptimisticLockingFailureException | OutboxFull e) {
                    // The caller sees it by its absence, and the others have nothing to do with it.
                }
            }
        }
        return saved;
    }

    /**
     * Sends the current state of one aggregate again, with the same id, unless something of it waits anyway.
     *
     * @return whether there was anything to send
     */
    public boolean republish(UUID id) {
        return find(id).map(state -> republishing.of(List.of(state)) == 1).orElse(false);
    }

    /**
     * Sends every current state again.
     *
     * @return how many were handed to the relay
     */
    public long republishAll() {
        return republishing.all();
    }

    /** As {@link #ids}, of those alone that can be deleted, because nothing of them waits to be sent. */
    public List<UUID> deletable(Bson filter, Bson order, int limit) {
        return ids(Filters.and(filter, Filters.exists(OutboxCollection.OUT_AT, false)), order, limit);
    }

    /**
     * Deletes aggregates whose end of life has been published.
     *
     * @return how many are gone; those whose last events still wait stay for the next time
     */
    public long delete(Collection<UUID> ids) {
        return mongo.execute(
                outbox.name(),
                collection -> collection
                        .deleteMany(Filters.and(Filters.in("_id", ids), Filters.exists(OutboxCollection.OUT_AT, false)))
                        .getDeletedCount());
    }

    private void insert(Change<A, ?> change, List<WaitingEvent> waiting) {
        mongo.execute(outbox.name(), collection -> collection.insertOne(documentOf(change, waiting)));
    }

    private Set<Integer> insertMany(List<Document> documents) {
        return mongo.execute(outbox.name(), collection -> {
            try {
                collection.insertMany(documents, new InsertManyOptions().ordered(false));
                return Set.of();
            } catch (MongoBulkWriteException e) {
                var known = new HashSet<Integer>();
                for (var error : e.getWriteErrors()) {
                    if (error.getCode() != 11000) {
                        throw e;
                    }
                    known.add(error.getIndex());
                }
                if (e.getWriteConcernError() != null) {
                    throw e;
                }
                return known;
            }
        });
    }

    /** @return whether something earlier waits in the document, so that its writer or the sweeper sends */
    private boolean update(Change<A, ?> change, List<WaitingEvent> waiting) {
        var roomLeft = Filters.exists(OutboxCollection.OUT + "." + (MOST_WAITING - 1), false);
        var before = mongo.execute(
                outbox.name(),
                collection -> collection.findOneAndUpdate(
                        Filters.and(guard(change.state()), roomLeft),
                        updateFor(change, waiting),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(OutboxCollection.OUT_AT))
                                .returnDocument(ReturnDocument.BEFORE)));
        if (before == null) {
            throw refusal(change.state());
        }
        return before.containsKey(OutboxCollection.OUT_AT);
    }

    private DataAccessException refusal(A state) {
        var stored = find(state.id());
        return stored.isPresent() && stored.get().version() == state.version() - 1
                ? new OutboxFull("Too many events of " + state.id() + " wait for the broker")
                : new OptimisticLockingFailureException(state.id() + " has changed meanwhile");
    }

    private static Bson guard(Aggregate next) {
        return Filters.and(Filters.eq("_id", next.id()), Filters.eq("version", next.version() - 1));
    }

    private Document documentOf(Change<A, ?> change, List<WaitingEvent> waiting) {
        var document = written(change.state());
        if (change.event() != null) {
            document.append(Republishing.LAST_EVENT, change.event().wireName());
        }
        if (!waiting.isEmpty()) {
            document.append(
                            OutboxCollection.OUT,
                            waiting.stream().map(WaitingEvent::stored).toList())
                    .append(OutboxCollection.OUT_AT, Date.from(clock.instant()));
        }
        return document;
    }

    private Bson updateFor(Change<A, ?> change, List<WaitingEvent> waiting) {
        var document = written(change.state());
        document.remove("_id");
        var parts = new ArrayList<Bson>();
        document.forEach((field, value) -> parts.add(Updates.set(field, value)));
        fields.stream().filter(field -> !document.containsKey(field)).forEach(field -> parts.add(Updates.unset(field)));
        if (change.event() != null) {
            parts.add(Updates.set(Republishing.LAST_EVENT, change.event().wireName()));
        }
        if (!waiting.isEmpty()) {
            parts.add(Updates.pushEach(
                    OutboxCollection.OUT,
                    waiting.stream().map(WaitingEvent::stored).toList()));
            // $min also sets a field that is not there: since when the oldest waits
            parts.add(Updates.min(OutboxCollection.OUT_AT, Date.from(clock.instant())));
        }
        return Updates.combine(parts);
    }

    private Document written(A state) {
        var document = new Document();
        mongo.getConverter().write(state, document);
        return document;
    }

    private List<WaitingEvent> waitingFor(Change<A, ?> change) {
        var state = change.state();
        var now = clock.instant();
        var waiting = new ArrayList<WaitingEvent>();
        var body = change.event() == null ? null : publication.body().apply(state);
        if (body != null) {
            waiting.add(events.state(publication.topic(), state, change.event().wireName(), body, now));
        }
        for (var mail : change.mails()) {
            waiting.add(events.mailRequest(state, mail, now));
        }
        return waiting;
    }

    private void send(A state, List<WaitingEvent> waiting) {
        if (!waiting.isEmpty()) {
            relay.send(new Parcel(outbox, state.id(), state.version(), waiting));
        }
    }

    private static Set<String> fieldsOf(MongoOperations mongo, Class<?> type) {
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(type);
        var fields = new HashSet<String>();
        entity.doWithProperties(
                (PropertyHandler<MongoPersistentProperty>) property -> fields.add(property.getFieldName()));
        fields.remove("_id");
        return Set.copyOf(fields);
    }
}
