package org.clarion.letters.representative;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
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

/** All members that the directory has heard of, former ones too. */
@Repository
class Members {

    private static final int TRIES = 8;

    private final MongoOperations mongo;
    private volatile boolean indexed;

    Members(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<Member> find(long id) {
        return Optional.ofNullable(mongo.findById(id, Member.class));
    }

    Map<Long, Member> find(Collection<Long> ids) {
        return byId(mongo.find(Query.query(where("_id").in(ids)), Member.class));
    }

    Map<Long, Member> all() {
        return byId(mongo.findAll(Member.class));
    }

    private static Map<Long, Member> byId(List<Member> members) {
        return members.stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    boolean anyHasMailbox(String canonicalAddress) {
        ensureIndex();
        return mongo.exists(Query.query(where("office.mailboxes").is(canonicalAddress)), Member.class);
    }

    /** Inserts new members, all at once where none of them has come meanwhile. */
    void addAll(List<Member> first) {
        ensureIndex();
        try {
            mongo.insert(first, Member.class);
        } catch (DuplicateKeyException e) {
            first.forEach(member -> put(member, known -> known));
        }
    }

    /** Inserts the member where they are new, else decides on what is stored; again where somebody else was quicker. */
    Member put(Member first, UnaryOperator<Member> decision) {
        ensureIndex();
        for (int i = 1; ; i++) {
            var stored = find(first.id());
            var next = stored.map(decision).orElse(first);
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

    /** @return empty where there is no such member */
    Optional<Member> change(long id, UnaryOperator<Member> decision) {
        return find(id).map(known -> put(known, decision));
    }

    private void ensureIndex() {
        if (!indexed) {
            mongo.execute(
                    Member.class,
                    members -> members.createIndex(
                            Indexes.ascending("office.mailboxes"), new IndexOptions().name("mailboxes")));
            indexed = true;
        }
    }
}
