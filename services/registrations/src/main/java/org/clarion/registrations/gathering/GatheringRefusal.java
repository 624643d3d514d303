package org.clarion.registrations.gathering;

import java.util.Locale;

/** What a gathering does not let happen beyond what {@code ActionRefusal} says of actions of every kind. */
public class GatheringRefusal extends RuntimeException {

    public enum Reason {
        NO_SESSION,
        SESSION_ENDS_TOO_EARLY,
        SESSION_IS_OVER,
        SESSION_TAKEN_AWAY,
        ONLINE_TAKEN_AWAY,
        NO_PLACE,
        NO_JOINING_LINK,
        ONLINE_ALREADY;

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
