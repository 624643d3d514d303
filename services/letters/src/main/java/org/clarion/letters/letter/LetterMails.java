package org.clarion.letters.letter;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.messaging.mail.MailAnswer;
import org.clarion.messaging.mail.MailClaim;
import org.clarion.messaging.mail.MailOwner;
import org.clarion.pageshell.Figures;
import org.clarion.pageshell.Organisation;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says, when a mail to a supporter is about to leave, whether it is still wanted, to whom it goes and what it says. */
@Component
class LetterMails implements MailOwner {

    private static final Set<String> OWN = Set.of(
            Letter.CONFIRM_MAIL,
            Letter.ALREADY_WRITTEN_MAIL,
            Letter.HELD_MAIL,
            Letter.RECIPIENT_CHANGED_MAIL,
            Letter.REDIRECTED_MAIL,
            Letter.CANCELLED_MAIL,
            Letter.ANSWER_MAIL);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");

    private final Letters letters;
    private final LetterActions actions;
    private final LetterLinks links;
    private final TargetNames names;
    private final LetterSettings settings;
    private final PublicUrl site;
    private final Organisation organisation;
    private final MessageSource words;
    private final Clock clock;

    LetterMails(
            Letters letters,
            LetterActions actions,
            LetterLinks links,
            TargetNames names,
            LetterSettings settings,
            PublicUrl site,
            Organisation organisation,
            MessageSource words,
            Clock clock) {
        this.letters = letters;
        this.actions = actions;
        this.links = links;
        this.names = names;
        this.settings = settings;
        this.site = site;
        this.organisation = organisation;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public boolean owns(String purpose) {
        return OWN.contains(purpose);
    }

    @Override
    public List<MailAnswer> redeem(List<MailClaim> claims) {
        var found = letters.byId(claims.stream().map(MailClaim::aggregate).toList());
        var about =
                actions.remembered(found.values().stream().map(Letter::action).collect(Collectors.toSet()));
        return claims.stream()
                .map(claim -> answer(claim, found.get(claim.aggregate()), about))
                .toList();
    }

    private MailAnswer answer(MailClaim claim, @Nullable Letter letter, Map<UUID, LetterAction> about) {
        var action = letter == null ? null : about.get(letter.action());
        if (letter == null || action == null || !isWanted(claim, letter, action)) {
            return MailAnswer.noLongerNeeded(claim.mail());
        }
        var sender = letter.details().sender();
        if (sender == null) {
            return MailAnswer.noLongerNeeded(claim.mail());
        }
        return MailAnswer.send(
                claim.mail(),
                sender.email(),
                sender.name(),
                letter.details().language(),
                model(claim, letter, action),
                links(claim, letter, action));
    }

    private boolean isWanted(MailClaim claim, Letter letter, LetterAction action) {
        if (!claim.claim().equals(letter.claim())) {
            return false; // the details have been replaced since, and another mail was asked for
        }
        return switch (claim.purpose()) {
            case Letter.CONFIRM_MAIL ->
                letter.status() == Status.AWAITING_CONFIRMATION
                        && action.takesConfirmationsAt(clock.instant(), settings.graceAfterClose());
            case Letter.ALREADY_WRITTEN_MAIL -> letter.status().counts() || letter.status() == Status.CANCELLED;
            case Letter.HELD_MAIL -> letter.hold() != null && letter.hold().isTold();
            case Letter.RECIPIENT_CHANGED_MAIL -> letter.hold() == Hold.NAME_IN_TEXT;
            case Letter.REDIRECTED_MAIL -> letter.status().counts();
            case Letter.CANCELLED_MAIL -> letter.status() == Status.CANCELLED;
            case Letter.ANSWER_MAIL -> letter.status().isOut() && letter.status() != Status.REPLIED;
            default -> false;
        };
    }

    private Map<String, String> model(MailClaim claim, Letter letter, LetterAction action) {
        var locale = Locale.forLanguageTag(letter.details().language());
        var model = new HashMap<String, String>();
        model.put("action", action.text().title());
        model.put("charity", organisation.name());
        model.put("to", to(claim, letter, locale));
        switch (claim.purpose()) {
            case Letter.CONFIRM_MAIL ->
                model.put("hours", Long.toString(settings.confirmWithin().toHours()));
            case Letter.HELD_MAIL -> {
                if (letter.hold() != null) {
                    model.put(
                            "why",
                            words.getMessage("letter.hold." + letter.hold().wireName(), null, locale));
                }
            }
            case Letter.RECIPIENT_CHANGED_MAIL, Letter.REDIRECTED_MAIL -> model.put("before", before(letter, locale));
            case Letter.ANSWER_MAIL -> {
                if (letter.post().sentAt() != null) {
                    model.put(
                            "sent",
                            DAY.withLocale(locale).format(letter.post().sentAt().atZone(Figures.LONDON)));
                }
            }
            default -> {}
        }
        return model;
    }

    /** Whom the writer saw; a seat that was vacant then had no name to show. */
    private String before(Letter letter, Locale locale) {
        var shown = letter.details().shown();
        return shown == null ? words.getMessage("letter.before.nobody", null, locale) : shown.name();
    }

    private String to(MailClaim claim, Letter letter, Locale locale) {
        var first = names.of(letter, letter.details().language());
        var others = letter.details().also().size();
        return claim.purpose().equals(Letter.CONFIRM_MAIL) && others > 0
                ? words.getMessage("letter.to.and-others", new Object[] {first, others}, locale)
                : first;
    }

    private Map<String, String> links(MailClaim claim, Letter letter, LetterAction action) {
        return switch (claim.purpose()) {
            case Letter.CONFIRM_MAIL ->
                Map.of(
                        "confirm", link(LetterLink.CONFIRM, action, letter),
                        "notMe", link(LetterLink.NOT_ME, action, letter));
            case Letter.RECIPIENT_CHANGED_MAIL ->
                Map.of(
                        "reword", link(LetterLink.REWORD, action, letter),
                        "manage", link(LetterLink.MANAGE, action, letter));
            case Letter.ANSWER_MAIL -> Map.of("answer", link(LetterLink.ANSWER, action, letter));
            default -> Map.of("manage", link(LetterLink.MANAGE, action, letter));
        };
    }

    private String link(LetterLink link, LetterAction action, Letter letter) {
        return site.to(links.path(link, action, letter)).toString();
    }
}
