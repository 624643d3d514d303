package org.clarion.registrations.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clarion.actions.consent.ConsentLedger;
import org.clarion.actions.link.Participation;
import org.clarion.actions.mail.Mails;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.mail.MailRequest;
import org.clarion.messaging.outbox.Change;
import org.clarion.registrations.attendance.Attendance;
import org.clarion.registrations.attendance.Press;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.places.Decision;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.Wish;
import org.clarion.registrations.registration.Appraisal.Opinion;
import org.clarion.registrations.registration.Appraisal.Ruling;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationAmended;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationApplied;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationCheckInUndone;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationCheckedIn;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationConsentChanged;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationForgotten;
import org.clarion.registrations.registration.RegistrationEvent.RegistrationRecorded;
import org.clarion.registrations.registration.RegistrationRefusal.Reason;
import org.clarion.servicedefaults.WireNamed;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One supporter and their party at one gathering. Who gets a place is decided elsewhere (see {@code places}); a registration
 * takes what was decided, each decision once and none that is older than what it has taken.
 *
 * @param registrant the supporter within this gathering, unique; null once forgotten, and for guests whom staff let in
 * @param supporter the same; where there is none nobody is written to
 * @param code six symbols by which it is known at the door, unique within the gathering
 * @param attendance who of the party was seen
 * @param invitation the code that was used up for it, within this gathering; null where none is asked for, and once it is free again
 * @param approval whether staff decide about it once it is confirmed
 * @param consents the choices that count, the newest last; none is removed before it is forgotten whose it was
 * @param told causes of mails that are sent once for each
 * @param invited numbers of the sessions that ever stood in its calendar
 * @param edition of the gathering that it knows of; of what changes later it is to be told
 * @param recordedAt when it was last given
 * @param confirmedAt when its address was first confirmed; set once
 * @param placedAt since when it has a place; null where it has none
 * @param keptUntil when it is looked at again for what is to be forgotten; null once nothing is left
 * @param undecidedSince since when a place has been asked for, by its owner or by staff, and nothing decided; null otherwise
 * @param expiresAt when it is deleted if it stays unconfirmed; null once confirmed
 */
