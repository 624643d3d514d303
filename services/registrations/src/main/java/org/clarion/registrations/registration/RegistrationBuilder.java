package org.clarion.registrations.registration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clarion.actions.mail.Mails;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.registrations.attendance.Attendance;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/** The next state of a registration in the making. */
final class RegistrationBuilder {

    private final Registration before;
    private @Nullable UUID registrant;
    private @Nullable Supporter supporter;
    private Status status;
    private Seat seat;
    private Details details;
    private Attendance attendance;
    private @Nullable UUID invitation;
    private boolean approval;
    private Mails mails;
    private List<ConsentChoice> consents;
    private Set<String> told;
    private Set<Integer> invited;
    private int edition;
    private Instant recordedAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant placedAt;
    private @Nullable Instant keptUntil;
    private @Nullable Instant undecidedSince;
    private @Nullable Instant expiresAt;

    RegistrationBuilder(Registration before) {
        this.before = before;
        this.registrant = before.registrant();
        this.supporter = before.supporter();
        this.status = before.status();
        this.seat = before.seat();
        this.details = before.details();
        this.attendance = before.attendance();
        this.invitation = before.invitation();
        this.approval = before.approval();
        this.mails = before.mails();
        this.consents = before.consents();
        this.told = before.told();
        this.invited = before.invited();
        this.edition = before.edition();
        this.recordedAt = before.recordedAt();
        this.confirmedAt = before.confirmedAt();
        this.placedAt = before.placedAt();
        this.keptUntil = before.keptUntil();
        this.undecidedSince = before.undecidedSince();
        this.expiresAt = before.expiresAt();
    }

    RegistrationBuilder registrant(@Nullable UUID registrant) {
        this.registrant = registrant;
        return this;
    }

    RegistrationBuilder supporter(@Nullable Supporter supporter) {
        this.supporter = supporter;
        return this;
    }

    RegistrationBuilder status(Status status) {
        this.status = status;
        return this;
    }

    RegistrationBuilder seat(Seat seat) {
        this.seat = seat;
        return this;
    }

    RegistrationBuilder details(Details details) {
        this.details = details;
        return this;
    }

    RegistrationBuilder attendance(Attendance attendance) {
        this.attendance = attendance;
        return this;
    }

    RegistrationBuilder invitation(@Nullable UUID invitation) {
        this.invitation = invitation;
        return this;
    }

    RegistrationBuilder approval(boolean approval) {
        this.approval = approval;
        return this;
    }

    RegistrationBuilder mails(Mails mails) {
        this.mails = mails;
        return this;
    }

    RegistrationBuilder consents(List<ConsentChoice> consents) {
        this.consents = consents;
        return this;
    }

    RegistrationBuilder told(Set<String> told) {
        this.told = told;
        return this;
    }

    RegistrationBuilder invited(Set<Integer> invited) {
        this.invited = invited;
        return this;
    }

    RegistrationBuilder edition(int edition) {
        this.edition = edition;
        return this;
    }

    RegistrationBuilder recordedAt(Instant recordedAt) {
        this.recordedAt = recordedAt;
        return this;
    }

    RegistrationBuilder confirmedAt(@Nullable Instant confirmedAt) {
        this.confirmedAt = confirmedAt;
        return this;
    }

    RegistrationBuilder placedAt(@Nullable Instant placedAt) {
        this.placedAt = placedAt;
        return this;
    }

    RegistrationBuilder keptUntil(@Nullable Instant keptUntil) {
        this.keptUntil = keptUntil;
        return this;
    }

    RegistrationBuilder undecidedSince(@Nullable Instant undecidedSince) {
        this.undecidedSince = undecidedSince;
        return this;
    }

    RegistrationBuilder expiresAt(@Nullable Instant expiresAt) {
        this.expiresAt = expiresAt;
        return this;
    }

    Registration registration() {
        return new Registration(
                before.id(),
                before.version() + 1,
                before.gathering(),
                registrant,
                supporter,
                status,
                seat,
                details,
                before.code(),
                attendance,
                invitation,
                approval,
                mails,
                consents,
                told,
                invited,
                edition,
                recordedAt,
                confirmedAt,
                placedAt,
                keptUntil,
                undecidedSince,
                expiresAt);
    }
}
