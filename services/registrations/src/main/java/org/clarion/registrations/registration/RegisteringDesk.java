package org.clarion.registrations.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Request.Alter;
import org.clarion.registrations.places.Request.Ask;
import org.clarion.registrations.registration.RegistrationRefusal.Reason;
import org.clarion.servicedefaults.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes registrations. Who registers for the first time, for the second time, or with somebody else's address gets the same
 * answer; what differs is the mail that follows.
 */
@Component
class RegisteringDesk {

    private static final int TRIES = 5;

    private final Gatherings gatherings;
    private final Registrations registrations;
    private final PlacesDesk places;
    private final RegistrationSettings settings;
    private final Clock clock;

    RegisteringDesk(
            Gatherings gatherings,
            Registrations registrations,
            PlacesDesk places,
            RegistrationSettings settings,
            Clock clock) {
        this.gatherings = gatherings;
        this.registrations = registrations;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /** The gathering, if somebody can register for it now. */
    Gathering gatheringToCome(String slug) {
        var gathering = gatherings.published(slug).orElseThrow(() -> new RegistrationRefusal(Reason.UNKNOWN_GATHERING));
        var now = clock.instant();
        if (!gathering.takesRegistrationsAt(now)) {
            throw new RegistrationRefusal(
                    switch (gathering.status()) {
                        case CANCELLED -> Reason.GATHERING_CANCELLED;
                        case PAST -> Reason.GATHERING_PAST;
                        case DRAFT, OPEN, CLOSED -> gathering.isYetToOpenAt(now) ? Reason.NOT_OPEN_YET : Reason.CLOSED;
                    });
        }
        return gathering;
    }

    /** Returns once the registration is kept. What becomes of it is decided within seconds, and told by mail. */
    void register(Gathering gathering, Submission submission) {
        var now = clock.instant();
        checkInvitation(submission);
        if (!submission.formerly().isEmpty() && registeredAgain(gathering, submission, now)) {
            return;
        }
        for (int i = 1; ; i++) {
            try {
                askForPlaces(registrations.add(Registration.submitted(
                        Ids.next(),
                        submission,
                        gathering.admission().approval(),
                        TicketCode.next(),
                        settings.keptUnconfirmed(),
                        now)));
                return;
            } catch (DuplicateKeyException e) {
                // Forgotten between the two looks, or a ticket's code that somebody else has: it can be added after
                // all.
                if (registeredAgain(gathering, submission, now)) {
                    return;
                }
                checkInvitation(submission);
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** A code that somebody else has used is used for everybody alike, whoever they say they are. */
    private void checkInvitation(Submission submission) {
        var invitation = submission.invitation();
        if (invitation != null
                && registrations
                        .withInvitation(invitation)
                        .filter(user -> !submission.isOf(user))
                        .isPresent()) {
            throw new RegistrationRefusal(Reason.INVITATION_USED);
        }
    }

    private boolean registeredAgain(Gathering gathering, Submission submission, Instant now) {
        var known = registrations.ofRegistrant(submission.registrants());
        try {
            known.flatMap(registration -> registrations.change(
                            registration,
                            current -> current.submittedAgain(
                                    submission, gathering.admission().approval(), settings.keptUnconfirmed(), now)))
                    .ifPresent(registration -> {
                        askForPlaces(registration);
                        alterIfUnconfirmed(registration, submission);
                    });
        } catch (DuplicateKeyException e) {
            checkInvitation(submission);
            throw e;
        }
        return known.isPresent();
    }

    /** Another choice on a second form counts as long as nothing is confirmed; where there is no room for it the first one stays. */
    private void alterIfUnconfirmed(Registration registration, Submission submission) {
        if (registration.status() == Registration.Status.AWAITING_CONFIRMATION
                && registration.seat().isLive()
                && !registration.seat().wish().equals(submission.wish())) {
            places.ask(
                    registration.gathering(),
                    new Alter(registration.id(), registration.seat().life(), submission.wish()));
        }
    }

    /** Nobody waits for the answer: a sweeper asks once more where it is lost. */
    void askForPlaces(Registration registration) {
        if (registration.isUndecided()) {
            places.ask(
                    registration.gathering(),
                    new Ask(
                            registration.id(),
                            registration.seat().life(),
                            registration.seat().wish(),
                            false));
        }
    }

    /** Sends the mail to confirm once more, where there is something to confirm. */
    void resend(UUID registrant) {
        registrations
                .ofRegistrant(List.of(registrant))
                .ifPresent(registration ->
                        registrations.change(registration, current -> current.askedAgain(clock.instant())));
    }
}
