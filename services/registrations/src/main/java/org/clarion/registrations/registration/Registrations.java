package org.clarion.registrations.registration;

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
import org.bson.conversions.Bson;
import org.clarion.actions.consent.Consented;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.registration.Registration.Status;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All registrations. */
@Repository
class Registrations {

    private static final String EXPIRES = "expiresAt";
    private static final String ANSWERED = "mails.answeredAt";
    private static final String KEPT = "keptUntil";
    private static final String UNDECIDED = "undecidedSince";
    private static final List<String> TOLD =
            List.of(Status.IN_APPROVAL.name(), Status.WAITING.name(), Status.OFFERED.name(), Status.CONFIRMED.name());

    private final AggregateStore<Registration> store;

    Registrations(AggregateStores stores) {
        this.store = stores.keep(
                Registration.class,
                new Publication<>("registration.v1", RegistrationMessage::of),
                // Sparse: a forgotten registration, and a guest whom staff let in, has no registrant and stands in
                // nobody's way.
                unique("registrant", Indexes.ascending("registrant")),
                unique("invitation", Indexes.ascending("invitation")),
                new IndexModel(
                        Indexes.ascending("gathering", "code"),
                        new IndexOptions().name("code").unique(true)),
                // At the door a code comes without its gathering.
                new IndexModel(Indexes.ascending("code"), new IndexOptions().name("door")),
                // Sparse: about most registrations something is decided within a second.
                sparse("undecided", UNDECIDED),
                // Sparse: a confirmed registration is not in it.
                sparse("expiry", EXPIRES),
                // Sparse: what has been forgotten is not in it.
                sparse("kept", KEPT),
                sparse("requests", ANSWERED),
                Consented.index());
    }

    private static IndexModel unique(String name, Bson fields) {
        return new IndexModel(fields, new IndexOptions().name(name).unique(true).sparse(true));
    }

