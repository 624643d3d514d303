package org.clarion.registrations.attendance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.pageshell.Deed;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Who took the people of a gathering away as a file, and when. */
@Repository
class Exports {

    /** @param deeds the newest last, each with the number of parties */
    @Document("exports")
    record OfGathering(@Id UUID gathering, List<Deed<Exported>> deeds) {}

    private final MongoOperations mongo;

    Exports(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<Deed<Exported>> of(UUID gathering) {
        return Optional.ofNullable(mongo.findById(gathering, OfGathering.class))
                .map(OfGathering::deeds)
                .orElse(List.of());
    }

    void note(UUID gathering, Deed<Exported> deed) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(gathering)), new Update().push("deeds", deed), OfGathering.class);
    }
}
