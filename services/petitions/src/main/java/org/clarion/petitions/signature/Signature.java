package org.clarion.petitions.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.consent.ConsentLedger;
import org.clarion.actions.link.Participation;
import org.clarion.actions.mail.Mails;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.mail.MailRequest;
import org.clarion.messaging.outbox.Change;
import org.clarion.petitions.signature.SignatureEvent.SignatureAmended;
import org.clarion.petitions.signature.SignatureEvent.SignatureConfirmed;
import org.clarion.petitions.signature.SignatureEvent.SignatureConsentChanged;
import org.clarion.petitions.signature.SignatureEvent.SignatureExpired;
import org.clarion.petitions.signature.SignatureEvent.SignatureForgotten;
import org.clarion.petitions.signature.SignatureEvent.SignatureInvalidated;
import org.clarion.petitions.signature.SignatureEvent.SignatureRecorded;
import org.clarion.petitions.signature.SignatureEvent.SignatureWithdrawn;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.clarion.servicedefaults.WireNamed;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One supporter's name under one petition.
 *
 * @param signer the supporter within this petition, unique; null once forgotten
 * @param supporter null once forgotten
 * @param consents the choices that count, the newest last; none is removed before it is forgotten whose it was
 * @param recordedAt when it was last given
 * @param confirmedAt when it was first confirmed; set once
 * @param expiresAt when it is deleted if it stays unconfirmed, and when it is forgotten whose it was if it was taken back; null
 *     while it is confirmed
 */
