package org.clarion.notifications.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.clarion.notifications.mail.Mail.Status;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** All mails, and the queue that they form: everything about many mails is one call of the store. */
@Repository
public class Mails {

    private static final IndexModel QUEUE = new IndexModel(
            Indexes.ascending("dueAt"),
            new IndexOptions().name("queue").partialFilterExpression(Filters.exists("dueAt")));
    private static final IndexModel BY_STATUS = new IndexModel(
            Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("finishedAt")),
            new IndexOptions().name("status"));
    private static final List<Status> ENDS =
            Arrays.stream(Status.values()).filter(Status::isFinal).toList();

    private final AggregateStore<Mail> store;
    private final MongoOperations mongo;

    Mails(AggregateStores stores, MongoOperations mongo) {
        this.store = stores.keep(Mail.class, new Publication<>("mail.v1", MailMessage::of), QUEUE, BY_STATUS);
        this.mongo = mongo;
    }

    /** @return how many of them were new */
    public int add(List<Change<Mail, MailEvent>> asked) {
        return store.insertAll(asked).size();
    }

    public Optional<Mail> find(UUID id) {
        return store.find(id);
    }

    /**
     * What the queue should look at now, the longest due first: mails that wait, and mails whose lease has run out.
     *
     * @param resting owners that do not answer at the moment
     */
    public List<UUID> due(Instant now, Collection<String> resting, int limit) {
        var criteria = where("dueAt").lte(now);
        if (!resting.isEmpty()) {
            criteria = criteria.and("request.owner").nin(resting);
        }
        var query = Query.query(criteria).with(Sort.by("dueAt")).limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, "mails").stream()
                .map(found -> found.get("_id", UUID.class))
                .toList();
    }

    /**
     * Takes mails for one sender. The version rises with it, so that whoever held them before can no longer save.
     *
     * @return those that nobody else has taken meanwhile
     */
    public List<Mail> lease(List<UUID> ids, UUID lease, Instant now, Instant until) {
        var free = Query.query(where("_id").in(ids).and("dueAt").lte(now));
        var taken = mongo.updateMulti(
                free, new Update().set("lease", lease).set("dueAt", until).inc("version", 1), Mail.class);
        return taken.getModifiedCount() == 0 ? List.of() : leased(ids, lease);
    }

    /** Leaves a live sender its mails for longer. */
    public void renew(Collection<UUID> leases, Collection<UUID> ids, Instant until) {
        var held = Query.query(where("_id").in(ids).and("lease").in(leases));
        mongo.updateMulti(held, new Update().set("dueAt", until), Mail.class);
    }

    /**
     * Says of leased mails, before the mail server hears of them, that it may have them.
     *
     * @return those that the lease still holds
     */
    public List<Mail> markSending(List<Mail> mails, UUID lease, Instant until) {
        var ids = mails.stream().map(Mail::id).toList();
        var marked = mongo.updateMulti(
                Query.query(where("_id")
                        .in(ids)
                        .and("lease")
                        .is(lease)
                        .and("status")
                        .in(Status.QUEUED, Status.DEFERRED)),
                new Update().set("status", Status.SENDING).set("dueAt", until).inc("version", 1),
                Mail.class);
        if (marked.getModifiedCount() == mails.size()) {
            return mails.stream().map(mail -> mail.sending(until)).toList();
        }
        return leased(ids, lease).stream()
                .filter(mail -> mail.status() == Status.SENDING)
                .toList();
    }

    private List<Mail> leased(Collection<UUID> ids, UUID lease) {
        return store.findAll(Query.query(where("_id").in(ids).and("lease").is(lease)));
    }

    /** @return those that were saved; missing are mails that somebody else has changed meanwhile */
    public List<Mail> save(List<Change<Mail, MailEvent>> changes) {
        return store.saveAll(changes);
    }

    /**
     * Puts a mail back to the front of the queue because staff ask for it.
     *
     * @throws MailRefusal if it is sent or on its way
     */
    public Optional<Mail> tryAgain(UUID id, Instant now) {
        return store.change(id, mail -> Optional.of(mail.tryAgain(now)));
    }

    /**
     * Takes note that a mail has come back.
     *
     * @return the mail as it is now; empty if there is none
     */
    public Optional<Mail> cameBack(UUID id, Trouble trouble, Instant now) {
        return store.change(id, mail -> mail.cameBack(trouble, now));
    }

    public Map<Status, Long> counts() {
        var counts = new EnumMap<Status, Long>(Status.class);
        for (var status : Status.values()) {
            counts.put(status, store.count(Query.query(where("status").is(status))));
        }
        return counts;
    }

    /** Mails that are in trouble, the latest first. */
    public List<Mail> inTrouble(Status status, int skip, int limit) {
        var criteria = where("status").is(status);
        if (!status.isFinal()) {
            criteria = criteria.and("trouble").exists(true);
        }
        return store.findAll(Query.query(criteria)
                .with(Sort.by(Sort.Direction.DESC, "finishedAt"))
                .skip(skip)
                .limit(limit));
    }

    /** @return how many were deleted */
    long deleteFinishedBefore(Instant then, int limit) {
        var old = Query.query(new Criteria()
                        .andOperator(
                                where("status").in(ENDS), where("finishedAt").lt(then)))
                .limit(limit);
        var ids = store.findAll(old).stream().map(Mail::id).toList();
        return ids.isEmpty() ? 0 : store.delete(ids);
    }
}
