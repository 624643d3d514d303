package org.clarion.registrations.gathering;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clarion.actions.store.ActionStore;
import org.clarion.actions.store.ActionStores;
import org.clarion.actions.store.Closing;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.clarion.registrations.gathering.Gathering.Status;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All gatherings. */
@Repository
public class Gatherings {

    private static final Set<Status> ON = Set.of(Status.OPEN, Status.CLOSED);
    private static final Set<Status> ON_OR_PAST = Set.of(Status.OPEN, Status.CLOSED, Status.PAST);
    private static final Set<Status> CALLED_OFF = Set.of(Status.CANCELLED);
    private static final Set<Status> ANNOUNCED = Set.of(Status.OPEN, Status.CLOSED, Status.PAST, Status.CANCELLED);

    private final ActionStore<Gathering> store;
    private final MongoOperations mongo;

    Gatherings(ActionStores stores, MongoOperations mongo) {
        this.mongo = mongo;
        this.store = stores.keep(
                Gathering.class,
                new Publication<>("gathering.v1", GatheringEntry::of),
                new Closing<>(Set.of(Status.OPEN), Gathering::closeInTime));
    }

    /** A gathering that everybody may see who knows its address, as it was some seconds ago at most. */
    public Optional<Gathering> published(String slug) {
        return store.published(slug);
    }

    /** As {@link #published(String)}; drafts too. */
    public Optional<Gathering> remembered(UUID id) {
        return store.remembered(id);
    }

    /** As {@link #remembered(UUID)}, with one look at the store for all that are not in memory. */
    public Map<UUID, Gathering> remembered(Collection<UUID> ids) {
        return store.remembered(ids);
    }

    /** Of all there are, whatever their state. */
    public List<UUID> ids() {
        return store.ids();
    }

    /** What everybody may find, as it was some seconds ago at most: what is on, what is past and what was cancelled. */
    public List<Gathering> listed() {
        return store.listed(ANNOUNCED).stream().filter(Gathering::isListed).toList();
    }

    /** What still takes place, or has ended since then, as it was some seconds ago at most. */
    public List<Gathering> onOrPastSince(Instant then) {
        return store.listed(ON_OR_PAST).stream()
                .filter(each -> each.endsAt() != null && !each.endsAt().isBefore(then))
                .toList();
    }

    /** What was cancelled and would still take place, as it was some seconds ago at most. */
    public List<Gathering> calledOff(Instant now) {
        return store.listed(CALLED_OFF).stream()
                .filter(each -> each.endsAt() != null && now.isBefore(each.endsAt()))
                .toList();
    }

    /** As it stands now; drafts too. */
    public Gathering find(UUID id) {
        return store.find(id);
    }

    /** All, drafts too, the newest first. */
    public List<Gathering> all() {
        return store.in(EnumSet.allOf(Status.class));
    }

    /** The pictures that any of them shows, drafts too. */
    public List<String> pictures() {
        return mongo.findDistinct(new Query(), "programme.speakers.picture", Gathering.class, String.class);
    }

    List<UUID> dueToEnd(Instant now) {
        return store.due("endsAt", ON, now);
    }

    Gathering add(Change<Gathering, GatheringEvent> draft) {
        return store.add(draft);
    }

    Gathering change(UUID id, Function<Gathering, Optional<? extends Change<Gathering, ?>>> decision) {
        return store.change(id, decision);
    }

    /** @param seen the version that the editor had before them: what another has changed since is not overwritten */
    Gathering change(UUID id, long seen, Function<Gathering, ? extends Change<Gathering, ?>> decision) {
        return store.change(id, seen, decision);
    }
}
