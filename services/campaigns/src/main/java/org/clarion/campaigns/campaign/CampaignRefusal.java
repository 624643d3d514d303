package org.clarion.campaigns.campaign;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;

/** What a campaign does not let happen. */
class CampaignRefusal extends Refusal {

    enum Reason implements WireNamed {
        UNKNOWN,
        SLUG_TAKEN,
        CHANGED_MEANWHILE,
        NOT_IN_THAT_STATE
    }

    private final Reason reason;

    CampaignRefusal(Reason reason) {
        super("campaigns", reason, reason == Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
