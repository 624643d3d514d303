package org.clarion.letters.action;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clarion.letters.action.LetterAction.Status;
import org.clarion.letters.action.LetterActionRefusal.Reason;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All letter actions. What everybody sees is read through a small copy in memory that is a few seconds old at most. */
@Repository
public class LetterActions {

    private static final int MOST_LISTED = 500;
    private static final Set<Status> LISTED = Set.of(Status.OPEN, Status.PAUSED, Status.CLOSED);
    private static final Set<Status> CLOSED_BY_TIME = Set.of(Status.OPEN, Status.PAUSED);

    private final AggregateStore<LetterAction> store;
    private final Cache<String, Optional<LetterAction>> bySlug;
    private final Cache<UUID, Optional<LetterAction>> byId;
    private final Cache<Set<Status>, List<LetterAction>> lists;

    LetterActions(AggregateStores stores, LetterActionSettings settings) {
        this.store = stores.keep(
                LetterAction.class,
                new Publication<>("letter-action.v1", LetterActionEntry::of),
                new IndexModel(
                        Indexes.ascending("slug"),
                        new IndexOptions().name("slug").unique(true)),
                new IndexModel(Indexes.ascending("status"), new IndexOptions().name("status")));
        this.bySlug = memory(settings);
        this.byId = memory(settings);
        this.lists = memory(settings);
    }

    private static <K, V> Cache<K, V> memory(LetterActionSettings settings) {
        return Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(settings.rememberedFor())
                .executor(Runnable::run)
                .build();
    }

    /** An action that everybody may see who knows its address, as it was some seconds ago at most. */
    public Optional<LetterAction> published(String slug) {
        return bySlug.get(
                        slug,
                        wanted -> store.find(Query.query(Criteria.where("slug").is(wanted))))
                .filter(LetterAction::isPublic);
    }

    /** As it stands now; drafts too. */
    public Optional<LetterAction> find(UUID id) {
        return store.find(id);
    }

    /** As {@link #published(String)}; drafts too. */
    public Optional<LetterAction> remembered(UUID id) {
        return byId.get(id, store::find);
    }

    /** As {@link #remembered(UUID)}, with one look at the store for all that are not in memory. */
    public Map<UUID, LetterAction> remembered(Set<UUID> ids) {
        var found = new HashMap<UUID, LetterAction>();
        byId.getAll(ids, missing -> {
                    var loaded = new HashMap<UUID, Optional<LetterAction>>();
                    missing.forEach(id -> loaded.put(id, Optional.empty()));
                    store.findAll(List.copyOf(missing)).forEach(each -> loaded.put(each.id(), Optional.of(each)));
                    return loaded;
                })
                .forEach((id, action) -> action.ifPresent(each -> found.put(id, each)));
        return found;
    }

    /** Open, paused and closed ones that are not tried out, the newest first, as they were some seconds ago at most. */
    public List<LetterAction> listed() {
        return lists.get(
                LISTED,
                states -> in(states).stream().filter(action -> !action.isTest()).toList());
    }

    /** Those with one of these states, the newest first. */
    List<LetterAction> in(Collection<Status> states) {
        return store.findAll(Query.query(Criteria.where("status").in(states))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(MOST_LISTED));
    }

    List<LetterAction> dueToClose(Instant now) {
        return store.findAll(Query.query(
                Criteria.where("status").in(CLOSED_BY_TIME).and("closesAt").lte(now)));
    }

    LetterAction add(Change<LetterAction, LetterActionEvent> draft) {
        return refusingTakenSlugs(() -> store.save(draft));
    }

    LetterAction change(UUID id, Function<LetterAction, Optional<? extends Change<LetterAction, ?>>> decision) {
        var changed = refusingTakenSlugs(() -> store.change(id, decision))
                .orElseThrow(() -> new LetterActionRefusal(Reason.UNKNOWN));
        bySlug.invalidate(changed.slug());
        byId.invalidate(id);
        lists.invalidateAll();
        return changed;
    }

    private static <T> T refusingTakenSlugs(Supplier<T> save) {
        try {
            return save.get();
        } catch (DuplicateKeyException e) {
            throw new LetterActionRefusal(Reason.SLUG_TAKEN);
        }
    }
}
