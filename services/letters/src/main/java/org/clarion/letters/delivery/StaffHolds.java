package org.clarion.letters.delivery;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clarion.letters.target.Target;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** What staff hold. */
@Repository
class StaffHolds {

    private final MongoOperations mongo;

    StaffHolds(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<StaffHold> on(Target target) {
        return Optional.ofNullable(mongo.findById(target.wireName(), StaffHold.class));
    }

    /** @return wire names of those that are held */
    Set<String> among(Collection<Target> targets) {
        var names = targets.stream().map(Target::wireName).toList();
        return mongo.find(Query.query(where("_id").in(names)), StaffHold.class).stream()
                .map(StaffHold::target)
                .collect(Collectors.toSet());
    }

    /** Whoever held it first stays the one who did. */
    void hold(StaffHold hold) {
        try {
            mongo.insert(hold);
        } catch (DuplicateKeyException e) {
            // held already
        }
    }

    /** @return whether it was held */
    boolean release(Target target) {
        return mongo.remove(Query.query(where("_id").is(target.wireName())), StaffHold.class)
                        .getDeletedCount()
                > 0;
    }
}
