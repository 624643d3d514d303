package org.clarion.registrations.places;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Those who ask for places and take what is decided. */
public interface Registrants {

    /**
     * Those of these requests whose registration may have no claim and still make or end one, as the store says now. It is
     * asked after the places were read: who had a claim before has taken what became of it.
     */
    Set<UUID> free(Collection<Request> requests);

    /**
     * Lets registrations take what was decided about them, each if it has not taken something newer.
     *
     * @return the decisions that need not be handed over again
     */
    List<Decision> take(UUID gathering, Collection<Decision> decisions);
}
