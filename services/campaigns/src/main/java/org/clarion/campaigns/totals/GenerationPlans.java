package org.clarion.campaigns.totals;

import java.util.function.IntSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.data.mongodb.core.query.UpdateDefinition;
import org.springframework.stereotype.Repository;

/** The plan and its steps, each a guarded update that only one instance makes. */
@Repository
class GenerationPlans {

    private final MongoOperations mongo;

    GenerationPlans(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param first the generation to begin with where there is no plan yet */
    GenerationPlan current(IntSupplier first) {
        var plan = mongo.findById(GenerationPlan.ID, GenerationPlan.class);
        if (plan != null) {
            return plan;
        }
        try {
            return mongo.insert(GenerationPlan.first(first.getAsInt()));
        } catch (DuplicateKeyException e) {
            return current(first); // another instance was quicker
        }
    }

    GenerationPlan current() {
        return current(() -> 1);
    }

    /** Begins the next generation, unless one is being built anyway. */
    GenerationPlan startBuilding() {
        var plan = current();
        if (plan.building() == null) {
            step(
                    Criteria.where("current").is(plan.current()).and("building").is(null),
                    new Update().set("building", plan.current() + 1));
        }
        return current();
    }

    void startSwitching(int building) {
        step(Criteria.where("building").is(building), new Update().set("switching", true));
    }

    /** @return whether this instance made the step */
    boolean complete(int building) {
        return step(
                Criteria.where("building").is(building).and("switching").is(true),
                new Update().set("current", building).unset("building").set("switching", false));
    }

    private boolean step(Criteria from, UpdateDefinition to) {
        var query = Query.query(from.and("_id").is(GenerationPlan.ID));
        return mongo.findAndModify(query, to, FindAndModifyOptions.none(), GenerationPlan.class) != null;
    }
}
