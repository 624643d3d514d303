package org.clarion.letters.action;

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
import org.clarion.letters.action.LetterAction.Status;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.springframework.stereotype.Repository;

/** All letter actions. */
@Repository
public class LetterActions {

    private static final Set<Status> LISTED = Set.of(Status.OPEN, Status.PAUSED, Status.CLOSED);

    private final ActionStore<LetterAction> store;

    LetterActions(ActionStores stores) {
        this.store = stores.keep(
                LetterAction.class,
                new Publication<>("letter-action.v1", LetterActionEntry::of),
                new Closing<>(Set.of(Status.OPEN, Status.PAUSED), LetterAction::closeInTime));
    }

    /** An action that everybody may see who knows its address, as it was some seconds ago at most. */
    public Optional<LetterAction> published(String slug) {
        return store.published(slug);
    }

    /** As it stands now; drafts too. */
    public LetterAction find(UUID id) {
        return store.find(id);
    }

    /** As {@link #published(String)}; drafts too. */
    public Optional<LetterAction> remembered(UUID id) {
        return store.remembered(id);
    }

    /** As {@link #remembered(UUID)}, with one look at the store for all that are not in memory. */
    public Map<UUID, LetterAction> remembered(Set<UUID> ids) {
        return store.remembered(ids);
    }

    /** Of all there are, whatever their state. */
    public List<UUID> ids() {
        return store.ids();
    }

    /** Open, paused and closed ones that are not tried out, the newest first, as they were some seconds ago at most. */
    public List<LetterAction> listed() {
        return store.listed(LISTED).stream().filter(action -> !action.isTest()).toList();
    }

    /** Those with one of these states, the newest first. */
    List<LetterAction> in(Collection<Status> states) {
        return store.in(states);
    }

    LetterAction add(Change<LetterAction, LetterActionEvent> draft) {
        return store.add(draft);
    }

    LetterAction change(UUID id, Function<LetterAction, Optional<? extends Change<LetterAction, ?>>> decision) {
        return store.change(id, decision);
    }

    /** @param seen the version that the editor had before them: what another has changed since is not overwritten */
    LetterAction change(UUID id, long seen, Function<LetterAction, Change<LetterAction, LetterActionEvent>> decision) {
        return store.change(id, seen, decision);
    }
}
