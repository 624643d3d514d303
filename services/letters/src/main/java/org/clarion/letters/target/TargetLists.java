package org.clarion.letters.target;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clarion.letters.target.TargetRefusal.Reason;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All target lists and who is on them. */
@Repository
public class TargetLists {

    private static final int TRIES = 8;
    private static final int MOST_LISTED = 500;

    private final MongoOperations mongo;
    private volatile boolean indexed;

    TargetLists(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** By name. */
    public List<TargetList> all() {
        return mongo.find(new Query().with(Sort.by("name")).limit(MOST_LISTED), TargetList.class);
    }

    public Optional<TargetList> find(UUID list) {
        return Optional.ofNullable(mongo.findById(list, TargetList.class));
    }

    /** Who is on a list now, by name. */
    public List<TargetEntry> entries(UUID list) {
        ensureIndexes();
        return mongo.find(onList(list).with(Sort.by("place")), TargetEntry.class);
    }

    long size(UUID list) {
        ensureIndexes();
        return mongo.count(onList(list), TargetEntry.class);
    }

    private static Query onList(UUID list) {
        return Query.query(where("list").is(list).and("place").exists(true));
    }

    /** Of all lists, whoever's name has a text in it, in the order of names. */
    List<TargetEntry> named(String part, int limit) {
        ensureIndexes();
        var query = Query.query(where("name")
                .regex(Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE))
                .and("place")
                .exists(true));
        return mongo.find(query.with(Sort.by("place")).limit(limit), TargetEntry.class);
    }

    /** Those removed too. */
    public Optional<TargetEntry> entry(UUID id) {
        return Optional.ofNullable(mongo.findById(id, TargetEntry.class));
    }

    Map<UUID, TargetEntry> entries(Collection<UUID> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), TargetEntry.class).stream()
                .collect(Collectors.toMap(TargetEntry::id, Function.identity()));
    }

    boolean anyHasMailbox(String canonicalAddress) {
        ensureIndexes();
        var query = where("office.mailboxes").is(canonicalAddress).and("place").exists(true);
        return mongo.exists(Query.query(query), TargetEntry.class);
    }

    /** @throws OptimisticLockingFailureException where somebody was quicker */
    TargetList save(TargetList list) {
        return mongo.save(list);
    }

    /**
     * @throws OptimisticLockingFailureException where somebody was quicker
     * @throws TargetRefusal where somebody of that name and organisation is on the list
     */
    TargetEntry save(TargetEntry entry) {
        ensureIndexes();
        try {
            return mongo.save(entry);
        } catch (DuplicateKeyException e) {
            throw new TargetRefusal(Reason.ALREADY_ON_LIST);
        }
    }

    /** Inserts new entries, all at once where nobody has added one of them meanwhile. */
    void addAll(List<TargetEntry> first) {
        ensureIndexes();
        try {
            mongo.insert(first, TargetEntry.class);
        } catch (DuplicateKeyException e) {
            first.forEach(this::saveUnlessThere);
        }
    }

    private void saveUnlessThere(TargetEntry entry) {
        try {
            mongo.insert(entry);
        } catch (DuplicateKeyException e) {
            // The one that is there is the one that was to be added.
        }
    }

    /** @return empty where there is no such entry */
    Optional<TargetEntry> change(UUID id, UnaryOperator<TargetEntry> decision) {
        for (int i = 1; ; i++) {
            var stored = entry(id);
            var next = stored.map(decision);
            if (next.equals(stored)) {
                return next;
            }
            try {
                return next.map(this::save);
            } catch (OptimisticLockingFailureException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void ensureIndexes() {
        if (!indexed) {
            mongo.execute(
                    TargetEntry.class,
                    entries -> entries.createIndexes(List.of(
                            new IndexModel(
                                    Indexes.ascending("list", "place"),
                                    new IndexOptions()
                                            .name("place")
                                            .unique(true)
                                            .partialFilterExpression(Filters.exists("place"))),
                            new IndexModel(
                                    Indexes.ascending("office.mailboxes"), new IndexOptions().name("mailboxes")))));
            indexed = true;
        }
    }
}
