package org.clarion.letters.letter;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.clarion.actions.consent.Consented;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.target.Target;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All letters. */
@Repository
public class Letters {

    private static final String WAITING = "course.waitingSince";
    private static final String TARGET = "target._id"; // as the store calls what a record calls its id

    /**
     * Letters that wait for the same reason.
     *
     * @param underWay of which a mail is on its way
     * @param since when the first of them began to wait
     */
    public record Backlog(
            Target target,
            UUID action,
            boolean test,
            Status status,
            @Nullable Hold hold,
            long letters,
            long underWay,
            Instant since) {}

    private final AggregateStore<Letter> store;
    private final MongoOperations mongo;

    Letters(AggregateStores stores, MongoOperations mongo) {
        this.mongo = mongo;
        this.store = stores.keep(
                Letter.class,
                new Publication<>("letter.v1", LetterMessage::of),
                // Partial: a forgotten letter has no writer and stands in nobody's way.
                new IndexModel(
                        Indexes.ascending("writer", TARGET),
                        new IndexOptions()
                                .name("writer")
                                .unique(true)
                                .partialFilterExpression(Filters.exists("writer"))),
                new IndexModel(
                        Indexes.ascending("dueAt"),
                        new IndexOptions().name("due").sparse(true)),
                // Holds only what waits: a letter that has been sent costs nothing here.
                new IndexModel(
                        Indexes.ascending(TARGET, "status", WAITING),
                        new IndexOptions().name("waiting").partialFilterExpression(Filters.exists(WAITING))),
                new IndexModel(
                        Indexes.ascending("post.sentAt"),
                        new IndexOptions()
                                .name("sent")
                                .partialFilterExpression(Filters.eq("status", Status.SENT.name()))),
                Consented.index());
    }

    /** @throws org.springframework.dao.DuplicateKeyException if this supporter's letter to this target is there already */
    Letter add(Change<Letter, LetterEvent> first) {
        return store.save(first);
    }

    public Optional<Letter> find(UUID id) {
        return store.find(id);
    }

    /** Those that are not there are missing. */
    public Map<UUID, Letter> byId(Collection<UUID> ids) {
        return store.byId(ids);
    }

    /** Those that are not there yet; to whom the supporter has written already is left out. */
    List<Letter> addAll(List<Change<Letter, LetterEvent>> first) {
        return store.insertAll(first);
    }

    /** All that a supporter has written within an action, under any of these names. */
    List<Letter> ofWriter(Collection<UUID> writers) {
        return store.findAll(Query.query(Criteria.where("writer").in(writers)));
    }

    /**
     * Those whose writers said yes to something once, can be written to, and are known to be who they are; the newest first. To be
     * closed.
     */
    Stream<Letter> consented() {
        return store.stream(Consented.who(Criteria.where("status")
                .ne(Status.AWAITING_CONFIRMATION)
                .and("details.sender")
                .exists(true)));
    }

    /** @param decision the change to make; empty if there is nothing to do */
    public Optional<Letter> change(UUID id, Function<Letter, Optional<? extends Change<Letter, ?>>> decision) {
        return store.change(id, decision);
    }

    /** As {@link #change(UUID, Function)}, for a state that has just been read: mostly one trip to the store instead of two. */
    public Optional<Letter> change(Letter current, Function<Letter, Optional<? extends Change<Letter, ?>>> decision) {
        return store.change(current, decision);
    }

    /**
     * Saves many changes at once.
     *
     * @return the states that were saved; missing are those that somebody else has changed meanwhile
     */
    public List<Letter> saveAll(List<? extends Change<Letter, ?>> changes) {
        return store.saveAll(changes);
    }

    /** Everything that waits: queued, held, come back, in doubt. Costs as much as there are letters that wait. */
    public List<Backlog> backlog() {
        // Every target, said so that the store looks at the index of what waits and not at every letter.
        return backlog(Filters.and(Filters.gte(TARGET, ""), Filters.exists(WAITING)));
    }

    /** Everything that waits for one target. */
    public List<Backlog> backlog(Target target) {
        return backlog(Filters.and(Filters.eq(TARGET, target.id()), Filters.exists(WAITING)));
    }

