package org.clarion.letters.position;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The ledger of positions. */
@Component
public class Positions {

    private static final int TRIES = 8;

    private final MongoOperations mongo;
    private volatile boolean indexed;

    Positions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Where a person stands on a campaign; empty where that is not known.
     *
     * @param recipientKey as in {@code Recipient.key()}
     */
    public Optional<Position> of(UUID campaign, String recipientKey) {
        return record(campaign, recipientKey).flatMap(PositionRecord::current);
    }

    /** Key of the recipient → position. Those of whom nothing is known are missing. */
    public Map<String, Position> of(UUID campaign) {
        var positions = new HashMap<String, Position>();
        records(campaign).forEach(each -> each.current().ifPresent(known -> positions.put(each.person(), known)));
        return positions;
    }

    Optional<PositionRecord> record(UUID campaign, String person) {
        return Optional.ofNullable(mongo.findById(PositionRecord.idOf(campaign, person), PositionRecord.class));
    }

    List<PositionRecord> records(UUID campaign) {
        ensureIndex();
        return mongo.find(Query.query(where("campaign").is(campaign)), PositionRecord.class);
    }

    void note(UUID campaign, String person, PositionRecord.Note note) {
        ensureIndex();
        for (int i = 1; ; i++) {
            var ledger = record(campaign, person).orElseGet(() -> PositionRecord.of(campaign, person));
            try {
                mongo.save(ledger.with(note));
                return;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void ensureIndex() {
        if (!indexed) {
            mongo.execute(
                    PositionRecord.class,
                    positions ->
                            positions.createIndex(Indexes.ascending("campaign"), new IndexOptions().name("campaign")));
            indexed = true;
        }
    }
}
