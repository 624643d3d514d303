package org.clarion.letters.delivery;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The one switch of election mode. */
@Repository
class Elections {

    private static final int TRIES = 8;

    private final MongoOperations mongo;

    Elections(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Election current() {
        return Objects.requireNonNullElseGet(mongo.findById(Election.COMMONS, Election.class), Election::none);
    }

    Election change(UnaryOperator<Election> decision) {
        for (int i = 1; ; i++) {
            var before = current();
            var next = decision.apply(before);
            if (next.equals(before)) {
                return before;
            }
            try {
                return mongo.save(next);
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }
}
