package org.clarion.notifications.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.messaging.outbox.Change;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.MailEvent;
import org.clarion.notifications.mail.Mails;
import org.clarion.notifications.mail.Patience;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.notifications.sending.Outcome.Accepted;
import org.clarion.notifications.sending.Outcome.Doubtful;
import org.clarion.notifications.sending.Outcome.Never;
import org.clarion.notifications.sending.Outcome.NotNow;
import org.clarion.notifications.sending.Outcome.ServerAway;
import org.clarion.notifications.suppression.Suppression;
import org.clarion.notifications.suppression.Suppressions;
import org.clarion.supporters.Pseudonyms;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, some at a time: marks them as being sent, sends them, and saves how it went. */
@Component
class Delivery {

    private final Mails mails;
    private final Preparation preparation;
    private final Suppressions suppressions;
    private final Pseudonyms pseudonyms;
    private final Pauses pauses;
    private final Patience patience;
    private final SendingSettings settings;
    private final Clock clock;
    private final Counter accepted;

    Delivery(
            Mails mails,
            Preparation preparation,
            Suppressions suppressions,
            Pseudonyms pseudonyms,
            Pauses pauses,
            Patience patience,
            SendingSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.mails = mails;
        this.preparation = preparation;
        this.suppressions = suppressions;
        this.pseudonyms = pseudonyms;
        this.pauses = pauses;
        this.patience = patience;
        this.settings = settings;
        this.clock = clock;
        this.accepted = Counter.builder("clarion.mails.accepted")
                .description("Mails that the mail server has taken")
                .register(metrics);
    }

    /**
     * @param goOn false once this instance is to end: what is not sent by then goes back to the queue
     * @return whether the mail server took part to the end
     */
    boolean deliver(List<Letter> letters, Lease lease, Postbox postbox, BooleanSupplier goOn) {
        for (int from = 0; from < letters.size(); from += settings.together()) {
            if (!goOn.getAsBoolean() || !lease.isValid(clock.instant())) {
                putBack(letters.subList(from, letters.size()), clock.instant());
                return true;
            }
            var together = letters.subList(from, Math.min(from + settings.together(), letters.size()));
            if (!deliverTogether(together, lease, postbox)) {
                var until = clock.instant().plus(settings.firstPause());
                putBack(letters.subList(from + together.size(), letters.size()), until);
                return false;
            }
        }
        return true;
    }

    private boolean deliverTogether(List<Letter> together, Lease lease, Postbox postbox) {
        var marked = mark(together, lease);
        var changes = new ArrayList<Change<Mail, MailEvent>>(marked.size());
        var serverThere = true;
        for (var letter : marked) {
            if (!serverThere || !lease.isValid(clock.instant())) {
                changes.add(letter.mail().putBack(clock.instant().plus(settings.firstPause())));
                continue;
            }
            var outcome = postbox.post(letter.message(), Composition.envelope(letter.to()));
            changes.add(after(outcome, letter));
            if (outcome instanceof ServerAway || outcome instanceof Doubtful) {
                serverThere = false;
            }
        }
        // What was sent is known only here: an outage of the store is waited out, or it would be sent twice.
        StorePatience.untilStored(() -> mails.save(changes));
        return serverThere;
    }

    private List<Letter> mark(List<Letter> letters, Lease lease) {
        var byMail = letters.stream()
                .collect(Collectors.<Letter, UUID, Letter>toMap(
                        letter -> letter.mail().id(), Function.identity()));
        var waiting = letters.stream().map(Letter::mail).toList();
        return StorePatience.untilStored(() -> mails.markSending(waiting, lease.token(), lease.until())).stream()
                .map(mail -> byMail.get(mail.id()).as(mail))
                .toList();
    }

    private Change<Mail, MailEvent> after(Outcome outcome, Letter letter) {
        var mail = letter.mail();
        var now = clock.instant();
        return switch (outcome) {
            case Accepted it -> {
                accepted.increment();
                yield mail.sent(now);
            }
            case NotNow refusal -> mail.refusedForNow(refusal.reply(), now, patience);
            case Never refusal -> bounced(letter, refusal, now);
            case ServerAway away -> mail.putBack(pauses.begin(Pauses.MAIL_SERVER, away.why(), now));
            case Doubtful it -> {
                pauses.begin(Pauses.MAIL_SERVER, "connection lost at the end of a mail", now);
                yield mail.doubted(preparation.mayBeSentTwice(mail), now);
            }
        };
    }

    /** The address is suppressed first: a crash in between leaves a mail in doubt, not an address that is tried for ever. */
    private Change<Mail, MailEvent> bounced(Letter letter, Never refusal, Instant now) {
        var mail = letter.mail();
        if (!refusal.noSuchAddress()) {
            return mail.bounced(new Trouble(Reason.MAIL_REFUSED, refusal.reply()), now);
        }
        if (letter.isToSupporter()) {
            var pseudonym = pseudonyms.of(letter.to());
            suppressions.add(new Suppression(
                    pseudonym.value(),
                    pseudonym.key(),
                    now,
                    mail.id(),
                    mail.request().purpose(),
                    refusal.reply()));
        }
        return mail.bounced(new Trouble(Reason.ADDRESS_REFUSED, refusal.reply()), now);
    }

    private void putBack(List<Letter> letters, Instant until) {
        mails.save(letters.stream().map(letter -> letter.mail().putBack(until)).toList());
    }
}
