package org.clarion.petitions.signature;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.clarion.petitions.signature.Signature.Status;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All signatures. */
@Repository
class Signatures {

    private final AggregateStore<Signature> store;
    private final MongoOperations mongo;

    Signatures(AggregateStores stores, MongoOperations mongo) {
        this.mongo = mongo;
        this.store = stores.keep(
                Signature.class,
                new Publication<>("signature.v1", SignatureMessage::of),
                // Sparse: a forgotten signature has no signer and stands in nobody's way.
                new IndexModel(
                        Indexes.ascending("signer"),
                        new IndexOptions().name("signer").unique(true).sparse(true)),
                // Sparse: a confirmed signature is not in it.
                new IndexModel(
                        Indexes.ascending("expiresAt"),
                        new IndexOptions().name("expiry").sparse(true)));
    }

    /** @throws org.springframework.dao.DuplicateKeyException if this supporter's signature is there already */
    Signature add(Change<Signature, SignatureEvent> first) {
        return store.save(first);
    }

    Optional<Signature> find(UUID id) {
        return store.find(id);
    }

    List<Signature> findAll(Collection<UUID> ids) {
        return store.findAll(ids);
    }

    Optional<Signature> ofSigner(Collection<UUID> signers) {
        return store.find(Query.query(Criteria.where("signer").in(signers)));
    }

    Optional<Signature> change(UUID id, Function<Signature, Optional<? extends Change<Signature, ?>>> decision) {
        return store.change(id, decision);
    }

    /** As {@link #change(UUID, Function)}, for a state that has just been read: mostly one trip to the store instead of two. */
    Optional<Signature> change(
            Signature current, Function<Signature, Optional<? extends Change<Signature, ?>>> decision) {
        var change = decision.apply(current);
        if (change.isEmpty()) {
            return Optional.of(current);
        }
        try {
            return Optional.of(store.save(change.get()));
        } catch (OptimisticLockingFailureException e) {
            return store.change(current.id(), decision);
        }
    }

    /** Ids only: a document that cannot be read must not hide those that can. */
    List<UUID> dueToExpire(Instant now, int limit) {
        return ids(
                Filters.and(Filters.lte("expiresAt", Date.from(now)), Filters.ne("status", Status.EXPIRED.name())),
                limit);
    }

    List<UUID> expired(int limit) {
        return ids(
                Filters.and(
                        Filters.exists("expiresAt"),
                        Filters.eq("status", Status.EXPIRED.name()),
                        Filters.exists("outAt", false)),
                limit);
    }

    private List<UUID> ids(org.bson.conversions.Bson filter, int limit) {
        return mongo.execute(
                Signature.class,
                collection -> collection
                        .find(filter)
                        .projection(Projections.include("_id"))
                        .sort(Sorts.ascending("expiresAt"))
                        .limit(limit)
                        .map(document -> document.get("_id", UUID.class))
                        .into(new ArrayList<>()));
    }

    /** @return how many are gone; those whose last events still wait stay for the next time */
    long delete(Collection<UUID> ids) {
        return store.delete(ids);
    }
}
