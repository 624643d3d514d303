package org.clarion.letters.letter;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clarion.actions.form.HomeChoices;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.letter.Reception.Draft;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A letter on a page, while it is written and as it will be read. The form is the caller's. */
@Component
class LetterView {

    /**
     * Somebody who gets a letter.
     *
     * @param salutation what follows "Dear"
     * @param trouble key of the words for why it has to wait; null where it has not
     */
    record To(
            String name,
            String role,
            @Nullable String party,
            String salutation,
            @Nullable String trouble) {}

    private final Recipients recipients;
    private final Constituencies constituencies;
    private final ActionView actions;
    private final HomeChoices homes;
    private final MessageSource words;
    private final Clock clock;

    LetterView(
            Recipients recipients,
            Constituencies constituencies,
            ActionView actions,
            HomeChoices homes,
            MessageSource words,
            Clock clock) {
        this.recipients = recipients;
        this.constituencies = constituencies;
        this.actions = actions;
        this.homes = homes;
        this.words = words;
        this.clock = clock;
    }

    /** Fills the model for the page on which the letter is written, and names it. */
    String write(LetterAction action, Direction direction, Model model, Locale locale) {
        actions.dress(action, model);
        var people = people(direction.targets(), locale);
        model.addAttribute("people", people);
        model.addAttribute("wording", direction.wording());
        model.addAttribute(
                "opening", direction.wording().openingFor(people.getFirst().salutation()));
        model.addAttribute("longest", Written.LONGEST_BODY);
        return "letter-write";
    }

    /** Fills the model for the page that shows the letter whole and asks whom it is from, and names it. */
    String preview(LetterAction action, Draft draft, Model model, Locale locale) {
        actions.dress(action, model);
        var people = people(draft.direction().targets(), locale);
        var template = draft.direction().wording().body();
        model.addAttribute("people", people);
        model.addAttribute("subject", draft.text().subject());
        model.addAttribute(
                "paragraphs", draft.text().paragraphs(people.getFirst().salutation(), null));
        model.addAttribute(
                "likeness",
                template.isBlank() ? null : advice(template, draft.text().body()));
        homes.offerIn(model, locale);
        return "letter-preview";
    }

    private static String advice(String template, String body) {
        return Likeness.of(template, body).advice().wireName();
    }

    /** Fills the model with a letter as it is kept: to whom, and every word as it will be read. */
    void show(Letter letter, Model model, Locale locale) {
        var targets = IntStream.rangeClosed(0, letter.details().also().size())
                .mapToObj(i -> i == 0
                        ? letter.target()
                        : letter.details().also().get(i - 1).target())
                .toList();
        var people = people(targets, locale);
        model.addAttribute("people", people);
        var text = letter.details().text();
        var sender = letter.details().sender();
        if (text != null && sender != null) {
            model.addAttribute("subject", text.subject());
            model.addAttribute("paragraphs", text.paragraphs(people.getFirst().salutation(), sender));
        }
    }

    List<To> people(List<Target> targets, Locale locale) {
        var now = clock.instant();
        var found = recipients.of(targets, now);
        var notKnown = recipients.notKnown(
                targets.stream().filter(target -> !found.containsKey(target)).toList(), now);
        return targets.stream()
                .map(target -> Optional.ofNullable(found.get(target))
                        .map(LetterView::person)
                        .orElseGet(() -> nobody(target, notKnown.contains(target), locale)))
                .toList();
    }

    private static To person(Recipient recipient) {
        return new To(
                recipient.name(),
                recipient.role(),
                recipient.party(),
                recipient.salutation(),
                recipient.contact().canBeMailed() ? null : "letter.trouble.no-address");
    }

    private To nobody(Target target, boolean isNotKnown, Locale locale) {
        var seat = constituencies.byCode(target.id()).map(Constituency::name);
        return new To(
                seat.map(name -> words.getMessage("letter.to.seat", new Object[] {name}, locale))
                        .orElseGet(() -> words.getMessage("letter.to.gone", null, locale)),
                "",
                null,
                words.getMessage(target.isSeat() ? "letter.salutation.vacant" : "letter.salutation.gone", null, locale),
                troubleOf(target, isNotKnown));
    }

    private static String troubleOf(Target target, boolean isNotKnown) {
        if (!target.isSeat()) {
            return "letter.trouble.gone";
        }
        return isNotKnown ? "letter.trouble.not-known" : "letter.trouble.vacant";
    }
}
