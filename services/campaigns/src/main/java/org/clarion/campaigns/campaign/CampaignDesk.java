package org.clarion.campaigns.campaign;

import java.time.Clock;
import java.util.UUID;
import org.clarion.campaigns.campaign.CampaignRefusal.Reason;
import org.clarion.servicedefaults.Ids;
import org.springframework.stereotype.Component;

/** Where campaigners launch, edit and close campaigns. */
@Component
class CampaignDesk {

    private final Campaigns campaigns;
    private final Clock clock;

    CampaignDesk(Campaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    Campaign launch(Outline outline, String by) {
        return campaigns.add(Campaign.launch(Ids.next(), outline, by, clock.instant()));
    }

    /** @param seen the version that the editor had before them: what another has changed since is not overwritten */
    Campaign edit(UUID id, long seen, Outline outline, String by) {
        return campaigns.change(id, campaign -> {
            if (campaign.version() != seen) {
                throw new CampaignRefusal(Reason.CHANGED_MEANWHILE);
            }
            return campaign.edit(outline, by, clock.instant());
        });
    }

    Campaign close(UUID id, String by) {
        return campaigns.change(id, campaign -> campaign.close(by, clock.instant()));
    }

    Campaign reopen(UUID id, String by) {
        return campaigns.change(id, campaign -> campaign.reopen(by, clock.instant()));
    }
}
