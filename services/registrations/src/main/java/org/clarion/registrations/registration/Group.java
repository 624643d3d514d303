package org.clarion.registrations.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.servicedefaults.WireNamed;

/**
 * Some of those who registered for a gathering.
 *
 * @param session number of the session to which they want to come; 0 for any
 */
public record Group(Kind kind, int session) {

    public enum Kind implements WireNamed {
        CONFIRMED(Status.CONFIRMED),
        WAITING(Status.WAITING, Status.OFFERED),
        IN_APPROVAL(Status.IN_APPROVAL);

        private final List<Status> states;

        Kind(Status... states) {
            this.states = List.of(states);
        }

        List<String> states() {
            return states.stream().map(Status::name).toList();
        }
    }

    public static Group of(Kind kind) {
        return new Group(kind, 0);
    }

    /** {@code waiting}, or {@code confirmed-3} for those who have a place in session 3; empty for anything else. */
    public static Optional<Group> parse(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> text.matches(kind.wireName() + "(-[1-9][0-9]{0,3})?"))
                .map(kind -> new Group(
                        kind,
                        text.equals(kind.wireName())
                                ? 0
                                : Integer.parseInt(
                                        text.substring(kind.wireName().length() + 1))))
                .findFirst();
    }

    public String wireName() {
        return session == 0 ? kind.wireName() : kind.wireName() + "-" + session;
    }

    boolean has(Registration registration) {
        return kind.states.contains(registration.status())
                && registration.supporter() != null
                && (session == 0 || registration.seat().wish().sessions().contains(session));
    }
}