    /** How many wait for a decision of staff: they came back, or nobody can say whether they were sent. */
    public long waitingForStaff() {
        var filter = Filters.and(
                Filters.gte(TARGET, ""),
                Filters.in("status", Status.BOUNCED.name(), Status.UNKNOWN.name()),
                Filters.exists(WAITING));
        return mongo.execute(Letter.class, collection -> collection.countDocuments(filter));
    }

    private List<Backlog> backlog(Bson filter) {
        var by = new Document("target", "$target")
                .append("action", "$action")
                .append("test", "$test")
                .append("status", "$status")
                .append("hold", "$hold");
        var onItsWay =
                new Document("$cond", List.of(new Document("$ifNull", List.of("$post.underWay", false)), 1L, 0L));
        return mongo.execute(
                Letter.class,
                collection -> collection
                        .aggregate(List.of(
                                Aggregates.match(filter),
                                Aggregates.group(
                                        by,
                                        Accumulators.sum("letters", 1L),
                                        Accumulators.sum("underWay", onItsWay),
                                        Accumulators.min("since", "$" + WAITING))))
                        .map(Letters::backlogOf)
                        .into(new ArrayList<>()));
    }

    private static Backlog backlogOf(Document row) {
        var by = row.get("_id", Document.class);
        var target = by.get("target", Document.class);
        var hold = by.getString("hold");
        return new Backlog(
                new Target(Target.Kind.valueOf(target.getString("kind")), target.getString("_id")),
                by.get("action", UUID.class),
                by.getBoolean("test"),
                Status.valueOf(by.getString("status")),
                hold == null ? null : Hold.valueOf(hold),
                row.getLong("letters"),
                row.getLong("underWay"),
                row.getDate("since").toInstant());
    }

    /**
     * Letters to one target that wait in this state, the longest waiting first. Ids only: a document that cannot be read
     * must not hide those that can.
     */
    public List<UUID> waiting(Target target, Status status, int limit) {
        return store.ids(
                Filters.and(
                        Filters.eq(TARGET, target.id()), Filters.eq("status", status.name()), Filters.exists(WAITING)),
                Sorts.ascending(WAITING),
                limit);
    }

    /** The letters of a backlog, the longest waiting first. */
    public List<UUID> of(Backlog backlog, int limit) {
        return store.ids(
                Filters.and(
                        Filters.eq(TARGET, backlog.target().id()),
                        Filters.eq("status", backlog.status().name()),
                        Filters.exists(WAITING),
                        Filters.eq("action", backlog.action()),
                        Filters.eq("test", backlog.test()),
                        backlog.hold() == null
                                ? Filters.exists("hold", false)
                                : Filters.eq("hold", backlog.hold().name())),
                Sorts.ascending(WAITING),
                limit);
    }

    /** Letters to one target that are queued and of which no mail is under way, the longest waiting first. */
    public List<UUID> releasable(Target target, int limit) {
        return store.ids(
                Filters.and(
                        Filters.eq(TARGET, target.id()),
                        Filters.eq("status", Status.QUEUED.name()),
                        Filters.exists(WAITING),
                        Filters.exists("post.underWay", false)),
                Sorts.ascending(WAITING),
                limit);
    }

    /** Letters that were sent by then and are neither delivered nor back, the longest ago first. */
    public List<UUID> sentUntil(Instant then, int limit) {
        return store.ids(
                Filters.and(Filters.eq("status", Status.SENT.name()), Filters.lte("post.sentAt", Date.from(then))),
                Sorts.ascending("post.sentAt"),
                limit);
    }

    /** Letters of which something is to be done, and that have not come to their end. */
    List<UUID> due(Instant now, int limit) {
        return store.ids(
                Filters.and(Filters.lte("dueAt", Date.from(now)), Filters.ne("status", Status.EXPIRED.name())),
                Sorts.ascending("dueAt"),
                limit);
    }

    List<UUID> expired(Instant now, int limit) {
        return store.deletable(
                Filters.and(Filters.lte("dueAt", Date.from(now)), Filters.eq("status", Status.EXPIRED.name())),
                Sorts.ascending("dueAt"),
                limit);
    }

    /** @return how many are gone; those whose last events still wait stay for the next time */
    long delete(Collection<UUID> ids) {
        return store.delete(ids);
    }
}
