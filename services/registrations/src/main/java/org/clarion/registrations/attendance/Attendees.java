package org.clarion.registrations.attendance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.places.Wish;

/** All who come to gatherings, and what staff do with them at the door. */
public interface Attendees {

    /** Everybody of whom a gathering knows, whatever became of them, the first to register first; nobody who is deleted soon. */
    List<Attendee> of(UUID gathering);

    /** Whoever has a ticket with this code, as somebody typed it; at most one for each gathering. */
    List<Attendee> withCode(String typed);

    /** How many are expected and how many are there, in each session and mode. */
    List<Turnout> turnout(UUID gathering);

    /**
     * Notes that some of a party have come.
     *
     * @throws org.clarion.actions.store.ActionRefusal if that is not possible any more, as things stand now
     */
    void checkIn(UUID registration, Press press, int session, int heads);

    /** Takes the last arrival back. Refuses like {@link #checkIn}. */
    void takeBack(UUID registration, Press press, int session);

    /**
     * Lets guests in who have not registered, if there is room for them: they get a place as everybody does, and no mail.
     *
     * @param press its id is that of the registration, so that a second press adds nobody
     * @param name empty for nobody's
     * @return empty where there are not enough places
     */
    Optional<Attendee> letIn(Gathering gathering, Press press, int session, Wish wish, String name);

    /** Takes guests out again whom a finger has let in. Whoever has registered cannot be sent away like this. */
    void sendAway(UUID registration);
}
