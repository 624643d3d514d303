package org.clarion.registrations.picture;

import java.util.Date;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Pictures, and the time that passes over them. */
public final class OldPictures {

    private final MongoOperations mongo;
    private final PictureSweep sweep;

    public OldPictures(ApplicationContext context) {
        this.mongo = context.getBean(MongoOperations.class);
        this.sweep = context.getBean(PictureSweep.class);
    }

    public void keptAt(String name, Date at) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(name)), Update.update("keptAt", at), Pictures.COLLECTION);
    }

    public void sweep() {
        sweep.sweep();
    }
}
