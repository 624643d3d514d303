package org.clarion.campaigns.campaign;

import org.clarion.messaging.outbox.Event;

/** What can happen to a campaign. Schema: {@code contracts/campaign.v1}. */
sealed interface CampaignEvent extends Event {

    record CampaignLaunched() implements CampaignEvent {}

    record CampaignEdited() implements CampaignEvent {}

    record CampaignClosed() implements CampaignEvent {}

    record CampaignReopened() implements CampaignEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case CampaignLaunched launched -> "campaign.launched.v1";
            case CampaignEdited edited -> "campaign.edited.v1";
            case CampaignClosed closed -> "campaign.closed.v1";
            case CampaignReopened reopened -> "campaign.reopened.v1";
        };
    }
}
