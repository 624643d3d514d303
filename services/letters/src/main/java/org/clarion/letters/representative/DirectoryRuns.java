package org.clarion.letters.representative;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** When the directory was brought up to date, and whose turn it is to do so. */
@Repository
class DirectoryRuns {

    private static final String TURNS = "directory-turns";
    private static final String TAKEN_UNTIL = "takenUntil";
    private static final Duration KEPT = Duration.ofDays(400);

    private final MongoOperations mongo;

    DirectoryRuns(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The newest first. */
    List<DirectoryRun> latest(int limit) {
        var query = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit);
        return mongo.find(query, DirectoryRun.class);
    }

    /** Keeps a run, and forgets those of more than a year ago. */
    DirectoryRun add(DirectoryRun run) {
        mongo.remove(Query.query(where("at").lt(run.at().minus(KEPT))), DirectoryRun.class);
        return mongo.insert(run);
    }

    /**
     * Takes a turn that is free, for this instance alone.
     *
     * @param until when it is free again by itself
     * @return whether it was free
     */
    boolean take(String turn, Instant now, Instant until) {
        try {
            mongo.execute(
                    TURNS,
                    turns -> Optional.ofNullable(turns.findOneAndUpdate(
                            Filters.and(Filters.eq("_id", turn), Filters.lte(TAKEN_UNTIL, Date.from(now))),
                            Updates.set(TAKEN_UNTIL, Date.from(until)),
                            new FindOneAndUpdateOptions().upsert(true))));
            return true;
        } catch (DuplicateKeyException e) {
            return false; // it is there, and taken
        }
    }

    /** @param next when the turn is free again */
    void free(String turn, Instant next) {
        mongo.execute(
                TURNS, turns -> turns.updateOne(Filters.eq("_id", turn), Updates.set(TAKEN_UNTIL, Date.from(next))));
    }
}
