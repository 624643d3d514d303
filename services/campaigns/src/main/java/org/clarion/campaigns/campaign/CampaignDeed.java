package org.clarion.campaigns.campaign;

/** What can be done to a campaign. */
public enum CampaignDeed {
    LAUNCHED,
    EDITED,
    CLOSED,
    REOPENED
}
