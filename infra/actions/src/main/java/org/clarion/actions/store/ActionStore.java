package org.clarion.actions.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.Change;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * All actions of one kind. What everybody sees is read through a small copy in memory that is a few seconds old at most, so
 * that a rush of supporters does not load the same document again and again.
 */
public final class ActionStore<A extends Action> {

    /** How many actions a list holds at the most, and how many are closed in one look. */
    public static final int MOST_AT_ONCE = 500;

    private final AggregateStore<A> store;
    private final Closing<A> closing;
    private final Cache<String, Optional<A>> bySlug;
    private final Cache<UUID, Optional<A>> byId;
    private final Cache<Set<?>, List<A>> lists;

    ActionStore(AggregateStore<A> store, Closing<A> closing, ActionSettings memory) {
        this.store = store;
        this.closing = closing;
        this.bySlug = cache(memory);
        this.byId = cache(memory);
        this.lists = cache(memory);
    }

    private static <K, V> Cache<K, V> cache(ActionSettings memory) {
        return Caffeine.newBuilder()
                .maximumSize(memory.remembered())
                .expireAfterWrite(memory.rememberedFor())
                .executor(Runnable::run)
                .build();
    }

    /** An action that everybody may see, as it was some seconds ago at most. */
    public Optional<A> published(String slug) {
        return bySlug.get(
                        slug,
                        wanted -> store.find(Query.query(Criteria.where("slug").is(wanted))))
                .filter(Action::isPublic);
    }

    /** As {@link #published(String)}; those that nobody may see too. */
    public Optional<A> remembered(UUID id) {
        return byId.get(id, store::find);
    }

    /** As {@link #remembered(UUID)}, with one look at the store for all that are not in memory. */
    public Map<UUID, A> remembered(Collection<UUID> ids) {
        var found = new HashMap<UUID, A>();
        byId.getAll(ids, missing -> {
                    var loaded = new HashMap<UUID, Optional<A>>();
                    missing.forEach(id -> loaded.put(id, Optional.empty()));
                    store.findAll(List.copyOf(missing)).forEach(each -> loaded.put(each.id(), Optional.of(each)));
                    return loaded;
                })
                .forEach((id, action) -> action.ifPresent(each -> found.put(id, each)));
        return found;
    }

    /** As {@link #in}, as they were some seconds ago at most. */
    public List<A> listed(Set<? extends Enum<?>> states) {
        return lists.get(states, wanted -> in(states));
    }

    /** As it stands now; those that nobody may see too. */
    public A find(UUID id) {
        return store.find(id).orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
    }

    /** Those with one of these states, the newest first. */
    public List<A> in(Collection<? extends Enum<?>> states) {
        return store.findAll(Query.query(Criteria.where("status").in(names(states)))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(MOST_AT_ONCE));
    }

    /** Of all there are, whatever their state. */
    public List<UUID> ids() {
        return store.ids(Filters.empty(), Sorts.ascending("_id"), Integer.MAX_VALUE);
    }

    /** Those whose closing time has come, {@link #MOST_AT_ONCE} at the most. */
    List<UUID> dueToClose(Instant now) {
        return due("closesAt", closing.from(), now);
    }

    /**
     * Those with one of these states for which a time has come, the longest ago first, {@link #MOST_AT_ONCE} at the most.
     *
     * @param time the field that holds it
     */
    public List<UUID> due(String time, Collection<? extends Enum<?>> states, Instant now) {
        return store.ids(
                Filters.and(Filters.in("status", names(states)), Filters.lte(time, Date.from(now))),
                Sorts.ascending(time),
                MOST_AT_ONCE);
    }

    void closeInTime(UUID id, Instant now) {
        change(id, action -> closing.decision().apply(action, now));
    }

    private static List<String> names(Collection<? extends Enum<?>> states) {
        return states.stream().<String>map(Enum::name).toList();
    }

    /** Saves a new one; its name in addresses must be its own. */
    public A add(Change<A, ?> first) {
        return refusingTakenSlugs(() -> store.save(first));
    }

    /** As {@link AggregateStore#change(UUID, Function)}; in this instance everybody sees it at once. */
    public A change(UUID id, Function<A, Optional<? extends Change<A, ?>>> decision) {
        var changed = refusingTakenSlugs(() -> store.change(id, decision));
        changed.ifPresent(action -> bySlug.invalidate(action.slug()));
        byId.invalidate(id);
        lists.invalidateAll();
        return changed.orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
    }

    /** @param seen the version that the editor had before them: what another has changed since is not overwritten */
    public A change(UUID id, long seen, Function<A, ? extends Change<A, ?>> decision) {
        return change(id, action -> {
            if (action.version() != seen) {
                throw new ActionRefusal(Reason.CHANGED_MEANWHILE);
            }
            return Optional.of(decision.apply(action));
        });
    }

    private <T> T refusingTakenSlugs(Supplier<T> save) {
        try {
            return save.get();
        } catch (DuplicateKeyException e) {
            throw new ActionRefusal(Reason.SLUG_TAKEN);
        }
    }
}
