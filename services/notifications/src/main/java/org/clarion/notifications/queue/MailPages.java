package org.clarion.notifications.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clarion.notifications.bounce.BounceReading;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.MailRefusal;
import org.clarion.notifications.mail.Mails;
import org.clarion.notifications.mail.MailsQueued;
import org.clarion.notifications.sending.Pauses;
import org.clarion.notifications.template.Audience;
import org.clarion.notifications.template.Templates;
import org.clarion.pageshell.Paging;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue as staff see it: how many mails are where, and what stands against those that do not get on. */
@Controller
@RequestMapping("/staff/mail")
@CampaignersOnly
class MailPages {

    private static final Logger log = LoggerFactory.getLogger(MailPages.class);
    private static final List<Status> SHOWN =
            List.of(Status.UNKNOWN, Status.BOUNCED, Status.DEFERRED, Status.SUPPRESSED, Status.QUEUED);

    /** A state in the overview. */
    record State(Status status, long count) {}

    /**
     * A mail that does not get on.
     *
     * @param ownersToDecide whether it has ended, and only the service that asked for it can say what comes of it
     */
    record Stuck(
            UUID id,
            String purpose,
            Status status,
            @Nullable String reason,
            @Nullable String reply,
            Instant askedAt,
            @Nullable Instant nextTry,
            @Nullable Instant finishedAt,
            boolean mayBeTriedAgain,
            boolean ownersToDecide) {

        static Stuck of(Mail mail, boolean toOffice) {
            var trouble = mail.trouble();
            var ownersToDecide = toOffice && mail.status().isFinal();
            return new Stuck(
                    mail.id(),
                    mail.request().purpose(),
                    mail.status(),
                    trouble == null ? null : trouble.reason().wireName(),
                    trouble == null ? null : trouble.reply(),
                    mail.request().requestedAt(),
                    mail.dueAt(),
                    mail.finishedAt(),
                    mail.mayBeTriedAgain() && !ownersToDecide,
                    ownersToDecide);
        }
    }

    private static final Set<String> OUTCOMES = Set.of("again", "on-its-way", "gone");

    private final Mails mails;
    private final Pauses pauses;
    private final BounceReading bounces;
    private final Templates templates;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MailPages(
            Mails mails,
            Pauses pauses,
            BounceReading bounces,
            Templates templates,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mails = mails;
        this.pauses = pauses;
        this.bounces = bounces;
        this.templates = templates;
        this.clock = clock;
        this.events = events;
    }

    @GetMapping
    String overview(
            @RequestParam @Nullable String state, @RequestParam @Nullable String tried, Paging paging, Model model) {
        var counts = mails.counts();
        model.addAttribute(
                "states",
                Arrays.stream(Status.values())
                        .map(status -> new State(status, counts.getOrDefault(status, 0L)))
                        .toList());
        var shown = shown(state, counts);
        model.addAttribute("shown", shown);
        model.addAttribute("kinds", SHOWN);
        model.addAttribute("pauses", pauses.all());
        model.addAttribute("bouncesUnread", bounces.silentSince().orElse(null));
        model.addAttribute(
                "stuck", paging.without("tried").from((skip, most) -> stuck(mails.inTrouble(shown, skip, most))));
        model.addAttribute("tried", tried != null && OUTCOMES.contains(tried) ? tried : null);
        model.addAttribute("at", clock.instant());
        return "mail/queue";
    }

    private List<Stuck> stuck(List<Mail> found) {
        return found.stream().map(mail -> Stuck.of(mail, isToOffice(mail))).toList();
    }

    private boolean isToOffice(Mail mail) {
        return templates
                .find(mail.request().template())
                .filter(template -> template.to() == Audience.OFFICE)
                .isPresent();
    }

    @PostMapping("/{id}/try-again")
    String tryAgain(@PathVariable UUID id, @RequestParam @Nullable String state, Staff staff) {
        var outcome = "gone";
        try {
            if (mails.tryAgain(id, clock.instant()).isPresent()) {
                log.info("Mail {} is tried again by {}", id, staff.id());
                events.publishEvent(new MailsQueued());
                outcome = "again";
            }
        } catch (MailRefusal e) {
            outcome = "on-its-way";
        }
        return "redirect:/staff/mail?state=" + shown(state, Map.of()).wireName() + "&tried=" + outcome;
    }

    private static Status shown(@Nullable String wanted, Map<Status, Long> counts) {
        for (var status : SHOWN) {
            if (status.wireName().equals(wanted)) {
                return status;
            }
        }
        return SHOWN.stream()
                .filter(status -> counts.getOrDefault(status, 0L) > 0)
                .findFirst()
                .orElse(SHOWN.getFirst());
    }
}
