package org.clarion.petitions.petition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
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
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.clarion.petitions.petition.Petition.Status;
import org.clarion.petitions.petition.PetitionRefusal.Reason;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * All petitions. What everybody sees is read through a small copy in memory that is a few seconds old at most, so that
 * a rush of supporters does not load the same document again and again.
 */
@Repository
public class Petitions {

    static final int MOST_AT_ONCE = 500;
    private static final Set<Status> LISTED = Set.of(Status.OPEN, Status.CLOSED);

    private final AggregateStore<Petition> store;
    private final Cache<String, Optional<Petition>> bySlug;
    private final Cache<UUID, Optional<Petition>> byId;
    private final Cache<Set<Status>, List<Petition>> lists;

    Petitions(AggregateStores stores, PetitionSettings settings) {
        this.store = stores.keep(
                Petition.class,
                new Publication<>("petition.v1", PetitionEntry::of),
                new IndexModel(
                        Indexes.ascending("slug"),
                        new IndexOptions().name("slug").unique(true)),
                new IndexModel(Indexes.ascending("status"), new IndexOptions().name("status")));
        this.bySlug = memory(settings);
        this.byId = memory(settings);
        this.lists = memory(settings);
    }

    private static <K, V> Cache<K, V> memory(PetitionSettings settings) {
        return Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(settings.rememberedFor())
                .executor(Runnable::run)
                .build();
    }

    /** A petition that everybody may see, as it was some seconds ago at most. */
    public Optional<Petition> published(String slug) {
        return bySlug.get(
                        slug,
                        wanted -> store.find(Query.query(Criteria.where("slug").is(wanted))))
                .filter(Petition::isPublic);
    }

    /** As {@link #published(String)}; drafts too. */
    public Optional<Petition> remembered(UUID id) {
        return byId.get(id, store::find);
    }

    /** As {@link #remembered(UUID)}, with one look at the store for all that are not in memory. */
    public Map<UUID, Petition> remembered(Collection<UUID> ids) {
        var found = new HashMap<UUID, Petition>();
        byId.getAll(ids, missing -> {
                    var loaded = new HashMap<UUID, Optional<Petition>>();
                    missing.forEach(id -> loaded.put(id, Optional.empty()));
                    store.findAll(List.copyOf(missing)).forEach(each -> loaded.put(each.id(), Optional.of(each)));
                    return loaded;
                })
                .forEach((id, petition) -> petition.ifPresent(each -> found.put(id, each)));
        return found;
    }

    /** Open and closed ones, the newest first, as they were some seconds ago at most. */
    public List<Petition> listed() {
        return lists.get(LISTED, this::in);
    }

    /** @throws PetitionRefusal if there is none */
    public Petition find(UUID id) {
        return store.find(id).orElseThrow(() -> new PetitionRefusal(Reason.UNKNOWN));
    }

    /** Those with one of these states, the newest first. */
    List<Petition> in(Collection<Status> states) {
        return store.findAll(Query.query(Criteria.where("status").in(states))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(MOST_AT_ONCE));
    }

    List<UUID> dueToClose(Instant now) {
        return store.ids(
                Filters.and(Filters.eq("status", Status.OPEN.name()), Filters.lte("closesAt", Date.from(now))),
                Sorts.ascending("closesAt"),
                MOST_AT_ONCE);
    }

    Petition add(Change<Petition, PetitionEvent> draft) {
        return refusingTakenSlugs(() -> store.save(draft));
    }

    Petition change(UUID id, Function<Petition, Optional<? extends Change<Petition, ?>>> decision) {
        var changed = refusingTakenSlugs(() -> store.change(id, decision))
                .orElseThrow(() -> new PetitionRefusal(Reason.UNKNOWN));
        bySlug.invalidate(changed.slug());
        byId.invalidate(id);
        lists.invalidateAll();
        return changed;
    }

    private static <T> T refusingTakenSlugs(Supplier<T> save) {
        try {
            return save.get();
        } catch (DuplicateKeyException e) {
            throw new PetitionRefusal(Reason.SLUG_TAKEN);
        }
    }
}
