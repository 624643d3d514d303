package org.clarion.petitions.petition;

import java.time.Instant;
import java.util.Collection;
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
import org.clarion.petitions.petition.Petition.Status;
import org.springframework.stereotype.Repository;

/** All petitions. */
@Repository
public class Petitions {

    private static final Set<Status> LISTED = Set.of(Status.OPEN, Status.CLOSED);

    private final ActionStore<Petition> store;

    Petitions(ActionStores stores) {
        this.store = stores.keep(
                Petition.class,
                new Publication<>("petition.v1", PetitionEntry::of),
                new Closing<>(Set.of(Status.OPEN), Petition::closeInTime));
    }

    /** A petition that everybody may see, as it was some seconds ago at most. */
    public Optional<Petition> published(String slug) {
        return store.published(slug);
    }

    /** As {@link #published(String)}; drafts too. */
    public Optional<Petition> remembered(UUID id) {
        return store.remembered(id);
    }

    /** As {@link #remembered(UUID)}, with one look at the store for all that are not in memory. */
    public Map<UUID, Petition> remembered(Collection<UUID> ids) {
        return store.remembered(ids);
    }

    /** Open and closed ones, the newest first, as they were some seconds ago at most. */
    public List<Petition> listed() {
        return store.listed(LISTED);
    }

    /** Of all there are, whatever their state. */
    public List<UUID> ids() {
        return store.ids();
    }

    /** Those that were archived then or before. */
    public List<Petition> archivedUntil(Instant then) {
        return store.in(Set.of(Status.ARCHIVED)).stream()
                .filter(petition ->
                        petition.archivedAt().filter(at -> !at.isAfter(then)).isPresent())
                .toList();
    }

    /** As it stands now; drafts too. */
    public Petition find(UUID id) {
        return store.find(id);
    }

    /** Those with one of these states, the newest first. */
    List<Petition> in(Collection<Status> states) {
        return store.in(states);
    }

    Petition add(Change<Petition, PetitionEvent> draft) {
        return store.add(draft);
    }

    Petition change(UUID id, Function<Petition, Optional<? extends Change<Petition, ?>>> decision) {
        return store.change(id, decision);
    }

    /** @param seen the version that the editor had before them: what another has changed since is not overwritten */
    Petition change(UUID id, long seen, Function<Petition, Change<Petition, PetitionEvent>> decision) {
        return store.change(id, seen, decision);
    }
}
