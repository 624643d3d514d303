package org.clarion.registrations.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.messaging.outbox.Change;
import org.clarion.registrations.attendance.Attendance;
import org.clarion.registrations.attendance.Attendee;
import org.clarion.registrations.attendance.Attendees;
import org.clarion.registrations.attendance.Press;
import org.clarion.registrations.attendance.Turnout;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Request;
import org.clarion.registrations.places.Request.Admit;
import org.clarion.registrations.places.Request.End;
import org.clarion.registrations.places.Wish;
import org.clarion.registrations.registration.Registration.Status;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Registrations as staff see them at the door. */
@Component
class GuestBook implements Attendees {

    /** Where totals count those from who came without a registration. */
    private static final String SOURCE = "door";

    /** Whoever was turned away, or whose instance ended in the middle, is not kept. */
    private static final Duration KEPT_UNDECIDED = Duration.ofHours(1);

    private static final int TRIES = 5;

    private final Registrations registrations;
    private final Turnouts turnouts;
    private final PlacesDesk places;
    private final Takings takings;
    private final Clock clock;

    GuestBook(Registrations registrations, Turnouts turnouts, PlacesDesk places, Takings takings, Clock clock) {
        this.registrations = registrations;
        this.turnouts = turnouts;
        this.places = places;
        this.takings = takings;
        this.clock = clock;
    }

    @Override
    public List<Attendee> of(UUID gathering) {
        return shown(registrations.of(gathering));
    }

    @Override
    public List<Attendee> withCode(String typed) {
        return TicketCode.read(typed)
                .map(code -> shown(registrations.withCode(code)))
                .orElse(List.of());
    }

    @Override
    public List<Turnout> turnout(UUID gathering) {
        return turnouts.of(gathering);
    }

    @Override
    public void checkIn(UUID registration, Press press, int session, int heads) {
        change(registration, current -> current.checkIn(press, session, heads, clock.instant()));
    }

    @Override
    public void takeBack(UUID registration, Press press, int session) {
        change(registration, current -> current.takeBack(press, session, clock.instant()));
    }

    private void change(
            UUID registration, Function<Registration, Optional<? extends Change<Registration, ?>>> decision) {
        registrations.change(registration, decision).orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
    }

    @Override
    public Optional<Attendee> letIn(Gathering gathering, Press press, int session, Wish wish, String name) {
        var guests = kept(gathering, press, session, wish, name);
        if (guests.status().isBeforePlaces()) {
            ask(
                    guests,
                    new Admit(guests.id(), guests.seat().life(), guests.seat().wish()));
        }
        return registrations
                .find(guests.id())
                .filter(decided -> decided.status() == Status.CONFIRMED)
                .map(GuestBook::attendee);
    }

    /** Keeps them, undecided, as every registration is kept first; or finds those whom the same press has brought before. */
    private Registration kept(Gathering gathering, Press press, int session, Wish wish, String name) {
        var by = new Registrant(name, null, Map.of(), null, null);
        var details = new Details(by, gathering.programme().language(), SOURCE, null);
        for (int i = 1; ; i++) {
            var now = clock.instant();
            var seen = Attendance.of(press, session, wish.heads(), now);
            try {
                return registrations.add(Registration.atTheDoor(
                        press.id(), gathering, wish, details, TicketCode.next(), seen, KEPT_UNDECIDED, now));
            } catch (DuplicateKeyException e) {
                var known = registrations.find(press.id());
                if (known.isPresent()) {
                    return known.filter(each -> each.registrant() == null
                                    && each.gathering().equals(gathering.id()))
                            .orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
                }
                if (i == TRIES) {
                    throw e; // not another ticket's code, then
                }
            }
        }
    }

    @Override
    public void sendAway(UUID registration) {
        var guests = registrations
                .find(registration)
                .filter(each -> each.isGuest() || each.status().isOver())
                .orElseThrow(() -> new ActionRefusal(Reason.NOT_IN_THAT_STATE));
        if (!guests.status().isOver()) {
            ask(guests, new End(guests.id(), guests.seat().life(), guests.seat().wish(), Outcome.TURNED_AWAY));
        }
    }

    /** Lets the registration take at once what was decided, so that whoever asked sees it on the next page. */
    private void ask(Registration registration, Request request) {
        var answer = places.askAndWait(registration.gathering(), request);
        if (answer.decision() != null) {
            takings.take(registration.gathering(), List.of(answer.decision()));
        }
    }

    private static List<Attendee> shown(List<Registration> registrations) {
        return registrations.stream()
                .filter(each -> each.status() != Status.EXPIRED && each.status() != Status.INVALIDATED)
                .map(GuestBook::attendee)
                .toList();
    }

    private static Attendee attendee(Registration registration) {
        var by = registration.details().by();
        return new Attendee(
                registration.id(),
                registration.gathering(),
                registration.code(),
                registration.status().wireName(),
                by == null ? null : by.name(),
                by == null ? null : by.email(),
                by == null ? Map.of() : by.answers(),
                by == null ? null : by.needs(),
                by == null ? null : by.diet(),
                registration.seat().wish(),
                registration.attendance(),
                registration.isGuest(),
                registration.recordedAt());
    }
}
