package org.clarion.registrations.registration;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.clarion.actions.consent.ConsentLedger;
import org.clarion.messaging.outbox.Change;
import org.clarion.registrations.places.Decision;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationCancelled;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationChanged;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationConfirmed;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationDeclined;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationExpired;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationInvalidated;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationOffered;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationQueued;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationRecorded;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationReleased;
import org.jspecify.annotations.Nullable;

/** What becomes of a registration once something is decided about its places, with the event and the mail that belong to it. */
final class Placement {

    private final Registration registration;
    private final Seat taking;
    private final Instant now;

    /** @param taking the seat as it is decided */
    Placement(Registration registration, Seat taking, Instant now) {
        this.registration = registration;
        this.taking = taking;
        this.now = now;
    }

    Change<Registration, RegistrationEvent> by(Decision decision) {
        var change = switch (decision.outcome()) {
            case HELD, QUEUED -> held();
            case GIVEN -> given();
            case WAITING -> asking(placed(Status.WAITING), new RegistrationQueued(), Registration.WAITING_MAIL);
            case OFFERED -> asking(placed(Status.OFFERED), new RegistrationOffered(), Registration.OFFER_MAIL);
            case RELEASED -> released();
            case OVER -> isUnconfirmed() ? released() : cancelled();
            case CANCELLED, LAPSED, CALLED_OFF -> cancelled();
            case DECLINED -> declined();
            case DISOWNED -> Change.<Registration, RegistrationEvent>of(disowned(), new RegistrationInvalidated());
            case EXPIRED, TURNED_AWAY -> ended();
        };
        return writtenTo(changedOnly(change, decision));
    }

    /**
     * Who had the same already, only for other sessions or heads, has changed and not got a new place. Where the gathering has
     * changed, and not the party, it tells of that itself.
     */
    private Change<Registration, RegistrationEvent> changedOnly(
            Change<Registration, RegistrationEvent> change, Decision decision) {
        return before() == decision.outcome() && decision.outcome().isLive()
                ? new Change<>(
                        change.state(), new RegistrationChanged(), decision.byItself() ? List.of() : change.mails())
                : change;
    }

    /** Guests whom staff let in have no address. */
    private Change<Registration, RegistrationEvent> writtenTo(Change<Registration, RegistrationEvent> change) {
        return registration.supporter() == null ? new Change<>(change.state(), change.event(), List.of()) : change;
    }

    private Change<Registration, RegistrationEvent> held() {
        var held = next().status(Status.AWAITING_CONFIRMATION).registration();
        var before = before();
        return before == null || !before.isLive()
                ? asking(held, new RegistrationRecorded(), held.confirmMail())
                : Change.of(held, new RegistrationRecorded());
    }

    private Change<Registration, RegistrationEvent> given() {
        var all = new HashSet<>(registration.invited());
        all.addAll(taking.wish().sessions());
        var given = decided(registration.confirmed(Status.CONFIRMED, now))
                .invited(all)
                .placedAt(before() == Outcome.GIVEN ? registration.placedAt() : now)
                .registration();
        return asking(given, new RegistrationConfirmed(), Registration.TICKET_MAIL);
    }

    private Registration placed(Status status) {
        return decided(registration.confirmed(status, now)).registration();
    }

    private Change<Registration, RegistrationEvent> released() {
        return Change.of(next().status(Status.AWAITING_CONFIRMATION).registration(), new RegistrationReleased());
    }

    private Change<Registration, RegistrationEvent> cancelled() {
        var givenUp = taking.outcome() == Outcome.CANCELLED;
        var cancelled = next().status(Status.CANCELLED)
                .invitation(null)
                .consents(givenUp ? ConsentLedger.endingUpdates(registration.consents(), now) : registration.consents())
                .expiresAt(registration.confirmedAt() == null ? registration.expiresAt() : null)
                .registration();
        // Nothing was confirmed: nobody is waiting to hear. And who waited in vain learns nothing new once it has
        // begun.
        return isUnconfirmed() || taking.outcome() == Outcome.OVER
                ? Change.of(cancelled, new RegistrationCancelled())
                : asking(cancelled, new RegistrationCancelled(), endMail());
    }

    private String endMail() {
        return taking.outcome() == Outcome.LAPSED
                ? Registration.LAPSED_MAIL
                : taking.outcome() == Outcome.CALLED_OFF ? Registration.CALLED_OFF_MAIL : Registration.CANCELLED_MAIL;
    }

    private Change<Registration, RegistrationEvent> declined() {
        var declined = next().status(Status.DECLINED).invitation(null).registration();
        return asking(declined, new RegistrationDeclined(), Registration.DECLINED_MAIL);
    }

    /**
     * What was never confirmed keeps nothing that leads to a person and can be deleted. One that had been confirmed in an earlier
     * life is cancelled again: somebody else's attempt must not wipe out what its owner once chose.
     */
    Change<Registration, RegistrationEvent> ended() {
        return registration.confirmedAt() == null
                ? Change.of(expired(), new RegistrationExpired())
                : Change.of(
                        next().status(Status.CANCELLED)
                                .details(registration.details().erased())
                                .invitation(null)
                                .expiresAt(null)
                                .registration(),
                        new RegistrationCancelled());
    }

    private Registration expired() {
        return next().registrant(null)
                .supporter(null)
                .status(Status.EXPIRED)
                .details(registration.details().erased())
                .invitation(null)
                .mails(registration.mails().withoutRequests())
                .consents(List.of())
                .registration();
    }

    private Registration disowned() {
        return next().status(Status.INVALIDATED)
                .details(registration.details().erased())
                .invitation(null)
                .consents(ConsentLedger.endingUpdates(registration.consents(), now))
                .registration();
    }

    private boolean isUnconfirmed() {
        return registration.status() == Status.AWAITING_CONFIRMATION;
    }

    private @Nullable Outcome before() {
        return registration.seat().outcome();
    }

    private RegistrationBuilder next() {
        return decided(registration.next());
    }

    private RegistrationBuilder decided(RegistrationBuilder next) {
        return next.seat(taking).placedAt(null).undecidedSince(null);
    }

    private static Change<Registration, RegistrationEvent> asking(
            Registration next, RegistrationEvent event, String mail) {
        return Change.of(next, event).asking(next.mail(mail));
    }
}
