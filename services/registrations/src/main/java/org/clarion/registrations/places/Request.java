package org.clarion.registrations.places;

import java.util.UUID;

/** Something that is asked of the places. Each can be repeated: what has been done is not done again. */
public sealed interface Request {

    UUID registration();

    int life();

    /**
     * A place, or one in the queue.
     *
     * @param confirmed whether the address is known to be the party's own; what was held until then is given
     */
    record Ask(UUID registration, int life, Wish wish, boolean confirmed) implements Request {}

    /** A place for guests who stand at the door: at once, in what has begun too, or none. */
    record Admit(UUID registration, int life, Wish wish) implements Request {}

    /** Other sessions, another mode or another number of heads: all of it, or the claim stays as it was. */
    record Alter(UUID registration, int life, Wish wish) implements Request {}

    /**
     * What staff have decided about an application: a place for good, or one in the queue where there is none.
     *
     * @param waits whether it is the queue that they have decided on
     */
    record Approve(UUID registration, int life, Wish wish, boolean waits) implements Request {}

    /** Takes up an offer. */
    record Accept(UUID registration, int life) implements Request {}

    /**
     * Gives up whatever there is.
     *
     * @param wish what the registration was for, where no claim says it any more
     * @param why one of the outcomes that end a claim
     */
    record End(UUID registration, int life, Wish wish, Outcome why) implements Request {

        public End {
            if (why.isLive()) {
                throw new IllegalArgumentException(why + " ends nothing");
            }
        }
    }
}
