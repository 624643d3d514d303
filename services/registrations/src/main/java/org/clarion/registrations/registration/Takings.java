package org.clarion.registrations.registration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clarion.messaging.outbox.Change;
import org.clarion.registrations.places.Decision;
import org.clarion.registrations.places.Registrants;
import org.clarion.registrations.places.Request;
import org.clarion.registrations.places.Request.Approve;
import org.clarion.registrations.places.Request.Ask;
import org.springframework.stereotype.Component;

/** Brings what was decided about places to the registrations, many at a time. */
@Component
class Takings implements Registrants {

    private final Registrations registrations;
    private final Clock clock;

    Takings(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public Set<UUID> free(Collection<Request> requests) {
        var found =
                registrations.byId(requests.stream().map(Request::registration).toList());
        var free = new HashSet<UUID>();
        for (var request : requests) {
            var registration = found.get(request.registration());
            if (registration != null && registration.seat().life() == request.life() && isFree(registration, request)) {
                free.add(request.registration());
            }
        }
        return free;
    }

    private static boolean isFree(Registration registration, Request request) {
        return switch (request) {
            case Approve approve -> registration.isRuled();
            case Ask ask when !ask.confirmed() -> registration.isUndecided();
            default -> registration.status().isBeforePlaces();
        };
    }

    @Override
    public List<Decision> take(UUID gathering, Collection<Decision> decisions) {
        var newest = new HashMap<UUID, Decision>();
        decisions.forEach(decision -> newest.merge(
                decision.registration(), decision, (one, other) -> one.version() > other.version() ? one : other));
        var found = registrations.byId(newest.keySet());
        var now = clock.instant();
        var done = new ArrayList<Decision>();
        var changes = new ArrayList<Change<Registration, RegistrationEvent>>();
        for (var decision : newest.values()) {
            var registration = found.get(decision.registration());
            var change = registration == null
                    ? Optional.<Change<Registration, RegistrationEvent>>empty()
                    : registration.take(decision, now);
            change.ifPresentOrElse(changes::add, () -> done.add(decision));
        }
        registrations.saveAll(changes).forEach(saved -> done.add(newest.get(saved.id())));
        return done;
    }
}
