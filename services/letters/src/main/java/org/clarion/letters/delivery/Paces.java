package org.clarion.letters.delivery;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.clarion.letters.target.Target;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The pace of every office that letters go to. */
@Repository
class Paces {

    private static final String COLLECTION = "paces";

    private final MongoOperations mongo;

    Paces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** One for each target; those that nothing is stored of begin anew. */
    Map<Target, Pace> of(Collection<Target> targets) {
        var paces = new HashMap<Target, Pace>();
        targets.forEach(target -> paces.put(target, Pace.unknown(target)));
        var names = targets.stream().map(Target::wireName).toList();
        for (var stored : mongo.find(Query.query(where("_id").in(names)), Document.class, COLLECTION)) {
            Target.parse(stored.getString("_id")).ifPresent(target -> paces.put(target, read(target, stored)));
        }
        return paces;
    }

    private static Pace read(Target target, Document stored) {
        var version = stored.getLong("version");
        var nextAt = stored.getDate("nextAt");
        var lastAt = stored.getDate("lastAt");
        return new Pace(
                target,
                version == null ? 0 : version, // a refusal is noted even where no turn has been
                nextAt == null ? Instant.EPOCH : nextAt.toInstant(),
                stored.getBoolean("planned", false),
                lastAt == null ? null : lastAt.toInstant(),
                stored.getInteger("refused", 0));
    }

    /** @return false where another instance was quicker: then the turn is its own */
    boolean advance(Pace next) {
        var before = next.version() - 1;
        var isAsRead = Filters.and(
                Filters.eq("_id", next.target().wireName()),
                before == 0 ? Filters.exists("version", false) : Filters.eq("version", before));
        var change = Updates.combine(
                Updates.set("version", next.version()),
                Updates.set("nextAt", Date.from(next.nextAt())),
                Updates.set("planned", next.planned()),
                next.lastAt() == null ? Updates.unset("lastAt") : Updates.set("lastAt", Date.from(next.lastAt())));
        try {
            return mongo.execute(
                    COLLECTION,
                    paces -> paces.findOneAndUpdate(
                                    isAsRead,
                                    change,
                                    new FindOneAndUpdateOptions()
                                            .upsert(before == 0)
                                            .returnDocument(ReturnDocument.AFTER))
                            != null);
        } catch (DuplicateKeyException e) {
            return false; // somebody else has stored the first
        }
    }

    /** @return how many letters in a row the office's server has not wanted by now */
    int refused(Target target) {
        var after = mongo.execute(
                COLLECTION,
                paces -> paces.findOneAndUpdate(
                        Filters.eq("_id", target.wireName()),
                        Updates.inc("refused", 1),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return after == null ? 0 : after.getInteger("refused", 0);
    }

    void taken(Target target) {
        mongo.execute(
                COLLECTION,
                paces -> paces.updateOne(
                        Filters.and(Filters.eq("_id", target.wireName()), Filters.gt("refused", 0)),
                        Updates.set("refused", 0)));
    }
}
