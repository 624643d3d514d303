package org.clarion.registrations.gathering;

import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.problems.Refusal;
import org.springframework.http.HttpStatus;

/** What a gathering does not let happen beyond what {@code ActionRefusal} says of actions of every kind. */
public class GatheringRefusal extends Refusal {

    public enum Reason implements WireNamed {
        NO_SESSION,
        SESSION_ENDS_TOO_EARLY,
        SESSION_IS_OVER,
        SESSION_TAKEN_AWAY,
        ONLINE_TAKEN_AWAY,
        NO_PLACE,
        NO_JOINING_LINK,
        ONLINE_ALREADY
    }

    private final Reason reason;

    public GatheringRefusal(Reason reason) {
        super("gatherings", reason, HttpStatus.CONFLICT);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
