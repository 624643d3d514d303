package org.clarion.campaigns.campaign;

import java.util.Locale;

/** What a campaign does not let happen. */
class CampaignRefusal extends RuntimeException {

    enum Reason {
        UNKNOWN,
        SLUG_TAKEN,
        CHANGED_MEANWHILE,
        NOT_IN_THAT_STATE;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    CampaignRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
