package org.clarion.registrations.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clarion.pageshell.Sought;
import org.clarion.registrations.gathering.Gathering;

/**
 * Those of a list whom somebody asks for. Whatever is empty leaves nobody out.
 *
 * @param q part of a name, an address or a code
 * @param state of a registration, or whether they came
 * @param session number of one
 * @param mode as the wire names it
 */
record Selection(String q, String state, String session, String mode) {

    static final List<String> STATES = List.of(
            Attendee.WITH_A_PLACE,
            Presence.ATTENDED.wireName(),
            Presence.ABSENT.wireName(),
            "waiting",
            "offered",
            "awaiting-confirmation",
            "in-approval",
            "declined",
            "cancelled");

    static Selection ofSession(String session) {
        return new Selection("", Attendee.WITH_A_PLACE, session, "");
    }

    public boolean isEverybody() {
        return Stream.of(q, state, session, mode).allMatch(String::isBlank);
    }

    List<Attendee> of(List<Attendee> all, Gathering gathering, Instant now) {
        var sought = new Sought(q);
        return all.stream()
                .filter(each -> sought.isIn(each.name(), each.email(), each.code()))
                .filter(each -> mode.isBlank() || each.wish().mode().wireName().equals(mode))
                .filter(each -> session.isBlank() || sessions(each).findAny().isPresent())
                .filter(each -> state.isBlank() || isIn(each, gathering, now))
                .toList();
    }

    private boolean isIn(Attendee attendee, Gathering gathering, Instant now) {
        return attendee.state().equals(state)
                || attendee.hasPlace()
                        && sessions(attendee)
                                .map(gathering::session)
                                .flatMap(Optional::stream)
                                .anyMatch(each -> Presence.of(attendee, each, now)
                                        .wireName()
                                        .equals(state));
    }

    /** Those of the attendee that are asked for. */
    private Stream<Integer> sessions(Attendee attendee) {
        return attendee.sessions().stream().filter(each -> session.isBlank() || session.equals(each.toString()));
    }
}