@Document("registrations")
record Registration(
        @Id UUID id,
        long version,
        UUID gathering,
        @Nullable UUID registrant,
        @Nullable Supporter supporter,
        Status status,
        Seat seat,
        Details details,
        String code,
        Attendance attendance,
        @Nullable UUID invitation,
        boolean approval,
        Mails mails,
        List<ConsentChoice> consents,
        Set<String> told,
        Set<Integer> invited,
        int edition,
        Instant recordedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant placedAt,
        @Nullable Instant keptUntil,
        @Nullable Instant undecidedSince,
        @Nullable Instant expiresAt)
        implements Participation {

    enum Status implements WireNamed {
        AWAITING_CONFIRMATION,
        /** Staff are to decide. */
        IN_APPROVAL,
        WAITING,
        OFFERED,
        CONFIRMED,
        DECLINED,
        CANCELLED,
        INVALIDATED,
        EXPIRED;

        boolean isOver() {
            return this == DECLINED || this == CANCELLED || this == INVALIDATED || this == EXPIRED;
        }

        /** Whether it may come to places, or to its end, without having a claim. */
        boolean isBeforePlaces() {
            return this == AWAITING_CONFIRMATION || this == IN_APPROVAL;
        }
    }

    /** In the name of a cause: what follows stands for the address to join at. */
    static final String JOIN = "-join-";

    static final String CONFIRM_MAIL = "registration.confirm";
    static final String CONFIRM_WAITING_MAIL = "registration.confirm-waiting";
    static final String CONFIRM_APPLICATION_MAIL = "registration.confirm-application";
    static final String ALREADY_MAIL = "registration.already";
    static final String APPLIED_MAIL = "registration.applied";
    static final String DECLINED_MAIL = "registration.declined";
    static final String TICKET_MAIL = "registration.ticket";
    static final String WAITING_MAIL = "registration.waiting";
    static final String OFFER_MAIL = "registration.offer";
    static final String CANCELLED_MAIL = "registration.cancelled";
    static final String LAPSED_MAIL = "registration.offer-lapsed";
    static final String CALLED_OFF_MAIL = "registration.called-off";
    static final String CHANGE_MAIL = "registration.change";
    static final String REMINDER_MAIL = "registration.reminder";
    static final String REMINDER_ONLINE_MAIL = "registration.reminder-online";
    static final String MESSAGE_MAIL = "registration.message";
    static final String THANKS_MAIL = "registration.thanks";
    static final String THANKS_RECORDING_MAIL = "registration.thanks-recording";

    Registration {
        attendance = Objects.requireNonNullElse(attendance, Attendance.NONE); // stored before there was a door
        consents = List.copyOf(consents);
        told = Set.copyOf(told);
        invited = Set.copyOf(invited);
    }

    @Override
    public long addressVersion() {
        return mails.details();
    }

    /**
     * The first that is known of it: kept, and not yet announced, because nothing is decided. Where staff decide there is
     * nothing to wait for.
     */
    static Change<Registration, RegistrationEvent> submitted(
            UUID id, Submission submission, boolean approval, String code, Duration keptFor, Instant now) {
        var registration = new Registration(
                id,
                1,
                submission.gathering(),
                submission.registrant(),
                submission.supporter(),
                Status.AWAITING_CONFIRMATION,
                Seat.wished(1, submission.wish()),
                submission.details(),
                code,
                Attendance.NONE,
                submission.invitation(),
                approval,
                Mails.first(submission.request(), now),
                List.of(),
                Set.of(),
                Set.of(),
                submission.edition(),
                now,
                null,
                null,
                submission.endsAt(),
                approval ? null : now,
                now.plus(keptFor));
        return approval
                ? Change.<Registration, RegistrationEvent>of(registration, new RegistrationRecorded())
                        .asking(registration.mail(CONFIRM_APPLICATION_MAIL))
                : Change.silent(registration);
    }

    /**
     * Guests who have not registered and stand at the door, seen before anything is decided. They are no supporters: none
     * stands in another's way, and nobody writes to them.
     */
    static Change<Registration, RegistrationEvent> atTheDoor(
            UUID id,
            Gathering gathering,
            Wish wish,
            Details details,
            String code,
            Attendance attendance,
            Duration keptFor,
            Instant now) {
        return Change.silent(new Registration(
                id,
                1,
                gathering.id(),
                null,
                null,
                Status.AWAITING_CONFIRMATION,
                Seat.wished(1, wish),
                details,
                code,
                attendance,
                null,
                false,
                Mails.NONE,
                List.of(),
                Set.of(),
                Set.of(),
                gathering.edition(),
                now,
                null,
                null,
                gathering.endsAt(),
                null, // no sweeper asks for places: who stands at the door waits for the answer
                now.plus(keptFor)));
    }

    /**
     * The same supporter registers once more. Who does it is not proven, so nothing changes that has been confirmed, and
     * nothing at all once no further mail may be sent: a link that still works must not lapse for nothing.
     */
    Optional<Change<Registration, RegistrationEvent>> submittedAgain(
            Submission again, boolean approval, Duration keptFor, Instant now) {
        if (mails.answered(again.request())) {
            return Optional.empty();
        }
        return switch (status) {
            case AWAITING_CONFIRMATION ->
                mails.exhausted()
                        ? Optional.empty()
                        : Optional.of(amended(again, mails.forNewDetails(again.request(), now), keptFor, now));
            case INVALIDATED ->
                mails.exhausted()
                        ? Optional.empty()
                        : Optional.of(reborn(again, approval, mails.forNewDetails(again.request(), now), keptFor, now));
            case CANCELLED ->
                Optional.of(reborn(again, approval, mails.forNewLife(again.request(), now), keptFor, now));
            case IN_APPROVAL, WAITING, OFFERED, CONFIRMED -> tellingThatItIsThere(again.request(), now);
            case DECLINED, EXPIRED -> Optional.empty();
        };
    }

    /** While places are held, or staff are to decide, only the details change; what was released is asked for once more. */
    private Change<Registration, RegistrationEvent> amended(
            Submission again, Mails mails, Duration keptFor, Instant now) {
        if (approval || seat.isLive()) {
            var wished = approval ? seat.wishing(again.wish()) : seat;
            var amended = awaiting(again, wished, mails, approval, undecidedSince, keptFor, now);
            return Change.<Registration, RegistrationEvent>of(amended, new RegistrationAmended())
                    .asking(amended.mail(amended.confirmMail()));
        }
        return undecidedSince != null
                ? Change.silent(
                        awaiting(again, seat.nextLife(again.wish()), mails, false, undecidedSince, keptFor, now))
                : Change.silent(awaiting(again, seat.nextLife(again.wish()), mails, false, now, keptFor, now));
    }

    private Change<Registration, RegistrationEvent> reborn(
            Submission again, boolean approval, Mails mails, Duration keptFor, Instant now) {
        var reborn = awaiting(again, seat.nextLife(again.wish()), mails, approval, approval ? null : now, keptFor, now);
        return approval
                ? Change.<Registration, RegistrationEvent>of(reborn, new RegistrationRecorded())
                        .asking(reborn.mail(CONFIRM_APPLICATION_MAIL))
                : Change.silent(reborn);
    }

    private Optional<Change<Registration, RegistrationEvent>> tellingThatItIsThere(
            @Nullable UUID request, Instant now) {
        if (mails.exhausted() || mails.toldAt() != null) {
            return Optional.empty();
        }
        Change<Registration, RegistrationEvent> told =
                Change.silent(next().mails(mails.tellingTwice(request, now)).registration());
        return Optional.of(told.asking(mail(ALREADY_MAIL)));
    }

    /** Asks for the mail to confirm once more; empty where there is nothing to confirm or the mails are used up. */
    Optional<Change<Registration, RegistrationEvent>> askedAgain(Instant now) {
        return switch (status) {
            case AWAITING_CONFIRMATION ->
                mails.exhausted() || undecidedSince != null
                        ? Optional.empty()
                        : Optional.of(Change.<Registration, RegistrationEvent>silent(
                                        next().mails(mails.oneMore()).registration())
                                .asking(mail(confirmMail())));
            case IN_APPROVAL, WAITING, OFFERED, CONFIRMED -> tellingThatItIsThere(null, now);
            case DECLINED, CANCELLED, INVALIDATED, EXPIRED -> Optional.empty();
        };
    }

    /** Forgets which requests were answered; empty while one of them may still be repeated. */
    Optional<Change<Registration, RegistrationEvent>> forgetRequests(Instant answeredUntil) {
        var last = mails.answeredAt();
        return last == null || last.isAfter(answeredUntil)
                ? Optional.empty()
                : Optional.of(
                        Change.silent(next().mails(mails.withoutRequests()).registration()));
    }

    /** Confirms an address where staff decide what follows. Empty if that has been done. */
    Optional<Change<Registration, RegistrationEvent>> apply(Instant now) {
        if (!approval || status != Status.AWAITING_CONFIRMATION) {
            return Optional.empty();
        }
        var applied = confirmed(Status.IN_APPROVAL, now).registration();
        return Optional.of(Change.<Registration, RegistrationEvent>of(applied, new RegistrationApplied())
                .asking(applied.mail(APPLIED_MAIL)));
    }

    /** Whether a place has been asked for, and nothing is decided. */
    boolean isUndecided() {
        return status == Status.AWAITING_CONFIRMATION && undecidedSince != null;
    }

    /** Whether staff have decided about the application, and the places have not. */
    boolean isRuled() {
        return status == Status.IN_APPROVAL && undecidedSince != null;
    }

    Appraisal appraisal() {
        return Objects.requireNonNullElse(details.appraisal(), Appraisal.NONE);
    }

    /** @param seen version of the details that the member of staff had before them */
    Change<Registration, RegistrationEvent> appraise(Opinion opinion, long seen) {
        checkApplication(seen);
        return Change.silent(
                next().details(details.appraised(appraisal().with(opinion))).registration());
    }

    /**
     * Keeps what staff have decided about an application. What comes of it is for the places to say; until they do, nobody
     * decides anything else.
     *
     * @param seen version of the details that the member of staff had before them
     */
    Change<Registration, RegistrationEvent> rule(Ruling ruling, long seen, Instant now) {
        checkApplication(seen);
        return Change.silent(next().details(details.appraised(appraisal().ruled(ruling)))
                .undecidedSince(now)
                .registration());
    }

    /** The places did not allow what staff have decided: it is to be decided again. */
    Optional<Change<Registration, RegistrationEvent>> unrule() {
        return isRuled()
                ? Optional.of(Change.silent(
                        next().details(details.appraised(appraisal().ruled(null)))
                                .undecidedSince(null)
                                .registration()))
                : Optional.empty();
    }

    private void checkApplication(long seen) {
        if (status != Status.IN_APPROVAL || isRuled() || mails.details() != seen) {
            throw new RegistrationRefusal(Reason.NOT_IN_THAT_STATE);
        }
    }

    /**
     * Takes what was decided about its places, with the event and the mail that belong to it. Empty for what it has taken, or
     * what something newer has overtaken.
     */
    Optional<Change<Registration, RegistrationEvent>> take(Decision decision, Instant now) {
        return decision.life() != seat.life() || decision.version() <= seat.version()
                ? Optional.empty()
                : Optional.of(new Placement(this, seat.taking(decision), now).by(decision));
    }

    /** Ends what is over without ever having been confirmed; empty if its time has not come. */
    Optional<Change<Registration, RegistrationEvent>> expire(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt) || !status.isOver() || status == Status.EXPIRED
                ? Optional.empty()
                : Optional.of(new Placement(this, seat, now).ended());
    }

    /** Notes the choice about updates, a no each time: it holds for other actions too. Empty where a yes stands already. */
    Optional<Change<Registration, RegistrationEvent>> chooseUpdates(ConsentChoice wish) {
        if (confirmedAt == null || status.isOver() || supporter == null) {
            throw new RegistrationRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return takesUpdates() && wish.choice() == Choice.GIVEN
                ? Optional.empty()
                : Optional.of(Change.of(
                        next().consents(ConsentLedger.and(consents, wish)).registration(),
                        new RegistrationConsentChanged()));
    }

    /** Its owner has said no to updates elsewhere. Empty where they had not said yes before. */
    Optional<Change<Registration, RegistrationEvent>> stopUpdates(ConsentChoice no) {
        var left = ConsentLedger.overtakes(no, details.choice()) ? details.withoutChoice() : details;
        return ConsentLedger.hearing(no, consents, details.choice())
                .map(heard -> next().details(left).consents(heard).registration())
                .map(stopped ->
                        isUndecided() ? Change.silent(stopped) : Change.of(stopped, new RegistrationConsentChanged()));
    }

    boolean takesUpdates() {
        return ConsentLedger.takesUpdates(consents);
    }

    /** Sends something once to somebody who has a place; empty where this cause has been told. */
    Optional<Change<Registration, RegistrationEvent>> tell(String cause, String mail) {
        return status == Status.CONFIRMED ? telling(cause, mail) : Optional.empty();
    }

    /** Sends once what staff have written; empty where that was done, or where this is none of those whom it is for. */
    Optional<Change<Registration, RegistrationEvent>> write(UUID message, Group group) {
        return group.has(this) ? telling(cause(message), MESSAGE_MAIL) : Optional.empty();
    }

    static String cause(UUID message) {
        return "message-" + message;
    }

    private Optional<Change<Registration, RegistrationEvent>> telling(String cause, String mail) {
        if (told.contains(cause) || supporter == null) {
            return Optional.empty();
        }
        var more = new HashSet<>(told);
        var join = cause.indexOf(JOIN);
        if (join >= 0) {
            more.removeIf(each -> each.startsWith(cause.substring(0, join) + JOIN)); // an address may come back
        }
        more.add(cause);
        return Optional.of(
                Change.<Registration, RegistrationEvent>silent(next().told(more).registration())
                        .asking(new MailRequest(mail, mail, claim() + ";cause:" + cause, supporter)));
    }

    /** Tells those who want to come that title, time, place or mode have changed; empty for those who know. */
    Optional<Change<Registration, RegistrationEvent>> tellOfChange(int newest) {
        if (edition >= newest || status.isOver() || confirmedAt == null || supporter == null) {
            return Optional.empty();
        }
        var claim = claim() + ";edition:" + newest;
        return Optional.of(Change.<Registration, RegistrationEvent>silent(
                        next().edition(newest).registration())
                .asking(new MailRequest(CHANGE_MAIL, CHANGE_MAIL, claim, supporter)));
    }

    /** Notes that some of the party have come; empty where this press was noted before. */
    Optional<Change<Registration, RegistrationEvent>> checkIn(Press press, int session, int heads, Instant now) {
        if (status != Status.CONFIRMED || !seat.wish().sessions().contains(session)) {
            throw new ActionRefusal(ActionRefusal.Reason.NOT_IN_THAT_STATE);
        }
        return attendance
                .arrive(press, session, heads, seat.wish().heads(), now)
                .map(seen -> Change.of(next().attendance(seen).registration(), new RegistrationCheckedIn()));
    }

    /** Takes the last arrival back; empty where this press was noted before. */
    Optional<Change<Registration, RegistrationEvent>> takeBack(Press press, int session, Instant now) {
        return attendance
                .takeBack(press, session, now)
                .map(seen -> Change.of(next().attendance(seen).registration(), new RegistrationCheckInUndone()));
    }

    /** Whether staff let them in without a registration. */
    boolean isGuest() {
        return details.by() != null && details.by().email() == null;
    }

    /**
     * Forgets what is not needed any more after the end: what somebody needs and eats first, then everything that leads to a
     * person. What was counted stays. Where neither is due, it is looked at again when the first is.
     */
    Optional<Change<Registration, RegistrationEvent>> forget(Instant endsAt, RetentionSettings kept, Instant now) {
        var needsGo = endsAt.plus(kept.needs());
        var namesGo = endsAt.plus(kept.names());
        if (keptUntil == null || now.isBefore(keptUntil)) {
            return Optional.empty();
        }
        if (!now.isBefore(namesGo)) {
            return Optional.of(forgotten());
        }
        var next = next();
        return Optional.of(Change.silent(
                now.isBefore(needsGo)
                        ? next.keptUntil(needsGo).registration()
                        : next.details(details.withoutNeeds())
                                .keptUntil(namesGo)
                                .registration()));
    }

    /**
     * Its owner wants nothing kept that leads to them. What has come to its end, or can no longer be cancelled, stays counted.
     * Empty if that was done before.
     */
    Optional<Change<Registration, RegistrationEvent>> erase() {
        return supporter == null ? Optional.empty() : Optional.of(forgotten());
    }

    private Change<Registration, RegistrationEvent> forgotten() {
        var forgotten = next().registrant(null)
                .supporter(null)
                .details(details.erased())
                .invitation(null)
                .mails(mails.withoutRequests())
                .consents(List.of())
                .keptUntil(null)
                .undecidedSince(null)
                .registration();
        return Change.of(forgotten, new RegistrationForgotten());
    }

    /** What its entries in a calendar count by: rises with every change of the gathering and of the party. */
    int sequence(int edition) {
        return edition + seat.changes() + (status == Status.CANCELLED ? 1 : 0);
    }

    /** Which details and which decision a mail belongs to: one that was overtaken by newer ones is no longer needed. */
    String claim() {
        return "details:" + mails.details() + ";seat:" + seat.version();
    }

    /** The part of a claim that says which details it belongs to. */
    static String detailsIn(String claim) {
        return claim.split(";", 2)[0];
    }

    MailRequest mail(String purpose) {
        return new MailRequest(purpose, purpose, claim(), supporter);
    }

    /** The mail that asks whoever has the address to confirm. */
    String confirmMail() {
        return approval
                ? CONFIRM_APPLICATION_MAIL
                : seat.outcome() == Outcome.QUEUED ? CONFIRM_WAITING_MAIL : CONFIRM_MAIL;
    }

    RegistrationBuilder confirmed(Status status, Instant now) {
        return next().status(status)
                .details(details.withoutChoice())
                .consents(ConsentLedger.and(consents, details.choice()))
                .confirmedAt(confirmedAt == null ? now : confirmedAt)
                .expiresAt(null);
    }

    private Registration awaiting(
            Submission again,
            Seat seat,
            Mails mails,
            boolean approval,
            @Nullable Instant undecidedSince,
            Duration keptFor,
            Instant now) {
        return next().registrant(again.registrant())
                .supporter(again.supporter())
                .status(Status.AWAITING_CONFIRMATION)
                .seat(seat)
                .details(again.details())
                .invitation(again.invitation())
                .approval(approval)
                .mails(mails)
                .edition(again.edition())
                .keptUntil(again.endsAt())
                .recordedAt(now)
                .undecidedSince(undecidedSince)
                .expiresAt(now.plus(keptFor))
                .registration();
    }

    RegistrationBuilder next() {
        return new RegistrationBuilder(this);
    }
}
