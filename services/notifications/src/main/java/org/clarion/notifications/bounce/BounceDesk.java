package org.clarion.notifications.bounce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mails;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.notifications.suppression.Suppression;
import org.clarion.notifications.suppression.Suppressions;
import org.clarion.notifications.template.Audience;
import org.clarion.notifications.template.MailTemplate;
import org.clarion.notifications.template.Templates;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonym;
import org.clarion.supporters.Pseudonyms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes note of mails that have come back. */
@Component
class BounceDesk {

    private static final Logger log = LoggerFactory.getLogger(BounceDesk.class);

    /** What a message in the mailbox led to. */
    enum Outcome {
        /** A mail is known to have bounced, by this message or an earlier one. */
        BOUNCED,
        /** It is about a mail that is still on its way: to be read again. */
        TOO_EARLY,
        /** It changes nothing. */
        NOTHING
    }

    private final ReturnPaths returnPaths;
    private final Mails mails;
    private final Templates templates;
    private final Suppressions suppressions;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final Counter bounced;

    BounceDesk(
            ReturnPaths returnPaths,
            Mails mails,
            Templates templates,
            Suppressions suppressions,
            Pseudonyms pseudonyms,
            Clock clock,
            MeterRegistry metrics) {
        this.returnPaths = returnPaths;
        this.mails = mails;
        this.templates = templates;
        this.suppressions = suppressions;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.bounced = Counter.builder("clarion.mails.returned")
                .description("Mails that a server had taken and could not deliver")
                .register(metrics);
    }

    Outcome read(DeliveryReport report) {
        var trouble = report.failure();
        if (trouble.isEmpty()) {
            return Outcome.NOTHING;
        }
        return report.sentTo().stream()
                .flatMap(address -> returnPaths.mailOf(address).stream())
                .findFirst()
                .flatMap(mails::find)
                .map(mail -> cameBack(mail, trouble.get(), report))
                .orElse(Outcome.NOTHING);
    }

    private Outcome cameBack(Mail mail, Trouble trouble, DeliveryReport report) {
        switch (mail.status()) {
            case BOUNCED -> {
                return Outcome.BOUNCED;
            }
            case QUEUED, SENDING, DEFERRED -> {
                return Outcome.TOO_EARLY;
            }
            case SUPPRESSED, CANCELLED -> {
                return Outcome.NOTHING; // it never left
            }
            case SENT, UNKNOWN -> {
                // The address first, as when it is refused at once: what ends in between is done again.
                if (trouble.reason() == Reason.ADDRESS_REFUSED && isToSupporter(mail)) {
                    recipient(mail, report).ifPresent(address -> suppress(address, mail, trouble));
                }
                if (mails.cameBack(mail.id(), trouble, clock.instant()).isEmpty()) {
                    return Outcome.NOTHING;
                }
                bounced.increment();
                log.info("Mail {} has come back ({})", mail.id(), trouble.reply());
                return Outcome.BOUNCED;
            }
        }
        throw new IllegalStateException("A mail that is " + mail.status());
    }

    private boolean isToSupporter(Mail mail) {
        return templates
                .find(mail.request().template())
                .map(MailTemplate::to)
                .filter(to -> to == Audience.SUPPORTER)
                .isPresent();
    }

    /** Only the address that the mail was asked for: whoever forwards mail can report the failure of any other one. */
    private Optional<Pseudonym> recipient(Mail mail, DeliveryReport report) {
        return report.recipients().stream()
                .flatMap(recipient -> recipient.addresses().stream())
                .flatMap(address -> EmailAddress.parse(address).stream())
                .flatMap(address -> pseudonyms.allOf(address).stream())
                .filter(pseudonym -> mail.request().identity(pseudonym.value()).equals(mail.id()))
                .findFirst();
    }

    private void suppress(Pseudonym address, Mail mail, Trouble trouble) {
        suppressions.add(new Suppression(
                address.value(),
                address.key(),
                clock.instant(),
                mail.id(),
                mail.request().purpose(),
                trouble.reply()));
    }
}
