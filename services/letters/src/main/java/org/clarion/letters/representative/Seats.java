package org.clarion.letters.representative;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The seats that some source has spoken of. */
@Repository
class Seats {

    private static final int TRIES = 8;

    private final MongoOperations mongo;

    Seats(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<Seat> find(String code) {
        return Optional.ofNullable(mongo.findById(code, Seat.class));
    }

    /** By code. */
    Map<String, Seat> all() {
        return mongo.findAll(Seat.class).stream().collect(Collectors.toMap(Seat::code, Function.identity()));
    }

    /** By code; those of which nothing is known are missing. */
    Map<String, Seat> find(Collection<String> codes) {
        return mongo.find(Query.query(where("_id").in(codes)), Seat.class).stream()
                .collect(Collectors.toMap(Seat::code, Function.identity()));
    }

    /** Inserts new seats, all at once where none of them has come meanwhile. */
    void addAll(List<Seat> first) {
        try {
            mongo.insert(first, Seat.class);
        } catch (DuplicateKeyException e) {
            first.stream().filter(seat -> find(seat.code()).isEmpty()).forEach(mongo::save);
        }
    }

    /** Inserts the seat where it is new, else decides on what is stored; again where somebody else was quicker. */
    Seat put(String code, UnaryOperator<Seat> decision) {
        for (int i = 1; ; i++) {
            var stored = find(code);
            var next = decision.apply(stored.orElseGet(() -> Seat.firstHeardOf(code)));
            if (stored.filter(next::equals).isPresent()) {
                return next;
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
