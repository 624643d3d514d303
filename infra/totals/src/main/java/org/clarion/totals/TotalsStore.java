package org.clarion.totals;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.clarion.totals.Incoming.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The documents of the figures. Each carries the offset up to which it was brought, so that what is read twice changes
 * nothing; beside them stands, per partition, the generation that is shown.
 */
class TotalsStore {

    static final String FIGURES = "totals";
    static final String GENERATIONS = "totalGenerations";

    private static final Logger log = LoggerFactory.getLogger(TotalsStore.class);
    private static final Duration MINUTES_KEPT = Duration.ofHours(48);
    private static final Duration BETWEEN_DROPS = Duration.ofHours(1);
    private static final int DUPLICATE = 11000;

    private final MongoOperations mongo;
    private final Clock clock;
    private volatile Instant dropped = Instant.EPOCH;

    TotalsStore(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @return actions whose shown figures may have changed */
    Set<UUID> put(List<Incoming> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        var shown = shownAlsoFor(rows);
        var oldest = oldestHour();
        var changes = new LinkedHashMap<FigureDocument, FigureDocument.Changes>();
        for (var incoming : rows) {
            var row = ((Said.Row) incoming.said()).row();
            var target = FigureDocument.of(incoming, row);
            boolean isOver = row.generation() < shown.get(partitionId(incoming.topic(), incoming.partition()))
                    || !target.hour().isEmpty() && target.hour().compareTo(oldest) < 0;
            if (!isOver) {
                changes.computeIfAbsent(target, t -> new FigureDocument.Changes())
                        .add(incoming.offset(), row);
            }
        }
        write(changes);
        var changed = new HashSet<UUID>();
        changes.keySet().stream()
                .filter(target -> target.generation() == shown.get(partitionId(target.topic(), target.partition())))
                .forEach(target -> changed.add(target.action()));
        return changed;
    }

    private void write(Map<FigureDocument, FigureDocument.Changes> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var updates = new ArrayList<UpdateOneModel<Document>>(changes.size());
        changes.forEach((target, change) -> updates.add(new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", target.id()), Filters.lt("offset", change.offset())),
                change.update(target),
                new UpdateOptions().upsert(true))));
        mongo.execute(FIGURES, figures -> {
            try {
                return figures.bulkWrite(updates, new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                // A duplicate is a document that is there and not older: it has these rows already.
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE)) {
                    throw e;
                }
                return e.getWriteResult();
            }
        });
    }

    /**
     * Shows a generation on a partition from now on and removes what is older.
     *
     * @return the actions on that partition
     */
    Set<UUID> show(String topic, int partition, int generation) {
        var id = partitionId(topic, partition);
        mongo.execute(
                GENERATIONS,
                generations -> generations.updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(
                                Updates.max("shown", generation),
                                Updates.set("topic", topic),
                                Updates.set("partition", partition)),
                        new UpdateOptions().upsert(true)));
        var here = Filters.and(Filters.eq("topic", topic), Filters.eq("partition", partition));
        return mongo.execute(FIGURES, figures -> {
            var removed = figures.deleteMany(Filters.and(here, Filters.lt("generation", generation)));
            if (removed.getDeletedCount() > 0) {
                log.info(
                        "{} shows generation {}; {} older documents removed",
                        id,
                        generation,
                        removed.getDeletedCount());
            }
            return figures.distinct("action", here, UUID.class).into(new HashSet<>());
        });
    }

    /** Topic and partition → generation that is shown there. */
    Map<String, Integer> shown() {
        return mongo.execute(GENERATIONS, generations -> {
            var shown = new HashMap<String, Integer>();
            generations.find().forEach(entry -> shown.put(entry.getString("_id"), entry.getInteger("shown")));
            return shown;
        });
    }

    /** Where nothing is marked yet, the first generation that comes is shown. */
    private Map<String, Integer> shownAlsoFor(List<Incoming> rows) {
        var shown = shown();
        for (var incoming : rows) {
            var id = partitionId(incoming.topic(), incoming.partition());
            if (!shown.containsKey(id)) {
                var first = ((Said.Row) incoming.said()).row().generation();
                show(incoming.topic(), incoming.partition(), first);
                shown.put(id, first);
            }
        }
        return shown;
    }

    void dropOldMinutes() {
        var now = clock.instant();
        if (now.isBefore(dropped.plus(BETWEEN_DROPS))) {
            return;
        }
        long gone = mongo.execute(
                FIGURES,
                figures -> figures.deleteMany(Filters.and(
                                Filters.eq("topic", TotalRow.MINUTE_TOPIC), Filters.lt("hour", oldestHour())))
                        .getDeletedCount());
        if (gone > 0) {
            log.info("Minutes older than {} removed: {} documents", MINUTES_KEPT, gone);
        }
        dropped = now;
    }

    List<Document> find(org.bson.conversions.Bson filter) {
        return mongo.execute(FIGURES, figures -> figures.find(filter).into(new ArrayList<>()));
    }

    Instant now() {
        return clock.instant();
    }

    private String oldestHour() {
        return FigureDocument.hourOf(clock.instant().minus(MINUTES_KEPT));
    }

    static String partitionId(String topic, int partition) {
        return topic + "|" + partition;
    }
}
