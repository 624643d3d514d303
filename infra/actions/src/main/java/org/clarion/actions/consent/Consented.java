package org.clarion.actions.consent;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.conversions.Bson;
import org.clarion.supporters.ConsentChoice.Choice;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Finds whoever has ever said yes among many who have not: aggregates that keep their ledger in {@code consents}. */
public final class Consented {

    private static final String CHOICE = "consents.choice";
    private static final Bson GIVEN = Filters.eq(CHOICE, Choice.GIVEN.name());

    private Consented() {}

    /** Partial: whoever has said yes to nothing costs nothing. */
    public static IndexModel index() {
        return new IndexModel(
                Indexes.compoundIndex(Indexes.ascending(CHOICE), Indexes.descending("_id")),
                new IndexOptions().name("consented").partialFilterExpression(GIVEN));
    }

    /** The newest first. */
    public static Query who(Criteria further) {
        return Query.query(further.and(CHOICE).is(Choice.GIVEN)).with(Sort.by(Sort.Direction.DESC, "_id"));
    }
}
