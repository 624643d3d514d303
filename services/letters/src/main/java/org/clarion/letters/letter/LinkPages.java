package org.clarion.letters.letter;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.actions.form.Answers;
import org.clarion.actions.form.Homes;
import org.clarion.actions.link.ParticipationLinks.Opened;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.pageshell.Figures;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages behind mailed links. Opening one changes nothing; its button acts, and brings the same page again. */
@Controller
@RequestMapping("/letters/{slug}")
class LinkPages {

    private static final String PAGE = "letter-link";

    /** Another letter of the same supporter in the same action. */
    record Other(String to, Status status, String path) {}

    private final LetterLinks links;
    private final LetterDesk desk;
    private final WritingDesk writing;
    private final Reception reception;
    private final Homes homes;
    private final ActionView actions;
    private final LetterView letters;
    private final TargetNames names;
    private final PublicUrl site;
    private final Clock clock;

    LinkPages(
            LetterLinks links,
            LetterDesk desk,
            WritingDesk writing,
            Reception reception,
            Homes homes,
            ActionView actions,
            LetterView letters,
            TargetNames names,
            PublicUrl site,
            Clock clock) {
        this.links = links;
        this.desk = desk;
        this.writing = writing;
        this.reception = reception;
        this.homes = homes;
        this.actions = actions;
        this.letters = letters;
        this.names = names;
        this.site = site;
        this.clock = clock;
    }

    @ModelAttribute
    void neverKept(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping("/sent/{token}")
    String sent(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        var action = links.action(slug);
        links.openSent(token);
        return page(again == null ? "sent" : "sent-again", links.path(LetterLink.SENT, slug, token), action, model);
    }

    @PostMapping("/sent/{token}")
    String sendAgain(@PathVariable String slug, @PathVariable String token) {
        links.action(slug);
        writing.resend(links.openSent(token));
        return "redirect:" + links.path(LetterLink.SENT, slug, token) + "?again";
    }

    @GetMapping("/confirm/{token}")
    String askToConfirm(
            @PathVariable String slug,
            @PathVariable String token,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var opened = links.open(LetterLink.CONFIRM, slug, token);
        var letter = opened.participation();
        if (letter.status() != Status.AWAITING_CONFIRMATION) {
            return letter.status() == Status.INVALIDATED
                    ? page("disowned", null, opened.action(), model)
                    : state(opened, !opened.expired(), model, locale);
        }
        if (!desk.mayConfirm(opened)) {
            return page("too-late", null, opened.action(), model);
        }
        if (opened.expired()) {
            response.setStatus(HttpStatus.GONE.value());
            var again = letter.writer() == null ? null : links.sentPath(opened.action(), letter.writer());
            return page("expired", again, opened.action(), model);
        }
        letters.show(letter, model, locale);
        return page("confirm", links.path(LetterLink.CONFIRM, slug, token), opened.action(), model);
    }

    @PostMapping("/confirm/{token}")
    String confirm(@PathVariable String slug, @PathVariable String token) {
        desk.confirm(slug, token);
        return "redirect:" + links.path(LetterLink.CONFIRM, slug, token);
    }

    @GetMapping("/manage/{token}")
    String manage(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String saved,
            Model model,
            Locale locale) {
        var opened = links.open(LetterLink.MANAGE, slug, token);
        model.addAttribute("saved", saved != null);
        return state(opened, !opened.expired(), model, locale);
    }

    @PostMapping("/manage/{token}")
    String save(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false, defaultValue = "false") boolean updates) {
        desk.chooseUpdates(slug, token, updates);
        return "redirect:" + links.path(LetterLink.MANAGE, slug, token) + "?saved";
    }

    /** Where a letter is, and what can still be done. */
    private String state(Opened<LetterAction, Letter> opened, boolean leadsOn, Model model, Locale locale) {
        var action = opened.action();
        var letter = opened.participation();
        letters.show(letter, model, locale);
        actions.dress(action, model);
        model.addAttribute("letter", letter);
        model.addAttribute("state", letter.status().wireName());
        model.addAttribute("to", names.of(letter, letter.details().language()));
        model.addAttribute("share", site.to("/letters/" + action.slug()).toString());
        model.addAttribute("updates", letter.takesUpdates());
        if (leadsOn) {
            if (letter.status().counts()) {
                model.addAttribute("manage", links.path(LetterLink.MANAGE, action, letter));
            }
            if (letter.status().isWaiting() || letter.status() == Status.BOUNCED) {
                model.addAttribute("withdraw", links.path(LetterLink.WITHDRAW, action, letter));
            }
            if (letter.status().isOut()) {
                model.addAttribute("answer", links.path(LetterLink.ANSWER, action, letter));
            }
            if (letter.hold() == Hold.NAME_IN_TEXT) {
                model.addAttribute("reword", links.path(LetterLink.REWORD, action, letter));
            }
            model.addAttribute("others", others(opened, locale));
        }
        return "letter-state";
    }

    private List<Other> others(Opened<LetterAction, Letter> opened, Locale locale) {
        var letter = opened.participation();
        var others = desk.ofSameWriter(letter).stream()
                .filter(each -> !each.id().equals(letter.id()))
                .toList();
        var called = names.of(others.stream().map(Letter::target).collect(Collectors.toSet()), locale);
        return others.stream()
                .map(each -> new Other(
                        Objects.requireNonNullElse(
                                called.get(each.target()), each.target().wireName()),
                        each.status(),
                        links.path(LetterLink.MANAGE, opened.action(), each)))
                .toList();
    }

