package org.clarion.messaging.outbox;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** The waiting events inside the documents of one collection: {@code out}, and {@code outAt} since when the oldest waits. */
class OutboxCollection {

    static final String OUT = "out";
    static final String OUT_AT = "outAt";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;
    private final String name;

    OutboxCollection(MongoOperations mongo, String name) {
        this.mongo = mongo;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Documents in which something waits since before {@code before}, the oldest first. */
    List<Parcel> waitingSince(Instant before, int limit) {
        return mongo.execute(
                name,
                collection -> collection
                        .find(Filters.lt(OUT_AT, Date.from(before)))
                        .projection(Projections.include("version", OUT))
                        .sort(Sorts.ascending(OUT_AT))
                        .limit(limit)
                        .map(this::parcel)
                        .into(new ArrayList<>()));
    }

    Optional<Instant> oldest() {
        return mongo.execute(
                name,
                collection -> Optional.ofNullable(collection
                                .find(Filters.exists(OUT_AT))
                                .projection(Projections.include(OUT_AT))
                                .sort(Sorts.ascending(OUT_AT))
                                .first())
                        .map(document -> document.getDate(OUT_AT).toInstant()));
    }

    /**
     * Takes the acknowledged events out of their documents. Needs no journal: a lost removal only sends again.
     *
     * @return what waits behind them, because the document has changed meanwhile
     */
    List<Parcel> remove(List<Parcel> sent) {
        return mongo.execute(name, all -> {
            var collection = all.withWriteConcern(WriteConcern.W1.withJournal(false));
            var unmoved = sent.stream().map(OutboxCollection::removalIfUnmoved).toList();
            if (collection.bulkWrite(unmoved, UNORDERED).getMatchedCount() == sent.size()) {
                return List.of();
            }
            return removeOneByOne(collection, sent);
        });
    }

    private static UpdateOneModel<Document> removalIfUnmoved(Parcel parcel) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", parcel.aggregate()), Filters.eq("version", parcel.version())),
                Updates.combine(Updates.unset(OUT), Updates.unset(OUT_AT)));
    }

    private List<Parcel> removeOneByOne(MongoCollection<Document> collection, List<Parcel> sent) {
        var behind = new ArrayList<Parcel>();
        for (var parcel : sent) {
            var left = collection.findOneAndUpdate(
                    // Where they are gone already, what waits there now is on its way by somebody else.
                    Filters.and(Filters.eq("_id", parcel.aggregate()), Filters.in(OUT + ".id", parcel.eventIds())),
                    withoutEvents(parcel.eventIds()),
                    new FindOneAndUpdateOptions()
                            .projection(Projections.include("version", OUT))
                            .returnDocument(ReturnDocument.AFTER));
            if (left != null && left.containsKey(OUT)) {
                behind.add(parcel(left));
            }
        }
        return behind;
    }

    /** Takes {@code outAt} away in the same step as the last event, so that nothing is ever left without it. */
    private static List<Bson> withoutEvents(List<String> ids) {
        var rest = new Document(
                "$filter",
                new Document("input", "$" + OUT)
                        .append("cond", new Document("$not", List.of(new Document("$in", List.of("$$this.id", ids))))));
        var isEmpty = new Document("$eq", List.of("$" + OUT, List.of()));
        return List.of(
                new Document("$set", new Document(OUT, rest)),
                new Document(
                        "$set",
                        new Document(OUT, new Document("$cond", List.of(isEmpty, "$$REMOVE", "$" + OUT)))
                                .append(OUT_AT, new Document("$cond", List.of(isEmpty, "$$REMOVE", "$" + OUT_AT)))));
    }

    private Parcel parcel(Document document) {
        var events = document.getList(OUT, Document.class, List.of()).stream()
                .map(WaitingEvent::from)
                .toList();
        return new Parcel(this, document.get("_id", UUID.class), document.getLong("version"), events);
    }
}
