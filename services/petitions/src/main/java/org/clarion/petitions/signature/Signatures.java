package org.clarion.petitions.signature;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clarion.actions.consent.Consented;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.clarion.petitions.signature.Signature.Status;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All signatures. */
@Repository
class Signatures {

    private static final String EXPIRES = "expiresAt";
    private static final String ANSWERED = "mails.answeredAt";

    private final AggregateStore<Signature> store;

    Signatures(AggregateStores stores) {
        this.store = stores.keep(
                Signature.class,
                new Publication<>("signature.v1", SignatureMessage::of),
                // Sparse: a forgotten signature has no signer and stands in nobody's way.
                new IndexModel(
                        Indexes.ascending("signer"),
                        new IndexOptions().name("signer").unique(true).sparse(true)),
                // Sparse: a confirmed signature is not in it.
                new IndexModel(
                        Indexes.ascending(EXPIRES),
                        new IndexOptions().name("expiry").sparse(true)),
                // Sparse: most requests have no id, and none keeps it for long.
                new IndexModel(
                        Indexes.ascending(ANSWERED),
                        new IndexOptions().name("requests").sparse(true)),
                Consented.index());
    }

    /** @throws org.springframework.dao.DuplicateKeyException if this supporter's signature is there already */
    Signature add(Change<Signature, SignatureEvent> first) {
        return store.save(first);
    }

    Optional<Signature> find(UUID id) {
        return store.find(id);
    }

    /** Those that are not there are missing. */
    Map<UUID, Signature> byId(Collection<UUID> ids) {
        return store.byId(ids);
    }

    /** Of these signers, the newest first. */
    List<Signature> ofSigners(Collection<UUID> signers) {
        return store.findAll(
                Query.query(Criteria.where("signer").in(signers)).with(Sort.by(Sort.Direction.DESC, "_id")));
    }

    Optional<Signature> ofSigner(Collection<UUID> signers) {
        return store.find(Query.query(Criteria.where("signer").in(signers)));
    }

    /** Those whose signers said yes to something once, and can be written to; the newest first. To be closed. */
    Stream<Signature> consented() {
        return store.stream(Consented.who(Criteria.where("details.by").exists(true)));
    }

    Optional<Signature> change(UUID id, Function<Signature, Optional<? extends Change<Signature, ?>>> decision) {
        return store.change(id, decision);
    }

    /** As {@link #change(UUID, Function)}, for a state that has just been read. */
    Optional<Signature> change(
            Signature current, Function<Signature, Optional<? extends Change<Signature, ?>>> decision) {
        return store.change(current, decision);
    }

    List<UUID> dueToExpire(Instant now, int limit) {
        return store.ids(
                Filters.and(Filters.lte(EXPIRES, Date.from(now)), Filters.ne("status", Status.EXPIRED.name())),
                Sorts.ascending(EXPIRES),
                limit);
    }

    List<UUID> expired(int limit) {
        return store.deletable(
                Filters.and(Filters.exists(EXPIRES), Filters.eq("status", Status.EXPIRED.name())),
                Sorts.ascending(EXPIRES),
                limit);
    }

    /**
     * Those under one of these petitions that still lead to a person.
     *
     * @param after goes on behind this one
     */
    List<UUID> rememberedUnder(Collection<UUID> petitions, UUID after, int limit) {
        return petitions.isEmpty()
                ? List.of()
                : store.ids(
                        Filters.and(
                                Filters.gt("_id", after),
                                Filters.in("petition", petitions),
                                Filters.exists("supporter")),
                        Sorts.ascending("_id"),
                        limit);
    }

    List<UUID> rememberingRequests(Instant answeredUntil, int limit) {
        return store.ids(Filters.lte(ANSWERED, Date.from(answeredUntil)), Sorts.ascending(ANSWERED), limit);
    }

    /** @return how many are gone; those whose last events still wait stay for the next time */
    long delete(Collection<UUID> ids) {
        return store.delete(ids);
    }
}