    private static IndexModel sparse(String name, String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().name(name).sparse(true));
    }

    /** @throws org.springframework.dao.DuplicateKeyException if this supporter is there already, or the code or invitation is taken */
    Registration add(Change<Registration, RegistrationEvent> first) {
        return store.save(first);
    }

    Optional<Registration> find(UUID id) {
        return store.find(id);
    }

    /** Those that are not there are missing. */
    Map<UUID, Registration> byId(Collection<UUID> ids) {
        return store.byId(ids);
    }

    /** Of these registrants, the newest first. */
    List<Registration> ofRegistrants(Collection<UUID> registrants) {
        return store.findAll(
                Query.query(Criteria.where("registrant").in(registrants)).with(Sort.by(Sort.Direction.DESC, "_id")));
    }

    Optional<Registration> ofRegistrant(Collection<UUID> registrants) {
        return store.find(Query.query(Criteria.where("registrant").in(registrants)));
    }

    /**
     * Those whose owners said yes to something once, can be written to, and are known to be who they are; the newest first. To be
     * closed.
     */
    Stream<Registration> consented() {
        return store.stream(Consented.who(Criteria.where("status")
                .ne(Status.AWAITING_CONFIRMATION)
                .and("details.by.email")
                .exists(true)));
    }

    /** All of a gathering, the first to register first. */
    List<Registration> of(UUID gathering) {
        return store.findAll(
                Query.query(Criteria.where("gathering").is(gathering)).with(Sort.by("_id")));
    }

    /** At most one for each gathering. */
    List<Registration> withCode(String code) {
        return store.findAll(Query.query(Criteria.where("code").is(code)));
    }

    /** Whoever has used it up; none or one. */
    Optional<Registration> withInvitation(UUID invitation) {
        return store.find(Query.query(Criteria.where("invitation").is(invitation)));
    }

    Optional<Registration> change(
            UUID id, Function<Registration, Optional<? extends Change<Registration, ?>>> decision) {
        return store.change(id, decision);
    }

    /** As {@link #change(UUID, Function)}, for a state that has just been read. */
    Optional<Registration> change(
            Registration current, Function<Registration, Optional<? extends Change<Registration, ?>>> decision) {
        return store.change(current, decision);
    }

    /**
     * Saves many changes at once.
     *
     * @return the states that were saved; missing are those that somebody else has changed meanwhile
     */
    List<Registration> saveAll(List<? extends Change<Registration, ?>> changes) {
        return store.saveAll(changes);
    }

    /** Applications that wait for staff, in the order in which they came. */
    List<Registration> toDecide(UUID gathering, int limit) {
        return store.findAll(Query.query(
                        Criteria.where("gathering").is(gathering).and("status").is(Status.IN_APPROVAL))
                .with(Sort.by("_id"))
                .limit(limit));
    }

    /** Applications about which staff have decided so, in the order in which they came. */
    List<Registration> decided(UUID gathering, Appraisal.Verdict verdict, int limit) {
        return store.findAll(Query.query(Criteria.where("gathering")
                        .is(gathering)
                        .and("details.appraisal.ruling.verdict")
                        .is(verdict)
                        .and("status")
                        .ne(Status.IN_APPROVAL))
                .with(Sort.by("_id"))
                .limit(limit));
    }

    long count(UUID gathering, Group group) {
        return store.count(Query.query(members(gathering, group)));
    }

    List<UUID> toBeWritten(UUID gathering, Group group, String cause, Instant before, int limit) {
        return store.ids(
                members(gathering, group)
                        .and("confirmedAt")
                        .lte(before)
                        .and("told")
                        .ne(cause)
                        .getCriteriaObject(),
                Sorts.ascending("_id"),
                limit);
    }

    long written(UUID gathering, String cause) {
        return store.count(Query.query(
                Criteria.where("gathering").is(gathering).and("told").is(cause)));
    }

    private static Criteria members(UUID gathering, Group group) {
        var members = Criteria.where("gathering")
                .is(gathering)
                .and("status")
                .in(group.kind().states())
                .and("supporter") // guests at the door have none, and whoever was forgotten
                .exists(true);
        return group.session() == 0
                ? members
                : members.and("seat.wish.sessions").is(group.session());
    }

    /** Those who had a place before the cause was due and have not been told. */
    List<UUID> toBeTold(UUID gathering, Notices.Cause cause, int limit) {
        var all = Filters.and(
                Filters.eq("gathering", gathering),
                Filters.eq("status", Status.CONFIRMED.name()),
                Filters.exists("supporter"),
                Filters.in(
                        "seat.wish.mode", cause.modes().stream().map(Mode::name).toList()),
                Filters.lte("placedAt", Date.from(cause.due())),
                Filters.ne("told", cause.name()));
        return store.ids(
                cause.session() == 0 ? all : Filters.and(all, Filters.eq("seat.wish.sessions", cause.session())),
                Sorts.ascending("_id"),
                limit);
    }

    /** Those who want to come and do not know of the newest edition. */
    List<UUID> behind(UUID gathering, int edition, int limit) {
        return store.ids(
                Filters.and(
                        Filters.eq("gathering", gathering),
                        Filters.in("status", TOLD),
                        Filters.exists("supporter"),
                        Filters.lt("edition", edition)),
                Sorts.ascending("_id"),
                limit);
    }

    List<UUID> undecidedSince(Instant then, int limit) {
        return store.ids(Filters.lte(UNDECIDED, Date.from(then)), Sorts.ascending(UNDECIDED), limit);
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

    List<UUID> dueToForget(Instant now, int limit) {
        return store.ids(Filters.lte(KEPT, Date.from(now)), Sorts.ascending(KEPT), limit);
    }

    List<UUID> rememberingRequests(Instant answeredUntil, int limit) {
        return store.ids(Filters.lte(ANSWERED, Date.from(answeredUntil)), Sorts.ascending(ANSWERED), limit);
    }

    /** @return how many are gone; those whose last events still wait stay for the next time */
    long delete(Collection<UUID> ids) {
        return store.delete(ids);
    }
}
