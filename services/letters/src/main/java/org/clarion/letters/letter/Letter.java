package org.clarion.letters.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.actions.consent.ConsentLedger;
import org.clarion.actions.form.Fingerprint;
import org.clarion.actions.link.Participation;
import org.clarion.letters.letter.LetterEvent.LetterAmended;
import org.clarion.letters.letter.LetterEvent.LetterAnswered;
import org.clarion.letters.letter.LetterEvent.LetterAsked;
import org.clarion.letters.letter.LetterEvent.LetterBounced;
import org.clarion.letters.letter.LetterEvent.LetterCancelled;
import org.clarion.letters.letter.LetterEvent.LetterConfirmed;
import org.clarion.letters.letter.LetterEvent.LetterConsentChanged;
import org.clarion.letters.letter.LetterEvent.LetterDelivered;
import org.clarion.letters.letter.LetterEvent.LetterDoubted;
import org.clarion.letters.letter.LetterEvent.LetterExpired;
import org.clarion.letters.letter.LetterEvent.LetterForgotten;
import org.clarion.letters.letter.LetterEvent.LetterHeld;
import org.clarion.letters.letter.LetterEvent.LetterInvalidated;
import org.clarion.letters.letter.LetterEvent.LetterRecorded;
import org.clarion.letters.letter.LetterEvent.LetterRedirected;
import org.clarion.letters.letter.LetterEvent.LetterReleased;
import org.clarion.letters.letter.LetterEvent.LetterSent;
import org.clarion.letters.letter.LetterEvent.LetterWithdrawn;
import org.clarion.letters.letter.LetterRefusal.Reason;
import org.clarion.letters.letter.Mails.Cause;
import org.clarion.letters.target.Target;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.mail.MailRequest;
import org.clarion.messaging.outbox.Change;
import org.clarion.servicedefaults.WireNamed;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One supporter's letter to one target of one action. Commands that may come twice are empty the second time.
 *
 * @param test written while its action was tried out: counts nowhere
 * @param writer the supporter within this action; with the target unique; null once forgotten
 * @param supporter null once forgotten
 * @param hold why it is held; null unless it is
 * @param consents the choices that count, the newest last; none is removed before it is forgotten whose it was
 * @param dueAt when something about it is to be done next ({@link #comeDue}); null for never
 */
@Document("letters")
public record Letter(
        @Id UUID id,
        long version,
        UUID action,
        boolean test,
        @Nullable UUID writer,
        @Nullable Supporter supporter,
        Target target,
        Status status,
        @Nullable Hold hold,
        Details details,
        Mails mails,
        List<ConsentChoice> consents,
        Course course,
        Post post,
        Asking asking,
        @Nullable Instant dueAt)
        implements Participation {

    public enum Status implements WireNamed {
        AWAITING_CONFIRMATION,
        QUEUED,
        HELD,
        SENT,
        DELIVERED,
        BOUNCED,
        /** Cut after the final dot: nobody can say whether it was sent; waits for staff. */
        UNKNOWN,
        REPLIED,
        WITHDRAWN,
        CANCELLED,
        /** "It wasn't me". */
        INVALIDATED,
        EXPIRED;

        /** The mail server has taken it. */
        public boolean isOut() {
            return this == SENT || this == DELIVERED || this == REPLIED;
        }

        /** Waits for its turn or for a hold to end: can still be withdrawn, redirected, cancelled. */
        public boolean isWaiting() {
            return this == QUEUED || this == HELD;
        }

        /** Confirmed by its writer, and neither taken back nor ended. */
        public boolean counts() {
            return switch (this) {
                case QUEUED, HELD, SENT, DELIVERED, BOUNCED, UNKNOWN, REPLIED -> true;
                case AWAITING_CONFIRMATION, WITHDRAWN, CANCELLED, INVALIDATED, EXPIRED -> false;
            };
        }

        /** The same supporter may write to the same target again. */
        boolean isOpenToRewriting() {
            return this == AWAITING_CONFIRMATION || this == WITHDRAWN || this == INVALIDATED;
        }
    }

    public static final String CONFIRM_MAIL = "letter.confirm";
    public static final String ALREADY_WRITTEN_MAIL = "letter.already-written";
    public static final String HELD_MAIL = "letter.held";
    public static final String RECIPIENT_CHANGED_MAIL = "letter.recipient-changed";
    public static final String REDIRECTED_MAIL = "letter.redirected";
    public static final String CANCELLED_MAIL = "letter.cancelled";
    public static final String ANSWER_MAIL = "letter.did-they-answer";
    public static final String TARGET_MAIL = "letter.to-target";

    static final Duration REQUESTS_KEPT = Duration.ofDays(1);
    static final Duration KEPT_UNCONFIRMED = Duration.ofDays(7);
    static final Duration ASKED_AFTER = Duration.ofDays(14);
    static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(7);
    static final int ASKED_AT_MOST = 2;
    static final Duration TEXT_KEPT = Duration.ofDays(28);
    static final Duration SENDER_KEPT = Duration.ofDays(7 * 104);

    public Letter {
        consents = List.copyOf(consents);
    }

    @Override
    public long addressVersion() {
        return mails.details();
    }

    static Change<Letter, LetterEvent> submitted(UUID id, Submission submission, Instant now) {
        var letter = new Letter(
                id,
                1,
                submission.action(),
                submission.test(),
                submission.writer(),
                submission.supporter(),
                submission.target(),
                Status.AWAITING_CONFIRMATION,
                null,
                submission.details(),
                Mails.first(submission.request(), now),
                List.of(),
                Course.begun(now, now.plus(KEPT_UNCONFIRMED)),
                Post.NONE,
                Asking.NOT_YET,
                null);
        return letter.due().askingToConfirm(new LetterRecorded());
    }

    /**
     * The same supporter writes to the same target once more. Who does it is not proven, so nothing changes that has been
     * confirmed, and nothing at all once no further mail may be sent: a link that still works must not lapse for nothing.
     */
    Optional<Change<Letter, LetterEvent>> submittedAgain(Submission again, Instant now) {
        if (mails.answered(again.request())) {
            return Optional.empty();
        }
        return switch (status) {
            case AWAITING_CONFIRMATION, INVALIDATED ->
                mails.exhausted(Cause.CONFIRMATION)
                        ? Optional.empty()
                        : Optional.of(
                                saysTheSame(again)
                                        ? remembering(mails.onceMore(again.request(), now))
                                        : awaiting(again, mails.forNewDetails(again.request(), now), now)
                                                .askingToConfirm(new LetterAmended()));
            case WITHDRAWN ->
                Optional.of(awaiting(again, mails.forNewLife(again.request(), now), now)
                        .askingToConfirm(new LetterRecorded()));
            case QUEUED, HELD, SENT, DELIVERED, BOUNCED, UNKNOWN, REPLIED, CANCELLED ->
                tellingThatItIsThere(again.request(), now);
            case EXPIRED -> Optional.empty();
        };
    }

    private boolean saysTheSame(Submission again) {
        return status == Status.AWAITING_CONFIRMATION
                && target.equals(again.target())
                && details.saysTheSameAs(again.details());
    }

    private Change<Letter, LetterEvent> remembering(Mails asked) {
        return Change.<Letter, LetterEvent>silent(changed().mails(asked).letter())
                .asking(mail(CONFIRM_MAIL));
    }

    private Optional<Change<Letter, LetterEvent>> tellingThatItIsThere(@Nullable UUID request, Instant now) {
        if (mails.exhausted(Cause.CONFIRMATION) || mails.told() || details.sender() == null) {
            return Optional.empty();
        }
        var told = changed().mails(mails.tellingTwice(request, now)).letter();
        return Optional.of(Change.<Letter, LetterEvent>silent(told).asking(told.mail(ALREADY_WRITTEN_MAIL)));
    }

    /** Asks for the mail to confirm once more; empty where there is nothing to confirm or the mails are used up. */
    Optional<Change<Letter, LetterEvent>> askedAgain(Instant now) {
        return switch (status) {
            case AWAITING_CONFIRMATION ->
                mails.exhausted(Cause.CONFIRMATION)
                        ? Optional.empty()
                        : Optional.of(remembering(mails.onceMore(null, now)));
            case QUEUED, HELD, SENT, DELIVERED, BOUNCED, UNKNOWN, REPLIED -> tellingThatItIsThere(null, now);
            case WITHDRAWN, CANCELLED, INVALIDATED, EXPIRED -> Optional.empty();
        };
    }

    /** Empty if it is confirmed already. */
    Optional<Change<Letter, LetterEvent>> confirm(Instant now) {
        if (status.counts() || status == Status.CANCELLED) {
            return Optional.empty();
        }
        require(status == Status.AWAITING_CONFIRMATION);
        var choice = details.choice();
        var confirmed = changed()
                .status(Status.QUEUED)
                .details(details.withoutChoice())
                .consents(ConsentLedger.and(consents, choice))
                .course(course.confirmed(now))
                .post(post.anew())
                .asking(Asking.NOT_YET)
                .letter();
        return Optional.of(Change.of(confirmed, new LetterConfirmed()));
    }

    /** The letter to another target of this submission: the same however often it is confirmed. */
    UUID siblingId(Target other) {
        return Fingerprint.within(id, Long.toString(mails.details()), other.wireName());
    }

    /** The letter to another target of the same submission, born confirmed. */
    static Change<Letter, LetterEvent> sibling(Letter first, Target target, @Nullable Addressee shown, Instant now) {
        var letter = new Letter(
                first.siblingId(target),
                1,
                first.action,
                first.test,
                first.writer,
                first.supporter,
                target,
                Status.QUEUED,
                null,
                first.details.forSibling(shown),
                Mails.none(),
                List.of(),
                Course.begun(now, now).confirmed(now),
                Post.NONE,
                Asking.NOT_YET,
                null);
        return Change.of(letter.due(), new LetterConfirmed());
    }

    /**
     * A letter to this target was confirmed together with others, while this one was not: the confirmed one takes its
     * place, and the link that was to confirm this one lapses. Empty where this one counts already.
     */
    Optional<Change<Letter, LetterEvent>> replacedBy(Letter first, @Nullable Addressee shown, Instant now) {
        if (!status.isOpenToRewriting()) {
            return Optional.empty();
        }
        var replaced = changed()
                .writtenBy(first.writer, first.supporter)
                .status(Status.QUEUED)
                .details(first.details.forSibling(shown))
                .mails(mails.replaced())
                .course(course.confirmed(now))
                .post(post.anew())
                .asking(Asking.NOT_YET)
                .letter();
        return Optional.of(Change.of(replaced, new LetterConfirmed()));
    }

    /** The owner of the address did not write. Empty if that has been said already. */
    Optional<Change<Letter, LetterEvent>> disown(Instant now) {
        if (status == Status.INVALIDATED) {
            return Optional.empty();
        }
        requireNotOut();
        require(status == Status.AWAITING_CONFIRMATION || status.isWaiting());
        var expiry = course.expiresAt() == null ? course.recordedAt().plus(KEPT_UNCONFIRMED) : course.expiresAt();
        return Optional.of(Change.of(erased(Status.INVALIDATED, course.lapsing(expiry), now), new LetterInvalidated()));
    }

    /** Empty if it is withdrawn already. */
    Optional<Change<Letter, LetterEvent>> withdraw(Instant now) {
        if (status == Status.WITHDRAWN) {
            return Optional.empty();
        }
        requireNotOut();
        require(status.isWaiting() || status == Status.BOUNCED);
        return Optional.of(Change.of(withdrawn(now), new LetterWithdrawn()));
    }

    /** Notes the choice about updates, a no each time: it holds for other actions too. Empty where a yes stands already. */
    Optional<Change<Letter, LetterEvent>> chooseUpdates(ConsentChoice wish) {
        require(status.counts() && supporter != null);
        if (takesUpdates() && wish.choice() == Choice.GIVEN) {
            return Optional.empty();
        }
        return Optional.of(
                Change.of(changed().consents(ConsentLedger.and(consents, wish)).letter(), new LetterConsentChanged()));
    }

    /** Its owner has said no to updates elsewhere. Empty where they had not said yes before. */
    Optional<Change<Letter, LetterEvent>> stopUpdates(ConsentChoice no) {
        var left = ConsentLedger.overtakes(no, details.choice()) ? details.withoutChoice() : details;
        return ConsentLedger.hearing(no, consents, details.choice())
                .map(heard -> Change.of(changed().details(left).consents(heard).letter(), new LetterConsentChanged()));
    }

    /**
     * The supporter has changed their own words, because they named somebody who is no longer there.
     *
     * @param shown who is behind the target now; null where nobody is
     */
    Optional<Change<Letter, LetterEvent>> reword(String body, @Nullable Addressee shown, Instant now) {
        requireNotOut();
        var text = details.text();
        require(status == Status.HELD && hold == Hold.NAME_IN_TEXT && text != null);
        var reworded = changed()
                .status(Status.QUEUED)
                .details(details.with(text.withBody(body)).shownTo(shown))
                .course(course.waiting(now))
                .letter();
        return Optional.of(Change.of(reworded, new LetterReleased()));
    }

    /** What the supporter says came back. Empty if they have said the same before. */
    Optional<Change<Letter, LetterEvent>> answered(Answer said) {
        if (!status.isOut()) {
            throw new LetterRefusal(Reason.NOT_SENT);
        }
        var before = asking.answer();
        if (before != null && before.kind() == said.kind() && Objects.equals(before.on(), said.on())) {
            return Optional.empty();
        }
        var unanswered = post.deliveredAt() == null ? Status.SENT : Status.DELIVERED;
        var answered = changed()
                .status(said.kind().isReply() ? Status.REPLIED : unanswered)
                .asking(asking.told(said))
                .letter();
        return Optional.of(Change.of(answered, new LetterAnswered()));
    }

    // What the post does.

    /** Whether its turn can come: queued, and no earlier mail of it still under way. */
    public boolean canBeReleased() {
        return status == Status.QUEUED && post.underWay() == null;
    }

    /** Its turn has come: asks for the mail to the target. Empty where it {@link #canBeReleased cannot}. */
    public Optional<Change<Letter, LetterEvent>> release(Instant now) {
        if (!canBeReleased()) {
            return Optional.empty();
        }
        var released = changed().post(post.askedBy(version + 1, now)).letter();
        return Optional.of(Change.<Letter, LetterEvent>silent(released)
                .asking(new MailRequest(TARGET_MAIL, TARGET_MAIL, "letter", null)));
    }

    /** Whether the mail that this version asked for may still go. */
    public boolean mayGo(long asked) {
        return status == Status.QUEUED && post.isCarriedBy(asked);
    }

    /**
     * Decides who gets it, at the moment of sending. Where the supporter's own words name whoever was there before, it is
     * held and the supporter is asked to change them. Empty where the same was decided before.
     */
    public Optional<Change<Letter, LetterEvent>> addressedTo(Addressee person, Instant now) {
        if (status != Status.QUEUED || person.equals(post.addressee())) {
            return Optional.empty();
        }
        var shown = details.shown();
        var text = details.text();
        if (shown != null && text != null && !shown.key().equals(person.key()) && text.names(shown)) {
            return Optional.of(held(Hold.NAME_IN_TEXT));
        }
        return Optional.of(Change.silent(changed().post(post.to(person, now)).letter()));
    }

    /** Empty where it does not wait, or is held for the same reason. */
    public Optional<Change<Letter, LetterEvent>> hold(Hold why) {
        return !status.isWaiting() || why == hold ? Optional.empty() : Optional.of(held(why));
    }

    private Change<Letter, LetterEvent> held(Hold why) {
        var held = changed().status(Status.HELD).hold(why);
        if (why == Hold.NAME_IN_TEXT) {
            return telling(Cause.RECIPIENT, RECIPIENT_CHANGED_MAIL, held, new LetterHeld());
        }
        return why.isTold()
                ? telling(Cause.HELD, HELD_MAIL, held, new LetterHeld())
                : Change.of(held.letter(), new LetterHeld());
    }

    /**
     * Back into the queue, at its end; a name in the text is looked for no more. Empty where it is not held.
     */
    public Optional<Change<Letter, LetterEvent>> unhold(Instant now) {
        return status == Status.HELD ? Optional.of(queuedAgain(now)) : Optional.empty();
    }

    /** Back into the queue after it came back. Empty where it did not. */
    public Optional<Change<Letter, LetterEvent>> tryAgain(Instant now) {
        return status == Status.BOUNCED && isWhole() ? Optional.of(queuedAgain(now)) : Optional.empty();
    }

    /** Whether there still is what would be sent. */
    private boolean isWhole() {
        return details.text() != null && details.sender() != null;
    }

    private Change<Letter, LetterEvent> queuedAgain(Instant now) {
        var queued = changed()
                .status(Status.QUEUED)
                .details(hold == Hold.NAME_IN_TEXT ? details.shownTo(null) : details)
                .course(course.waiting(now))
                .post(post.anew())
                .letter();
        return Change.of(queued, new LetterReleased());
    }

    /**
     * The mail server took the mail that this version asked for. True whatever else has happened to the letter meanwhile;
     * empty for any other mail.
     */
    public Optional<Change<Letter, LetterEvent>> mailSent(long asked, Instant now) {
        return post.isCarriedBy(asked) ? Optional.of(out(now)) : Optional.empty();
    }

    private Change<Letter, LetterEvent> out(Instant now) {
        var sent = changed()
                .status(Status.SENT)
                .course(course.confirmedAt() == null ? course.confirmed(now).over() : course.over())
                .post(post.sent(now))
                .asking(Asking.NOT_YET)
                .letter();
        return Change.of(sent, new LetterSent());
    }

    /** The mail that this version asked for was refused for good. Empty for any other mail. */
    public Optional<Change<Letter, LetterEvent>> mailBounced(long asked, Instant now) {
        if (!post.isCarriedBy(asked)) {
            return Optional.empty();
        }
        return Optional.of(
                status.isWaiting()
                        ? Change.of(cameBack(now), new LetterBounced())
                        : Change.silent(changed().post(post.returned()).letter()));
    }

    /** Nobody can say whether the mail that this version asked for was sent. Empty for any other mail. */
    public Optional<Change<Letter, LetterEvent>> mailDoubted(long asked, Instant now) {
        if (!post.isCarriedBy(asked)) {
            return Optional.empty();
        }
        if (!status.isWaiting()) {
            return Optional.of(Change.silent(changed().post(post.returned()).letter()));
        }
        var doubted = changed()
                .status(Status.UNKNOWN)
                .course(course.waiting(now))
                .post(post.doubted())
                .letter();
        return Optional.of(Change.of(doubted, new LetterDoubted()));
    }

    /** The mail that this version asked for was not sent, and will not be. Empty for any other mail. */
    public Optional<Change<Letter, LetterEvent>> mailReturned(long asked) {
        return post.isCarriedBy(asked)
                ? Optional.of(Change.silent(changed().post(post.returned()).letter()))
                : Optional.empty();
    }

    /** Staff have found out whether a letter in doubt was sent. Empty where there is no doubt, or nothing left to send again. */
    public Optional<Change<Letter, LetterEvent>> decided(boolean wasSent, Instant now) {
        if (status != Status.UNKNOWN || !(wasSent || isWhole())) {
            return Optional.empty();
        }
        return Optional.of(wasSent ? out(now) : queuedAgain(now));
    }

    /** It has not come back in time. Empty unless it is sent and not yet delivered. */
    public Optional<Change<Letter, LetterEvent>> delivered(Instant now) {
        if (!status.isOut() || post.deliveredAt() != null) {
            return Optional.empty();
        }
        var next = status == Status.SENT ? Status.DELIVERED : status;
        var delivered = changed().status(next).post(post.delivered(now)).letter();
        return Optional.of(Change.of(delivered, new LetterDelivered()));
    }

    /**
     * The mail that this version asked for was taken, or may have been, and came back later. Empty for any other mail, and
     * where somebody has answered the letter.
     */
    public Optional<Change<Letter, LetterEvent>> cameBack(long asked, Instant now) {
        var isOut = status == Status.SENT || status == Status.DELIVERED || status == Status.UNKNOWN;
        return isOut && post.wasCarriedBy(asked)
                ? Optional.of(Change.of(cameBack(now), new LetterBounced()))
                : Optional.empty();
    }

    /** Staff decide what follows, unless it is forgotten whose it was. */
    private Letter cameBack(Instant now) {
        return changed()
                .status(Status.BOUNCED)
                .course(details.sender() == null ? course.over() : course.waiting(now))
                .post(post.returned())
                .letter();
    }

    /**
     * Staff send it elsewhere, and its writer is told; it goes back into the queue. Saving it fails with a {@code DuplicateKeyException} where the
     * supporter has written to that target too.
     */
    public Optional<Change<Letter, LetterEvent>> redirect(Target other, Instant now) {
        if (target.equals(other) || !isWhole() || !(status.isWaiting() || status == Status.BOUNCED)) {
            return Optional.empty();
        }
        var redirected = changed()
                .target(other)
                .status(Status.QUEUED)
                .course(course.waiting(now))
                .post(post.anew());
        return Optional.of(telling(Cause.REDIRECTED, REDIRECTED_MAIL, redirected, new LetterRedirected()));
    }

    /** Staff let it go nowhere, for good, and its writer is told. Empty where it does not wait. */
    public Optional<Change<Letter, LetterEvent>> cancel(Instant now) {
        if (!(status.isWaiting() || status == Status.BOUNCED || status == Status.UNKNOWN)) {
            return Optional.empty();
        }
        var cancelled = changed().status(Status.CANCELLED).course(course.ended(now));
        return Optional.of(telling(Cause.CANCELLED, CANCELLED_MAIL, cancelled, new LetterCancelled()));
    }

    /** The change with a mail to the supporter, unless they have had enough of them for this cause. */
    private Change<Letter, LetterEvent> telling(Cause cause, String purpose, LetterBuilder next, LetterEvent event) {
        if (mails.exhausted(cause) || details.sender() == null) {
            return Change.of(next.letter(), event);
        }
        var told = next.mails(mails.counting(cause)).letter();
        return Change.of(told, event).asking(told.mail(purpose));
    }

    // What time does.

    /** Does the next thing whose time has come; empty where there is none. */
    Optional<Change<Letter, LetterEvent>> comeDue(Instant now) {
        if (dueAt == null || now.isBefore(dueAt)) {
            return Optional.empty();
        }
        if (isOver(lapsingAt(), now)) {
            return Optional.of(lapse(now));
        }
        if (isOver(forgettingAt(), now)) {
            return Optional.of(forget(now));
        }
        if (isOver(textEndsAt(), now)) {
            return Optional.of(
                    Change.silent(changed().details(details.withoutText()).letter()));
        }
        if (isOver(questionAt(), now)) {
            var asked = changed()
                    .asking(asking.once(now))
                    .mails(mails.counting(Cause.ANSWER))
                    .letter();
            return Optional.of(
                    Change.<Letter, LetterEvent>of(asked, new LetterAsked()).asking(asked.mail(ANSWER_MAIL)));
        }
        return isOver(requestsEndAt(), now)
                ? Optional.of(
                        Change.silent(changed().mails(mails.withoutRequests()).letter()))
                : Optional.empty();
    }

    /**
     * What was never confirmed keeps nothing that leads to a person and can be deleted. One that had been confirmed and
     * withdrawn before is withdrawn again: somebody else's attempt must not wipe out what its owner once chose.
     */
    private Change<Letter, LetterEvent> lapse(Instant now) {
        if (course.confirmedAt() != null) {
            return Change.of(withdrawn(now), new LetterWithdrawn());
        }
        var expired = changed()
                .status(Status.EXPIRED)
                .writtenBy(null, null)
                .details(details.erased())
                .mails(mails.withoutRequests())
                .consents(List.of())
                .letter();
        return Change.of(expired, new LetterExpired());
    }

    /** The counts stay. What still waits after so long is not sent any more. */
    private Change<Letter, LetterEvent> forget(Instant now) {
        return status.isWaiting()
                ? forgotten(Status.CANCELLED, course.ended(now))
                : forgotten(status, course.waitingSince() == null ? course : course.over());
    }

    private Change<Letter, LetterEvent> forgotten(Status next, Course course) {
        var forgotten = changed()
                .status(next)
                .writtenBy(null, null)
                .details(details.erased())
                .mails(mails.withoutRequests())
                .consents(List.of())
                .course(course)
                .letter();
        return Change.of(forgotten, new LetterForgotten());
    }

    /**
     * Its writer wants nothing kept that leads to them. What is not out is taken back; what is out stays counted. Empty if that
     * was done before.
     */
    Optional<Change<Letter, LetterEvent>> erase(Instant now) {
        if (supporter == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case AWAITING_CONFIRMATION, INVALIDATED ->
                        course.confirmedAt() == null ? lapse(now) : forgotten(Status.WITHDRAWN, course.over());
                    case QUEUED, HELD -> forgotten(Status.WITHDRAWN, course.over());
                    case SENT, DELIVERED, BOUNCED, UNKNOWN, REPLIED, WITHDRAWN, CANCELLED, EXPIRED -> forget(now);
                });
    }

    private @Nullable Instant nextDue() {
        if (status == Status.EXPIRED) {
            return course.expiresAt();
        }
        return Stream.of(lapsingAt(), forgettingAt(), textEndsAt(), questionAt(), requestsEndAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Instant lapsingAt() {
        return status == Status.AWAITING_CONFIRMATION || status == Status.INVALIDATED ? course.expiresAt() : null;
    }

    private @Nullable Instant requestsEndAt() {
        return mails.answeredAt() == null ? null : mails.answeredAt().plus(REQUESTS_KEPT);
    }

    private @Nullable Instant forgettingAt() {
        if (!(status.counts() || status == Status.CANCELLED) || details.sender() == null && supporter == null) {
            return null;
        }
        var from = Stream.of(post.deliveredAt(), post.sentAt(), course.endedAt(), course.confirmedAt())
                .filter(Objects::nonNull)
                .findFirst();
        return from.map(at -> at.plus(SENDER_KEPT)).orElse(null);
    }

    private @Nullable Instant textEndsAt() {
        if (details.text() == null) {
            return null;
        }
        if (status.isOut()) {
            var out = post.deliveredAt() == null ? post.sentAt() : post.deliveredAt();
            return out == null ? null : out.plus(TEXT_KEPT);
        }
        return course.endedAt() == null ? null : course.endedAt().plus(TEXT_KEPT);
    }

    private @Nullable Instant questionAt() {
        var sent = post.sentAt();
        if (!status.isOut() || status == Status.REPLIED || details.sender() == null || sent == null) {
            return null;
        }
        if (asking.times() >= ASKED_AT_MOST) {
            return null;
        }
        var last = asking.lastAt();
        return last == null ? sent.plus(ASKED_AFTER) : last.plus(ASKED_AGAIN_AFTER);
    }

    private static boolean isOver(@Nullable Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }

    // What others want to know.

    public boolean takesUpdates() {
        return ConsentLedger.takesUpdates(consents);
    }

    /** Which details a mail belongs to: one that was asked for before they were replaced is no longer needed. */
    String claim() {
        return "details:" + mails.details();
    }

    private Change<Letter, LetterEvent> askingToConfirm(LetterEvent event) {
        return Change.of(this, event).asking(mail(CONFIRM_MAIL));
    }

    private MailRequest mail(String purpose) {
        return new MailRequest(purpose, purpose, claim(), supporter);
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new LetterRefusal(Reason.NOT_IN_THAT_STATE);
        }
    }

    private void requireNotOut() {
        if (status.isOut()) {
            throw new LetterRefusal(Reason.ALREADY_SENT);
        }
    }

    private Letter awaiting(Submission again, Mails next, Instant now) {
        return changed()
                .target(again.target())
                .writtenBy(again.writer(), again.supporter())
                .status(Status.AWAITING_CONFIRMATION)
                .details(again.details())
                .mails(next)
                .course(course.begunAgain(now, now.plus(KEPT_UNCONFIRMED)))
                .post(post.anew())
                .letter();
    }

    private Letter withdrawn(Instant now) {
        return erased(Status.WITHDRAWN, course.over(), now);
    }

    private Letter erased(Status next, Course course, Instant now) {
        return changed()
                .status(next)
                .details(details.erased())
                .consents(ConsentLedger.endingUpdates(consents, now))
                .course(course)
                .letter();
    }

    private LetterBuilder changed() {
        return new LetterBuilder(this);
    }

    Letter due() {
        return new Letter(
                id, version, action, test, writer, supporter, target, status, hold, details, mails, consents, course,
                post, asking, nextDue());
    }
}
