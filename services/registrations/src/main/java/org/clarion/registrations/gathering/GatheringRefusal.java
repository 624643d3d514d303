package org.clarion.registrations.gathering;

import java.util.Locale;

/** What a gathering does not let happen. */
public class GatheringRefusal extends RuntimeException {

    public enum Reason {
        UNKNOWN,
        SLUG_TAKEN,
        NO_SESSION,
        SESSION_ENDS_TOO_EARLY,
        SESSION_IS_OVER,
        SESSION_TAKEN_AWAY,
        CLOSES_TOO_EARLY,
        NO_PLACE,
        NO_JOINING_LINK,
        ONLINE_ALREADY,
        NOT_EDITABLE,
        NOT_IN_THAT_STATE,
        CHANGED_MEANWHILE;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public GatheringRefusal(Reason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
