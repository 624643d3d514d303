package org.clarion.notifications.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.outbox.Aggregate;
import org.clarion.messaging.outbox.Change;
import org.clarion.notifications.mail.MailEvent.MailBounced;
import org.clarion.notifications.mail.MailEvent.MailCancelled;
import org.clarion.notifications.mail.MailEvent.MailDoubted;
import org.clarion.notifications.mail.MailEvent.MailSent;
import org.clarion.notifications.mail.MailEvent.MailSuppressed;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mail that was asked for. Holds neither address nor name nor words.
 *
 * @param dueAt when the queue looks at it next; while it is leased, when the lease runs out; null once it is finished
 * @param lease who works on it at the moment
 * @param finishedAt when it came to its end
 */
@Document("mails")
public record Mail(
        @Id UUID id,
        long version,
        Status status,
        Request request,
        Tries tries,
        @Nullable Trouble trouble,
        @Nullable Instant dueAt,
        @Nullable UUID lease,
        @Nullable Instant finishedAt)
        implements Aggregate {

    /** So often an uncertain mail is sent again; then even a harmless one waits for staff. */
    static final int MOST_DOUBTS = 3;

    public enum Status implements WireNamed {
        QUEUED,
        /** It may be with the mail server already. */
        SENDING,
        SENT,
        /** Refused for now by the recipient's server; tried again later. */
        DEFERRED,
        BOUNCED,
        SUPPRESSED,
        /** Nobody can say whether it was sent; waits for staff. */
        UNKNOWN,
        CANCELLED;

        boolean leadsTo(Status next) {
            return switch (this) {
                case QUEUED, DEFERRED -> next != SENT && next != UNKNOWN;
                case SENDING -> next != SENDING && next != SUPPRESSED && next != CANCELLED;
                case BOUNCED, SUPPRESSED -> next == QUEUED;
                case UNKNOWN -> next == QUEUED || next == BOUNCED;
                case SENT -> next == BOUNCED;
                case CANCELLED -> false;
            };
        }

        public boolean isFinal() {
            return switch (this) {
                case QUEUED, SENDING, DEFERRED -> false;
                case SENT, BOUNCED, SUPPRESSED, UNKNOWN, CANCELLED -> true;
            };
        }
    }

    /** @param recipient pseudonym of the recipient; null for staff */
    public static Change<Mail, MailEvent> asked(Request request, @Nullable String recipient, Instant now) {
        var id = request.identity(recipient);
        return Change.silent(new Mail(id, 1, Status.QUEUED, request, Tries.NONE, null, now, null, null));
    }

    /** The state that the mark of a sender leaves; see {@link Mails#markSending}. */
    Mail sending(Instant leasedUntil) {
        require(Status.SENDING);
        return new Mail(id, version + 1, Status.SENDING, request, tries, trouble, leasedUntil, lease, null);
    }

    public Change<Mail, MailEvent> sent(Instant now) {
        return finished(Status.SENT, tries, null, now, new MailSent());
    }

    public Change<Mail, MailEvent> noLongerNeeded(Instant now) {
        return finished(Status.CANCELLED, tries, null, now, new MailCancelled());
    }

    public Change<Mail, MailEvent> suppressed(Instant now) {
        return finished(Status.SUPPRESSED, tries, Trouble.of(Reason.ADDRESS_SUPPRESSED), now, new MailSuppressed());
    }

    public Change<Mail, MailEvent> bounced(Trouble trouble, Instant now) {
        if (status.isFinal()) {
            throw new IllegalStateException("A mail that is " + status + " bounces only by coming back");
        }
        return finished(Status.BOUNCED, tries, trouble, now, new MailBounced());
    }

    /**
     * A server that had taken it could not deliver it.
     *
     * @return empty if it is not known to have left, or has bounced already
     */
    public Optional<Change<Mail, MailEvent>> cameBack(Trouble trouble, Instant now) {
        return status == Status.SENT || status == Status.UNKNOWN
                ? Optional.of(finished(Status.BOUNCED, tries, trouble, now, new MailBounced()))
                : Optional.empty();
    }

    /** The recipient's server refuses it for now: tried again later, but not for ever. */
    public Change<Mail, MailEvent> refusedForNow(@Nullable String reply, Instant now, Patience patience) {
        var next = tries.refused(now);
        if (isOver(next, now, patience)) {
            return finished(Status.BOUNCED, next, new Trouble(Reason.GAVE_UP, reply), now, new MailBounced());
        }
        var again = now.plus(patience.afterRefusal().after(next.refusals()));
        return waiting(next, new Trouble(Reason.REFUSED_FOR_NOW, reply), again);
    }

    /**
     * The address has had its mails for today.
     *
     * @param tomorrow when it may get another
     */
    public Change<Mail, MailEvent> overTheLimit(Instant now, Instant tomorrow, Patience patience) {
        var next = tries.limited(now);
        var trouble = Trouble.of(Reason.DAILY_LIMIT);
        return isOver(next, now, patience)
                ? finished(Status.SUPPRESSED, next, trouble, now, new MailSuppressed())
                : waiting(next, trouble, tomorrow);
    }

    /** Something else than the recipient stands against it: the owner, or words that are not there. */
    public Change<Mail, MailEvent> delayed(Reason reason, Instant now, Patience patience) {
        var next = tries.waited();
        return waiting(next, Trouble.of(reason), now.plus(patience.afterDelay().after(next.waits())));
    }

    /** Gives it back to the queue as it was: the owner or the mail server is away. Counts as no try. */
    public Change<Mail, MailEvent> putBack(Instant until) {
        return waiting(tries, trouble, until);
    }

    /**
     * Nobody can say whether it was sent.
     *
     * @param sendAgain whether a second copy of it does no harm
     */
    public Change<Mail, MailEvent> doubted(boolean sendAgain, Instant now) {
        var next = tries.doubted();
        return sendAgain && next.doubts() < MOST_DOUBTS
                ? waiting(next, trouble, now)
                : finished(Status.UNKNOWN, next, Trouble.of(Reason.IN_DOUBT), now, new MailDoubted());
    }

    /** Staff want another try. */
    public Change<Mail, MailEvent> tryAgain(Instant now) {
        if (!mayBeTriedAgain()) {
            throw new MailRefusal(id);
        }
        require(Status.QUEUED);
        return Change.silent(new Mail(id, version + 1, Status.QUEUED, request, Tries.NONE, null, now, null, null));
    }

    /** Not what has arrived or is on its way. */
    public boolean mayBeTriedAgain() {
        return switch (status) {
            case BOUNCED, SUPPRESSED, UNKNOWN -> true;
            case QUEUED, DEFERRED -> lease == null;
            case SENDING, SENT, CANCELLED -> false;
        };
    }

    private static boolean isOver(Tries tries, Instant now, Patience patience) {
        return tries.since() != null && !now.isBefore(tries.since().plus(patience.giveUpAfter()));
    }

    private Change<Mail, MailEvent> waiting(Tries next, @Nullable Trouble why, Instant until) {
        var waiting = next.refusals() > 0 ? Status.DEFERRED : Status.QUEUED;
        require(waiting);
        return Change.silent(new Mail(id, version + 1, waiting, request, next, why, until, null, null));
    }

    private Change<Mail, MailEvent> finished(
            Status end, Tries next, @Nullable Trouble why, Instant now, MailEvent event) {
        require(end);
        return Change.of(new Mail(id, version + 1, end, request, next, why, null, null, now), event);
    }

    private void require(Status next) {
        if (!status.leadsTo(next)) {
            throw new IllegalStateException("A mail that is " + status + " cannot become " + next);
        }
    }
}
