package org.clarion.campaigns.campaign;

import java.util.Map;
import java.util.UUID;

/** A campaign as {@code campaign.v1} shows it to the other services. */
record CampaignMessage(
        UUID id,
        long version,
        String slug,
        String state,
        String accent,
        String path,
        String staffPath,
        Map<String, String> titles,
        Map<String, String> summaries) {

    static CampaignMessage of(Campaign campaign) {
        return new CampaignMessage(
                campaign.id(),
                campaign.version(),
                campaign.slug(),
                campaign.status().wireName(),
                campaign.accent().wireName(),
                "/campaigns/" + campaign.slug(),
                "/staff/campaigns/" + campaign.id(),
                Map.of(campaign.language(), campaign.title()),
                Map.of(campaign.language(), campaign.summary()));
    }
}