@Document("signatures")
record Signature(
        @Id UUID id,
        long version,
        UUID petition,
        @Nullable UUID signer,
        @Nullable Supporter supporter,
        Status status,
        Details details,
        Mails mails,
        List<ConsentChoice> consents,
        Instant recordedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant expiresAt)
        implements Participation {

    enum Status implements WireNamed {
        AWAITING_CONFIRMATION,
        CONFIRMED,
        WITHDRAWN,
        INVALIDATED,
        EXPIRED;

        boolean leadsTo(Status next) {
            return switch (this) {
                case AWAITING_CONFIRMATION -> next != AWAITING_CONFIRMATION;
                case CONFIRMED -> next == WITHDRAWN || next == INVALIDATED;
                case WITHDRAWN -> next == AWAITING_CONFIRMATION; // signs again
                case INVALIDATED -> next != CONFIRMED && next != INVALIDATED; // it was them after all, or time is up
                case EXPIRED -> false;
            };
        }
    }

    static final String CONFIRM_MAIL = "signature.confirm";
    static final String ALREADY_SIGNED_MAIL = "signature.already-signed";

    Signature {
        consents = List.copyOf(consents);
    }

    @Override
    public long addressVersion() {
        return mails.details();
    }

    static Change<Signature, SignatureEvent> submitted(UUID id, Submission submission, Duration keptFor, Instant now) {
        var signature = new Signature(
                id,
                1,
                submission.petition(),
                submission.signer(),
                submission.supporter(),
                Status.AWAITING_CONFIRMATION,
                submission.details(),
                Mails.first(submission.request(), now),
                List.of(),
                now,
                null,
                now.plus(keptFor));
        return signature.askingToConfirm(new SignatureRecorded());
    }

    /**
     * The same supporter signs once more. Who does it is not proven, so nothing changes that has been confirmed, and
     * nothing at all once no further mail may be sent: a link that still works must not lapse for nothing.
     */
    Optional<Change<Signature, SignatureEvent>> submittedAgain(
            Submission again, SignatureSettings settings, Instant now) {
        if (mails.answered(again.request())) {
            return Optional.empty();
        }
        var expiry = now.plus(settings.keptUnconfirmed());
        return switch (status) {
            case AWAITING_CONFIRMATION, INVALIDATED ->
                mails.exhausted()
                        ? Optional.empty()
                        : Optional.of(awaiting(again, mails.forNewDetails(again.request(), now), now, expiry)
                                .askingToConfirm(new SignatureAmended()));
            case WITHDRAWN ->
                Optional.of(awaiting(again, mails.forNewLife(again.request(), now), now, expiry)
                        .askingToConfirm(new SignatureRecorded()));
            case CONFIRMED -> tellingThatItIsThere(again.request(), settings.manageWithin(), now);
            case EXPIRED -> Optional.empty();
        };
    }

    /** Once; and again when the links of the last mail have ended, so that there is always a way to withdraw. */
    private Optional<Change<Signature, SignatureEvent>> tellingThatItIsThere(
            @Nullable UUID request, Duration linksLast, Instant now) {
        var last = mails.toldAt() == null ? recordedAt : mails.toldAt();
        var linksHaveEnded = !now.isBefore(last.plus(linksLast));
        if (!linksHaveEnded && (mails.exhausted() || mails.toldAt() != null)) {
            return Optional.empty();
        }
        Change<Signature, SignatureEvent> told = Change.silent(with(mails.tellingTwice(request, now)));
        return Optional.of(told.asking(mail(ALREADY_SIGNED_MAIL)));
    }

    /** Asks for the mail to confirm once more; empty where there is nothing to confirm or the mails are used up. */
    Optional<Change<Signature, SignatureEvent>> askedAgain(Duration linksLast, Instant now) {
        return switch (status) {
            case AWAITING_CONFIRMATION ->
                mails.exhausted()
                        ? Optional.empty()
                        : Optional.of(Change.<Signature, SignatureEvent>silent(with(mails.oneMore()))
                                .asking(mail(CONFIRM_MAIL)));
            case CONFIRMED -> tellingThatItIsThere(null, linksLast, now);
            case WITHDRAWN, INVALIDATED, EXPIRED -> Optional.empty();
        };
    }

    /** Forgets which requests were answered; empty while one of them may still be repeated. */
    Optional<Change<Signature, SignatureEvent>> forgetRequests(Instant answeredUntil) {
        var last = mails.answeredAt();
        return last == null || last.isAfter(answeredUntil)
                ? Optional.empty()
                : Optional.of(Change.silent(with(mails.withoutRequests())));
    }

    /** Empty if it is confirmed already. */
    Optional<Change<Signature, SignatureEvent>> confirm(Instant now) {
        if (status == Status.CONFIRMED) {
            return Optional.empty();
        }
        check(Status.CONFIRMED);
        var choice = details.choice();
        var confirmed = new Signature(
                id,
                version + 1,
                petition,
                signer,
                supporter,
                Status.CONFIRMED,
                details.withoutChoice(),
                mails,
                ConsentLedger.and(consents, choice),
                recordedAt,
                confirmedAt == null ? now : confirmedAt,
                null);
        return Optional.of(Change.of(confirmed, new SignatureConfirmed()));
    }

    /** The owner of the address did not sign. Empty if that has been said already. */
    Optional<Change<Signature, SignatureEvent>> disown(Duration kept, Instant now) {
        if (status == Status.INVALIDATED) {
            return Optional.empty();
        }
        check(Status.INVALIDATED);
        return Optional.of(Change.of(
                erased(Status.INVALIDATED, expiresAt == null ? keptUntil(kept, now) : expiresAt, now),
                new SignatureInvalidated()));
    }

    /** Empty if it is withdrawn already. */
    Optional<Change<Signature, SignatureEvent>> withdraw(Duration kept, Instant now) {
        if (status == Status.WITHDRAWN) {
            return Optional.empty();
        }
        if (status != Status.CONFIRMED) {
            throw new SignatureRefusal(Reason.NOT_CONFIRMED);
        }
        return Optional.of(withdrawn(kept, now));
    }

    /** Notes the choice about updates, a no each time: it holds for other actions too. Empty where a yes stands already. */
    Optional<Change<Signature, SignatureEvent>> chooseUpdates(ConsentChoice wish) {
        if (status != Status.CONFIRMED || isForgotten()) {
            throw new SignatureRefusal(Reason.NOT_CONFIRMED);
        }
        if (takesUpdates() && wish.choice() == Choice.GIVEN) {
            return Optional.empty();
        }
        return Optional.of(choosing(details, ConsentLedger.and(consents, wish)));
    }

    /** Its owner has said no to updates elsewhere. Empty where they had not said yes before. */
    Optional<Change<Signature, SignatureEvent>> stopUpdates(ConsentChoice no) {
        var left = ConsentLedger.overtakes(no, details.choice()) ? details.withoutChoice() : details;
        return ConsentLedger.hearing(no, consents, details.choice()).map(heard -> choosing(left, heard));
    }

    private Change<Signature, SignatureEvent> choosing(Details details, List<ConsentChoice> consents) {
        var chosen = new Signature(
                id,
                version + 1,
                petition,
                signer,
                supporter,
                status,
                details,
                mails,
                consents,
                recordedAt,
                confirmedAt,
                expiresAt);
        return Change.of(chosen, new SignatureConsentChanged());
    }

    /**
     * Ends what was not confirmed in time, and forgets whose signature was taken back long enough ago; empty if its time has
     * not come. What was never confirmed keeps nothing that leads to a person and can be deleted. One that had been confirmed
     * and withdrawn before is withdrawn again: somebody else's attempt must not wipe out what its owner once chose.
     */
    Optional<Change<Signature, SignatureEvent>> expire(Duration kept, Instant now) {
        if (expiresAt == null || now.isBefore(expiresAt)) {
            return Optional.empty();
        }
        return switch (status) {
            case AWAITING_CONFIRMATION ->
                confirmedAt == null ? Optional.of(expired()) : Optional.of(withdrawn(kept, now));
            case INVALIDATED -> confirmedAt == null ? Optional.of(expired()) : forget();
            case WITHDRAWN -> forget();
            case CONFIRMED, EXPIRED -> Optional.empty();
        };
    }

    private Change<Signature, SignatureEvent> withdrawn(Duration kept, Instant now) {
        return Change.of(erased(Status.WITHDRAWN, keptUntil(kept, now), now), new SignatureWithdrawn());
    }

    /** Null where it is forgotten already whose it was. */
    private @Nullable Instant keptUntil(Duration kept, Instant now) {
        return isForgotten() ? null : now.plus(kept);
    }

    boolean isForgotten() {
        return supporter == null;
    }

    private Change<Signature, SignatureEvent> expired() {
        return Change.of(forgotten(Status.EXPIRED, expiresAt), new SignatureExpired());
    }

    /** Nothing that leads to a person stays; what it counts for does. Empty if that was done before. */
    Optional<Change<Signature, SignatureEvent>> forget() {
        return isForgotten()
                ? Optional.empty()
                : Optional.of(Change.of(forgotten(status, null), new SignatureForgotten()));
    }

    /**
     * Its owner wants nothing kept that leads to them: it no longer counts, and is forgotten at once. Empty if that was done
     * before.
     */
    Optional<Change<Signature, SignatureEvent>> erase() {
        if (isForgotten()) {
            return Optional.empty();
        }
        return Optional.of(
                confirmedAt == null
                        ? expired()
                        : Change.of(forgotten(Status.WITHDRAWN, null), new SignatureForgotten()));
    }

    private Signature forgotten(Status next, @Nullable Instant expiresAt) {
        return new Signature(
                id,
                version + 1,
                petition,
                null,
                null,
                next,
                details.erased(),
                mails.withoutRequests(),
                List.of(),
                recordedAt,
                confirmedAt,
                expiresAt);
    }

    boolean takesUpdates() {
        return ConsentLedger.takesUpdates(consents);
    }

    /** Which details a mail belongs to: one that was asked for before they were replaced is no longer needed. */
    String claim() {
        return "details:" + mails.details();
    }

    private Change<Signature, SignatureEvent> askingToConfirm(SignatureEvent event) {
        return Change.of(this, event).asking(mail(CONFIRM_MAIL));
    }

    private MailRequest mail(String purpose) {
        return new MailRequest(purpose, purpose, claim(), supporter);
    }

    private void check(Status next) {
        if (!status.leadsTo(next)) {
            throw new SignatureRefusal(Reason.NOT_IN_THAT_STATE);
        }
    }

    private Signature awaiting(Submission again, Mails mails, Instant now, Instant expiry) {
        return new Signature(
                id,
                version + 1,
                petition,
                again.signer(),
                again.supporter(),
                Status.AWAITING_CONFIRMATION,
                again.details(),
                mails,
                consents,
                now,
                confirmedAt,
                expiry);
    }

    private Signature erased(Status next, @Nullable Instant expiresAt, Instant now) {
        return new Signature(
                id,
                version + 1,
                petition,
                signer,
                supporter,
                next,
                details.erased(),
                mails,
                ConsentLedger.endingUpdates(consents, now),
                recordedAt,
                confirmedAt,
                expiresAt);
    }

    private Signature with(Mails mails) {
        return new Signature(
                id,
                version + 1,
                petition,
                signer,
                supporter,
                status,
                details,
                mails,
                consents,
                recordedAt,
                confirmedAt,
                expiresAt);
    }
}
