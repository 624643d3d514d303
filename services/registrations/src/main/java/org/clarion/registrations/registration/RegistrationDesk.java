package org.clarion.registrations.registration;

import java.time.Clock;
import java.util.List;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.link.ParticipationLinks.Opened;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.places.Answer;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Request;
import org.clarion.registrations.places.Request.Accept;
import org.clarion.registrations.places.Request.Alter;
import org.clarion.registrations.places.Request.Ask;
import org.clarion.registrations.places.Request.End;
import org.clarion.registrations.places.Wish;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.registrations.registration.RegistrationRefusal.Reason;
import org.springframework.stereotype.Component;

/** What the owner of an address does with a registration, each by a link from a mail. */
@Component
class RegistrationDesk {

    private final RegistrationLinks links;
    private final Registrations registrations;
    private final PlacesDesk places;
    private final Takings takings;
    private final Clock clock;

    RegistrationDesk(
            RegistrationLinks links, Registrations registrations, PlacesDesk places, Takings takings, Clock clock) {
        this.links = links;
        this.registrations = registrations;
        this.places = places;
        this.takings = takings;
        this.clock = clock;
    }

    /** Turns what is held into a place, or a place in the queue. A second time changes nothing. */
    void confirm(String slug, String token) {
        var opened = opened(RegistrationLink.CONFIRM, slug, token);
        var registration = opened.participation();
        if (registration.status() != Status.AWAITING_CONFIRMATION) {
            if (registration.status().isOver()) {
                throw new RegistrationRefusal(Reason.NOT_IN_THAT_STATE);
            }
            return;
        }
        checkThatItIsToCome(opened);
        if (registration.approval()) {
            registrations.change(registration, current -> current.apply(clock.instant()));
            return;
        }
        var wish = registration.seat().wish();
        var answer =
                ask(registration, new Ask(registration.id(), registration.seat().life(), wish, true));
        if (answer.decision() != null && answer.decision().outcome() == Outcome.OVER) {
            throw new RegistrationRefusal(Reason.HAS_BEGUN);
        }
        switch (answer.verdict()) {
            case DONE, ALREADY -> {}
            case NO_ROOM, NOT_FULL, GONE, TOO_LATE -> throw new RegistrationRefusal(Reason.NOT_IN_THAT_STATE);
        }
    }

    void disown(String slug, String token) {
        var registration = opened(RegistrationLink.NOT_ME, slug, token).participation();
        if (!registration.status().isOver()) {
            end(registration, Outcome.DISOWNED);
        }
    }

    /** Until it begins; from the waiting list too. */
    void cancel(String slug, String token) {
        var registration = opened(RegistrationLink.CANCEL, slug, token).participation();
        if (registration.status().isOver()) {
            return;
        }
        switch (end(registration, Outcome.CANCELLED).verdict()) {
            case DONE, ALREADY, GONE, NO_ROOM, NOT_FULL -> {}
            case TOO_LATE -> throw new RegistrationRefusal(Reason.HAS_BEGUN);
        }
    }

    /** Gives up what can be given up: everything, or the sessions at which nobody of the party was seen. */
    void leave(Registration registration) {
        var seen = registration.attendance().bySession().keySet();
        var wish = registration.seat().wish();
        if (seen.isEmpty()) {
            end(registration, Outcome.CANCELLED);
        } else if (!seen.equals(wish.sessions())) {
            var come = new Wish(seen, wish.mode(), wish.heads());
            ask(registration, new Alter(registration.id(), registration.seat().life(), come));
        }
    }

    void accept(String slug, String token) {
        var registration = opened(RegistrationLink.OFFER, slug, token).participation();
        if (registration.status() == Status.CONFIRMED) {
            return;
        }
        switch (ask(
                        registration,
                        new Accept(registration.id(), registration.seat().life()))
                .verdict()) {
            case DONE, ALREADY -> {}
            case NO_ROOM, NOT_FULL, GONE, TOO_LATE -> throw new RegistrationRefusal(Reason.OFFER_GONE);
        }
    }

    void change(String slug, String token, Wish wish) {
        var registration = opened(RegistrationLink.MANAGE, slug, token).participation();
        switch (ask(
                        registration,
                        new Alter(registration.id(), registration.seat().life(), wish))
                .verdict()) {
            case DONE, ALREADY -> {}
            case NO_ROOM -> throw new RegistrationRefusal(Reason.NO_ROOM);
            case TOO_LATE -> throw new RegistrationRefusal(Reason.HAS_BEGUN);
            case GONE, NOT_FULL -> throw new RegistrationRefusal(Reason.NOT_IN_THAT_STATE);
        }
    }

    void chooseUpdates(String slug, String token, boolean wanted) {
        var registration = opened(RegistrationLink.MANAGE, slug, token).participation();
        var details = registration.mails().details();
        registrations.change(registration, current -> {
            if (current.mails().details() != details) {
                throw new RegistrationRefusal(Reason.UNKNOWN_LINK); // replaced while we were looking
            }
            return current.chooseUpdates(UpdatesConsent.change(wanted, clock.instant()));
        });
    }

    private Answer end(Registration registration, Outcome why) {
        return ask(
                registration,
                new End(
                        registration.id(),
                        registration.seat().life(),
                        registration.seat().wish(),
                        why));
    }

    /** Lets the registration take at once what was decided, so that whoever asked sees it on the next page. */
    private Answer ask(Registration registration, Request request) {
        var answer = places.askAndWait(registration.gathering(), request);
        if (answer.decision() != null) {
            takings.take(registration.gathering(), List.of(answer.decision()));
        }
        return answer;
    }

    private Opened<Gathering, Registration> opened(RegistrationLink link, String slug, String token) {
        var opened = links.open(link, slug, token);
        if (opened.expired()) {
            throw new RegistrationRefusal(Reason.EXPIRED_LINK);
        }
        return opened;
    }

    private void checkThatItIsToCome(Opened<Gathering, Registration> opened) {
        switch (opened.action().status()) {
            case CANCELLED -> throw new RegistrationRefusal(Reason.GATHERING_CANCELLED);
            case PAST -> throw new RegistrationRefusal(Reason.GATHERING_PAST);
            case DRAFT, OPEN, CLOSED -> {
                var ends = opened.action().endsAt();
                if (ends != null && !clock.instant().isBefore(ends)) {
                    throw new RegistrationRefusal(Reason.GATHERING_PAST);
                }
            }
        }
    }
}
