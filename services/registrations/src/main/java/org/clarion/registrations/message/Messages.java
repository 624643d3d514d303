package org.clarion.registrations.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.registrations.registration.StaffWords;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All messages. No topic tells of them: a change is one guarded write of one document, and nothing else. */
@Repository
class Messages implements StaffWords {

    private static final int TRIES = 8;
    private static final int MOST = 500;

    private final MongoOperations mongo;
    /** What has left changes no more; many ask for it at the same time. */
    private final Cache<UUID, Words> left =
            Caffeine.newBuilder().maximumSize(50).executor(Runnable::run).build();

    private volatile boolean indexed;

    Messages(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Keeps a new one; a second press of the same button finds it there. */
    void add(Message message) {
        ensureIndexes();
        try {
            mongo.insert(message);
        } catch (DuplicateKeyException e) {
            find(message.gathering(), message.id());
        }
    }

    Message find(UUID gathering, UUID id) {
        return Optional.ofNullable(mongo.findById(id, Message.class))
                .filter(message -> message.gathering().equals(gathering))
                .orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
    }

    /** The newest first. */
    List<Message> of(UUID gathering) {
        return mongo.find(
                Query.query(where("gathering").is(gathering))
                        .with(Sort.by(Sort.Direction.DESC, "_id"))
                        .limit(MOST),
                Message.class);
    }

    List<Message> due(Instant now) {
        ensureIndexes();
        return mongo.find(Query.query(where("dueAt").lte(now)).limit(MOST), Message.class);
    }

    /** Decides on the state that was read, and again where somebody else was quicker. */
    Message change(Message read, Function<Message, Optional<Message>> decision) {
        var current = read;
        for (int i = 0; i < TRIES; i++) {
            var next = decision.apply(current);
            if (next.isEmpty()) {
                return current;
            }
            var asRead =
                    Query.query(where("_id").is(current.id()).and("version").is(current.version()));
            if (mongo.replace(asRead, next.get()).getMatchedCount() == 1) {
                return next.get();
            }
            current = find(read.gathering(), read.id());
        }
        throw new OptimisticLockingFailureException(read.id() + " changes too fast");
    }

    @Override
    public Optional<Words> find(UUID message) {
        return Optional.ofNullable(left.get(message, this::read));
    }

    private @Nullable Words read(UUID message) {
        var found = mongo.findById(message, Message.class);
        return found == null || !found.hasLeft() ? null : new Words(found.group(), found.subject(), found.text());
    }

    private void ensureIndexes() {
        if (!indexed) {
            var all = mongo.indexOps(Message.class);
            all.createIndex(new Index("dueAt", Sort.Direction.ASC).named("due").sparse());
            all.createIndex(new Index("gathering", Sort.Direction.ASC).named("gathering"));
            indexed = true;
        }
    }
}
