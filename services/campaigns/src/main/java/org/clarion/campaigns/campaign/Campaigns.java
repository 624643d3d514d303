package org.clarion.campaigns.campaign;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clarion.campaigns.campaign.CampaignRefusal.Reason;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Publication;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All campaigns. */
@Repository
public class Campaigns {

    private static final int MOST_LISTED = 500;

    private final AggregateStore<Campaign> store;

    Campaigns(AggregateStores stores) {
        this.store = stores.keep(
                Campaign.class,
                new Publication<>("campaign.v1", CampaignMessage::of),
                new IndexModel(
                        Indexes.ascending("slug"),
                        new IndexOptions().name("slug").unique(true)));
    }

    /** The newest first. */
    public List<Campaign> all() {
        return store.findAll(
                new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(MOST_LISTED));
    }

    public Optional<Campaign> at(String slug) {
        return store.find(Query.query(Criteria.where("slug").is(slug)));
    }

    Campaign find(UUID id) {
        return store.find(id).orElseThrow(() -> new CampaignRefusal(Reason.UNKNOWN));
    }

    Campaign add(Change<Campaign, CampaignEvent> launch) {
        return refusingTakenSlugs(() -> store.save(launch));
    }

    Campaign change(UUID id, Function<Campaign, Change<Campaign, CampaignEvent>> decision) {
        return refusingTakenSlugs(() -> store.change(id, campaign -> Optional.of(decision.apply(campaign))))
                .orElseThrow(() -> new CampaignRefusal(Reason.UNKNOWN));
    }

    private static <T> T refusingTakenSlugs(Supplier<T> save) {
        try {
            return save.get();
        } catch (DuplicateKeyException e) {
            throw new CampaignRefusal(Reason.SLUG_TAKEN);
        }
    }
}
