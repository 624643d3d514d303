package org.clarion.campaigns.totals;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Which generations of totals there are; one document, the same for all instances.
 *
 * @param current the one that is shown
 * @param building the one that is to take its place
 * @param switching whether the current one stands still, so that the next cannot fall short of it
 */
@Document("generations")
record GenerationPlan(@Id String id, int current, @Nullable Integer building, boolean switching) {

    static final String ID = "totals";

    static GenerationPlan first(int generation) {
        return new GenerationPlan(ID, generation, null, false);
    }

    boolean wants(int generation) {
        return building != null && generation == building || generation == current && !switching;
    }
}
