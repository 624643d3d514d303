package org.clarion.registrations.places;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be dealt with at one moment.
 *
 * @param rules those of the gathering as it is known; null where nothing new is known
 * @param taken decisions that their registrations have taken since
 * @param requests in the order in which they came
 * @param askers registrations that were seen, after the places were, to have no claim and to be free to make one or to end
 */
record Pass(@Nullable Rules rules, List<Decision> taken, List<Request> requests, Set<UUID> askers) {

    Pass {
        taken = List.copyOf(taken);
        requests = List.copyOf(requests);
        askers = Set.copyOf(askers);
    }
}
