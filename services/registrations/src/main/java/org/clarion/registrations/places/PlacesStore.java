package org.clarion.registrations.places;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The places of every gathering, one document each. Whoever writes has seen the version before. */
@Repository
class PlacesStore {

    static final String COLLECTION = "places";

    private final MongoOperations mongo;
    private volatile boolean indexed;

    PlacesStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** As nobody has claimed anything yet, where there is nothing in the store. */
    Places find(UUID gathering) {
        return Optional.ofNullable(mongo.execute(
                        COLLECTION,
                        all -> all.find(Filters.eq("_id", gathering)).first()))
                .map(PlacesForm::read)
                .orElseGet(() -> Places.none(gathering));
    }

    /** The version in the store; 0 where there is nothing. */
    long version(UUID gathering) {
        var found = mongo.execute(
                COLLECTION,
                all -> all.find(Filters.eq("_id", gathering))
                        .projection(Projections.include(PlacesForm.VERSION))
                        .first());
        return found == null ? 0 : found.getLong(PlacesForm.VERSION);
    }

    /**
     * The compare-and-set: one write, acknowledged by the majority and journaled.
     *
     * @param due when something is to be done at this gathering without anybody asking; null for never
     * @return whether the places stood as they did before {@code after} was decided
     */
    boolean replace(Places after, @Nullable Instant due) {
        ensureIndexes();
        var document = PlacesForm.written(after, due);
        if (after.version() == 1) {
            try {
                mongo.execute(COLLECTION, all -> all.insertOne(document));
                return true;
            } catch (DuplicateKeyException e) {
                return false;
            }
        }
        return mongo.execute(
                COLLECTION,
                all -> all.replaceOne(
                                        Filters.and(
                                                Filters.eq("_id", after.gathering()),
                                                Filters.eq(PlacesForm.VERSION, after.version() - 1)),
                                        document)
                                .getMatchedCount()
                        == 1);
    }

    /** Gatherings at which something is to be done without anybody asking. */
    List<UUID> due(Instant now, int limit) {
        return ids(Filters.lte(PlacesForm.DUE, Date.from(now)), limit);
    }

    /** Gatherings with decisions that have waited since then for their registrations. */
    List<UUID> owedSince(Instant then, int limit) {
        return ids(Filters.lte(PlacesForm.OWED, Date.from(then)), limit);
    }

    private List<UUID> ids(Bson filter, int limit) {
        ensureIndexes();
        return mongo.execute(
                COLLECTION,
                all -> all.find(filter)
                        .projection(Projections.include("_id"))
                        .limit(limit)
                        .map(document -> document.get("_id", UUID.class))
                        .into(new ArrayList<>()));
    }

    private void ensureIndexes() {
        if (!indexed) {
            mongo.execute(
                    COLLECTION, all -> all.createIndexes(List.of(sparse(PlacesForm.DUE), sparse(PlacesForm.OWED))));
            indexed = true;
        }
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().name(field).sparse(true));
    }
}
