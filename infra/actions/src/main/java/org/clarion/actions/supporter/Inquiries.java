package org.clarion.actions.supporter;

import java.util.List;
import java.util.UUID;
import org.clarion.pageshell.Deed;
import org.clarion.servicedefaults.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Who has looked up or erased a supporter, or taken addresses away, and when: what a charity shows when it is asked whether it
 * did. Not whom.
 */
class Inquiries {

    private static final int SHOWN = 50;

    /** @param deed with the number of records that were there, where some were looked for */
    @Document("inquiries")
    record Noted(@Id UUID id, Deed<Inquiry> deed) {}

    private final MongoOperations mongo;

    Inquiries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void note(Deed<Inquiry> deed) {
        mongo.insert(new Noted(Ids.next(), deed));
    }

    /** The newest last, {@value #SHOWN} at the most. */
    List<Deed<Inquiry>> latest() {
        var newest = Sort.by(Sort.Direction.DESC, "_id");
        return mongo.find(new Query().with(newest).limit(SHOWN), Noted.class).reversed().stream()
                .map(Noted::deed)
                .toList();
    }
}
