package org.clarion.notifications.suppression;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonym;
import org.clarion.supporters.Pseudonyms;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The suppression list. */
@Repository
public class Suppressions {

    private final MongoOperations mongo;
    private final Pseudonyms pseudonyms;
    private volatile boolean indexed;

    Suppressions(MongoOperations mongo, Pseudonyms pseudonyms) {
        this.mongo = mongo;
        this.pseudonyms = pseudonyms;
    }

    /** @return those of the addresses that are on the list, whichever of our keys put them there */
    public Set<EmailAddress> among(Collection<EmailAddress> addresses) {
        var byPseudonym = new HashMap<String, List<EmailAddress>>();
        for (var address : addresses) {
            for (var pseudonym : pseudonyms.allOf(address)) {
                byPseudonym
                        .computeIfAbsent(pseudonym.value(), any -> new ArrayList<>())
                        .add(address);
            }
        }
        if (byPseudonym.isEmpty()) {
            return Set.of();
        }
        var query = Query.query(where("_id").in(byPseudonym.keySet()));
        var suppressed = new HashSet<EmailAddress>();
        mongo.find(query, Suppression.class)
                .forEach(found -> suppressed.addAll(byPseudonym.getOrDefault(found.id(), List.of())));
        return suppressed;
    }

    public void add(Suppression suppression) {
        mongo.save(suppression);
    }

    List<Suppression> latest(int skip, int limit) {
        ensureIndex();
        var query = new Query()
                .with(Sort.by(Sort.Direction.DESC, "since"))
                .skip(skip)
                .limit(limit);
        return mongo.find(query, Suppression.class);
    }

    long count() {
        return mongo.estimatedCount(Suppression.class);
    }

    Optional<Suppression> find(EmailAddress address) {
        var ids = pseudonyms.allOf(address).stream().map(Pseudonym::value).toList();
        return Optional.ofNullable(mongo.findOne(Query.query(where("_id").in(ids)), Suppression.class));
    }

    /** @return whether it was on the list */
    boolean release(String id) {
        return mongo.remove(Query.query(where("_id").is(id)), Suppression.class).getDeletedCount() > 0;
    }

    private void ensureIndex() {
        if (!indexed) {
            mongo.execute(
                    Suppression.class,
                    list -> list.createIndex(Indexes.descending("since"), new IndexOptions().name("since")));
            indexed = true;
        }
    }
}