    @GetMapping("/not-me/{token}")
    String askToDisown(@PathVariable String slug, @PathVariable String token, Model model, Locale locale) {
        var opened = links.open(LetterLink.NOT_ME, slug, token);
        if (opened.expired()) {
            return state(opened, false, model, locale);
        }
        return switch (opened.participation().status()) {
            case AWAITING_CONFIRMATION, QUEUED, HELD ->
                page("disown", links.path(LetterLink.NOT_ME, slug, token), opened.action(), model);
            case INVALIDATED, EXPIRED, WITHDRAWN -> page("disowned", null, opened.action(), model);
            case SENT, DELIVERED, BOUNCED, UNKNOWN, REPLIED, CANCELLED ->
                page("too-late-to-disown", null, opened.action(), model);
        };
    }

    @PostMapping("/not-me/{token}")
    String disown(@PathVariable String slug, @PathVariable String token) {
        desk.disown(slug, token);
        return "redirect:" + links.path(LetterLink.NOT_ME, slug, token);
    }

    @GetMapping("/withdraw/{token}")
    String askToWithdraw(@PathVariable String slug, @PathVariable String token, Model model, Locale locale) {
        var opened = links.open(LetterLink.WITHDRAW, slug, token);
        var status = opened.participation().status();
        return !opened.expired() && (status.isWaiting() || status == Status.BOUNCED)
                ? page("withdraw", links.path(LetterLink.WITHDRAW, slug, token), opened.action(), model)
                : state(opened, false, model, locale);
    }

    @PostMapping("/withdraw/{token}")
    String withdraw(@PathVariable String slug, @PathVariable String token) {
        desk.withdraw(slug, token);
        return "redirect:" + links.path(LetterLink.WITHDRAW, slug, token);
    }

    @GetMapping("/reword/{token}")
    String askToReword(@PathVariable String slug, @PathVariable String token, Model model, Locale locale) {
        var opened = links.open(LetterLink.REWORD, slug, token);
        var text = opened.participation().details().text();
        if (opened.expired() || opened.participation().hold() != Hold.NAME_IN_TEXT || text == null) {
            return state(opened, !opened.expired(), model, locale);
        }
        return reword(opened, text.body(), List.of(), token, model, locale);
    }

    @PostMapping("/reword/{token}")
    String reword(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String body,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var answers = new Answers(homes);
        var words = reception.body(body, answers);
        if (words.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var mends = answers.flaws().stream().map(flaw -> flaw.words()).toList();
            return reword(links.open(LetterLink.REWORD, slug, token), body, mends, token, model, locale);
        }
        desk.reword(slug, token, words.get());
        return "redirect:" + links.path(LetterLink.REWORD, slug, token);
    }

    private String reword(
            Opened<LetterAction, Letter> opened,
            String body,
            List<String> mends,
            String token,
            Model model,
            Locale locale) {
        letters.show(opened.participation(), model, locale);
        actions.dress(opened.action(), model);
        var shown = opened.participation().details().shown();
        model.addAttribute("before", shown == null ? "" : shown.name());
        model.addAttribute("body", body);
        model.addAttribute("mends", mends);
        model.addAttribute("post", links.path(LetterLink.REWORD, opened.action().slug(), token));
        return "letter-reword";
    }

    @GetMapping("/answer/{token}")
    String askForAnswer(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String again,
            Model model,
            Locale locale) {
        var opened = links.open(LetterLink.ANSWER, slug, token);
        var letter = opened.participation();
        if (opened.expired() || !letter.status().isOut()) {
            return state(opened, false, model, locale);
        }
        actions.dress(opened.action(), model);
        var answer = again == null ? letter.asking().answer() : null;
        model.addAttribute("to", names.of(letter, letter.details().language()));
        model.addAttribute("kinds", Answer.Kind.values());
        model.addAttribute("answer", answer);
        model.addAttribute("sentAt", letter.post().sentAt());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Figures.LONDON));
        model.addAttribute("post", links.path(LetterLink.ANSWER, slug, token));
        return "letter-answer";
    }

    /**
     * @param said wire name of what came back
     * @param on day on which it came; left out by the buttons, given by the question that follows
     */
    @PostMapping("/answer/{token}")
    String answer(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam String said,
            @RequestParam(required = false) @Nullable String on) {
        var kind = Stream.of(Answer.Kind.values())
                .filter(each -> each.wireName().equals(said))
                .findFirst();
        if (kind.isPresent()) {
            desk.answer(slug, token, kind.get(), day(on));
        }
        return "redirect:" + links.path(LetterLink.ANSWER, slug, token);
    }

    /** A day in the future, or none at all, says nothing. */
    private @Nullable LocalDate day(@Nullable String typed) {
        try {
            var day = typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
            return day == null || day.isAfter(LocalDate.ofInstant(clock.instant(), Figures.LONDON)) ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** @param post where the button posts; null for a page without one */
    private String page(String view, @Nullable String post, LetterAction action, Model model) {
        actions.dress(action, model);
        model.addAttribute("view", view);
        model.addAttribute("post", post);
        return PAGE;
    }
}
