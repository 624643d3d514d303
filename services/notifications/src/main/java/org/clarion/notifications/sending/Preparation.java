package org.clarion.notifications.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.messaging.mail.MailAnswer.Decision;
import org.clarion.messaging.outbox.Change;
import org.clarion.notifications.allowance.DailyAllowance;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.MailEvent;
import org.clarion.notifications.mail.Patience;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.notifications.suppression.Suppressions;
import org.clarion.notifications.template.Doubt;
import org.clarion.notifications.template.MailTemplate;
import org.clarion.notifications.template.MailWriter;
import org.clarion.notifications.template.Templates;
import org.clarion.notifications.template.WordsIncomplete;
import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns leased mails into letters: asks their owners, writes the words, and last checks whether the address may get them. */
@Component
class Preparation {

    private static final Logger log = LoggerFactory.getLogger(Preparation.class);

    /** @param decided what became of those that are not sent now */
    record Prepared(List<Letter> letters, List<Change<Mail, MailEvent>> decided) {}

    private final Owners owners;
    private final Pauses pauses;
    private final Templates templates;
    private final MailWriter writer;
    private final Composition composition;
    private final Suppressions suppressions;
    private final DailyAllowance allowance;
    private final Patience patience;
    private final Clock clock;

    Preparation(
            Owners owners,
            Pauses pauses,
            Templates templates,
            MailWriter writer,
            Composition composition,
            Suppressions suppressions,
            DailyAllowance allowance,
            Patience patience,
            Clock clock) {
        this.owners = owners;
        this.pauses = pauses;
        this.templates = templates;
        this.writer = writer;
        this.composition = composition;
        this.suppressions = suppressions;
        this.allowance = allowance;
        this.patience = patience;
        this.clock = clock;
    }

    Prepared prepare(List<Mail> leased) {
        var prepared = new Prepared(new ArrayList<>(), new ArrayList<>());
        var now = clock.instant();
        var byOwner = leased.stream()
                .filter(mail -> !isInDoubt(mail, prepared, now))
                .collect(Collectors.groupingBy(mail -> mail.request().owner()));
        byOwner.forEach((owner, mails) -> redeem(owner, mails, prepared));
        return allowed(prepared);
    }

    /** A mail that is still being sent although its lease has run out: whoever sent it ended before saying how it went. */
    private boolean isInDoubt(Mail mail, Prepared prepared, Instant now) {
        if (mail.status() != Status.SENDING) {
            return false;
        }
        prepared.decided().add(mail.doubted(mayBeSentTwice(mail), now));
        return true;
    }

    boolean mayBeSentTwice(Mail mail) {
        return templates
                .find(mail.request().template())
                .map(MailTemplate::doubt)
                .filter(doubt -> doubt == Doubt.SEND_AGAIN)
                .isPresent();
    }

    private void redeem(String owner, List<Mail> mails, Prepared prepared) {
        try {
            var answers = owners.redeem(owner, mails);
            pauses.end(owner);
            mails.forEach(mail -> read(mail, answers, prepared));
        } catch (OwnerAway e) {
            var until = pauses.begin(owner, Objects.requireNonNull(e.getMessage()), clock.instant());
            mails.forEach(mail -> prepared.decided().add(mail.putBack(until)));
        }
    }

    private void read(Mail mail, Map<UUID, Owners.Answer> answers, Prepared prepared) {
        var now = clock.instant();
        var answer = answers.get(mail.id());
        if (answer == null || answer.decision() == null) {
            prepared.decided().add(mail.delayed(Reason.OWNER_REFUSES, now, patience));
        } else if (answer.decision() == Decision.LATER) {
            prepared.decided().add(mail.delayed(Reason.OWNER_LATER, now, patience));
        } else if (answer.decision() == Decision.NO_LONGER_NEEDED) {
            prepared.decided().add(mail.noLongerNeeded(now));
        } else {
            write(mail, answer, prepared, now);
        }
    }

    private void write(Mail mail, Owners.Answer answer, Prepared prepared, Instant now) {
        var address = EmailAddress.parse(answer.address());
        if (address.isEmpty()) {
            prepared.decided().add(mail.bounced(Trouble.of(Reason.NO_ADDRESS), now));
            return;
        }
        var template = templates.find(mail.request().template());
        if (template.isEmpty()) {
            prepared.decided().add(mail.delayed(Reason.NO_TEMPLATE, now, patience));
            return;
        }
        try {
            var words = writer.write(
                    template.get(), answer.language(), answer.name(), orNone(answer.model()), orNone(answer.links()));
            var parties = new Parties(address.get(), answer.name(), writer(answer.sender()));
            var message = composition.compose(
                    mail.id(), parties, words, Objects.requireNonNullElse(answer.attachments(), List.of()));
            prepared.letters()
                    .add(new Letter(mail, address.get(), template.get().to(), message));
        } catch (WordsIncomplete e) {
            log.warn("Mail {} cannot be written: {}", mail.id(), e.getMessage());
            prepared.decided().add(mail.delayed(Reason.WORDS_INCOMPLETE, now, patience));
        } catch (RuntimeException e) {
            // One strange value must not keep the others waiting. The failure's own words may hold it.
            log.error("Mail {} cannot be written: {}", mail.id(), e.getClass().getName());
            prepared.decided().add(mail.delayed(Reason.WORDS_INCOMPLETE, now, patience));
        }
    }

    private static Parties.@Nullable Writer writer(Owners.Answer.@Nullable Sender given) throws WordsIncomplete {
        if (given == null) {
            return null;
        }
        var replyTo = EmailAddress.parse(given.replyTo());
        if (given.name() == null || given.name().isBlank() || replyTo.isEmpty()) {
            throw new WordsIncomplete("sender", "a name or an address for answers");
        }
        return new Parties.Writer(given.name(), replyTo.get());
    }

    /** Last of all, because an answer of the owner costs nobody a place. */
    private Prepared allowed(Prepared prepared) {
        var now = clock.instant();
        var toSupporters =
                prepared.letters().stream().filter(Letter::isToSupporter).toList();
        var suppressed =
                suppressions.among(toSupporters.stream().map(Letter::to).toList());
        var open = new ArrayList<Letter>();
        for (var letter : toSupporters) {
            if (suppressed.contains(letter.to())) {
                prepared.decided().add(letter.mail().suppressed(now));
            } else {
                open.add(letter);
            }
        }
        var wishes = open.stream()
                .map(letter -> new DailyAllowance.Wish(letter.mail().id(), letter.to()))
                .toList();
        var may = allowance.take(wishes, now);
        var letters = new ArrayList<>(prepared.letters().stream()
                .filter(letter -> !letter.isToSupporter())
                .toList());
        for (var letter : open) {
            if (may.contains(letter.mail().id())) {
                letters.add(letter);
            } else {
                prepared.decided().add(letter.mail().overTheLimit(now, allowance.tomorrow(now), patience));
            }
        }
        return new Prepared(letters, prepared.decided());
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> given) {
        return given == null ? Map.of() : given;
    }
}
