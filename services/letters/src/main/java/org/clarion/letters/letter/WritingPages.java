package org.clarion.letters.letter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clarion.actions.form.Doubts;
import org.clarion.actions.form.Flaw;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.letter.LetterRefusal.Reason;
import org.clarion.letters.letter.Reception.Draft;
import org.clarion.places.Postcode;
import org.clarion.supporters.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of a letter action, and from it to the letter: who, what, from whom. Each step is a form that carries what was
 * filled in before; nothing is kept here, and no address says where somebody lives.
 */
@Controller
@RequestMapping("/letters/{slug}")
class WritingPages {

    private static final Set<String> WHO = Set.of("postcode", "constituency", "to");
    private static final Set<String> WHAT = Set.of("body");
    private static final Set<String> FROM = Set.of("name", "address", "postcode", "country", "email");
    private static final String FORM = "form";

    /** Where the writer lives has been asked for what the letter needs. */
    private static final String KNOWN = "";

    private final WritingDesk desk;
    private final LetterLinks links;
    private final Reception reception;
    private final Doubts doubts;
    private final ActionView view;
    private final LetterView letters;

    WritingPages(
            WritingDesk desk,
            LetterLinks links,
            Reception reception,
            Doubts doubts,
            ActionView view,
            LetterView letters) {
        this.desk = desk;
        this.links = links;
        this.reception = reception;
        this.doubts = doubts;
        this.view = view;
        this.letters = letters;
    }

    @GetMapping
    String show(@PathVariable String slug, Source source, Model model, Locale locale) {
        var action = links.action(slug);
        model.addAttribute(FORM, WritingForm.empty(action, source, locale.getLanguage()));
        return view.show(action, model, locale);
    }

    /** Nobody writes by opening an address. */
    @GetMapping({"/who", "/write", "/preview", "/send"})
    String back(@PathVariable String slug) {
        return "redirect:/letters/" + links.action(slug).slug();
    }

    /** Back to the first step, with everything that was typed. */
    @PostMapping("/who")
    String who(@PathVariable String slug, @ModelAttribute(FORM) WritingForm form, Model model, Locale locale) {
        model.addAttribute("again", true);
        return step(slug, model, action -> view.show(action, model, locale));
    }

    /** @param instead given where the postcode is right and the constituency is not */
    @PostMapping("/write")
    String write(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String instead,
            @ModelAttribute(FORM) WritingForm form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return step(slug, model, action -> {
            keepable(response);
            var wanted = instead == null ? form : form.followingThePostcode();
            var reading = reception.direction(action, wanted.typed());
            var direction = reading.accepted();
            return direction.isEmpty()
                    ? askWhoAgain(action, wanted, reading.flaws(), model, locale, response)
                    : askWhat(action, direction.get(), wanted, model, locale);
        });
    }

    @PostMapping("/preview")
    String preview(
            @PathVariable String slug,
            @ModelAttribute(FORM) WritingForm form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return step(slug, model, action -> {
            keepable(response);
            var reading = reception.draft(action, form.typed());
            var draft = reading.accepted();
            return draft.isEmpty()
                    ? mend(action, form, reading.flaws(), model, locale, response)
                    : askFromWhom(action, draft.get(), form, model, locale);
        });
    }

    @PostMapping("/send")
    String send(
            @PathVariable String slug,
            @ModelAttribute(FORM) WritingForm form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return step(slug, model, action -> {
            keepable(response);
            var reading = reception.read(action, form.typed());
            var writing = reading.accepted();
            if (writing.isEmpty()) {
                return mend(action, form, reading.flaws(), model, locale, response);
            }
            var asked = bound(form, model);
            doubts.ask(form, KNOWN, "letter.from.button", asked, model);
            if (asked.hasErrors()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return letters.preview(
                        action, reception.draft(action, form.typed()).accepted().orElseThrow(), model, locale);
            }
            desk.write(writing.get());
            return "redirect:" + links.sentPath(action, writing.get().writer());
        });
    }

    /** One step of an action that takes letters; any other shows what its page says about that. */
    private String step(String slug, Model model, Function<LetterAction, String> next) {
        try {
            return next.apply(desk.actionToWriteIn(slug));
        } catch (LetterRefusal refusal) {
            if (refusal.reason() == Reason.UNKNOWN_ACTION) {
                throw refusal;
            }
            return "redirect:/letters/" + slug;
        }
    }

    /** Leads back to the first step that has something to mend. */
    private String mend(
            LetterAction action,
            WritingForm form,
            List<Flaw> flaws,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var draft = reception.draft(action, form.typed());
        if (draft.accepted().isPresent()) {
            return askFromWhomAgain(action, draft.accepted().get(), form, flaws, model, locale, response);
        }
        var direction = reception.direction(action, form.typed());
        if (direction.accepted().isPresent()) {
            var mended = bound(form.prepared(direction.accepted().get(), form.body(), null), model);
            flaws.stream().filter(flaw -> WHAT.contains(flaw.field())).forEach(flaw -> flaw.showIn(mended, WHAT));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return letters.write(action, direction.accepted().get(), model, locale);
        }
        return form.name() == null
                ? askWhoAgain(action, form, direction.flaws(), model, locale, response)
                : askWhereAgain(action, form, flaws, model, locale, response);
    }

    private String askWhoAgain(
            LetterAction action,
            WritingForm form,
            List<Flaw> flaws,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var asked = bound(form.keeping(pair(form)), model);
        flaws.forEach(flaw -> flaw.showIn(asked, WHO));
        model.addAttribute("again", true);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view.show(action, model, locale);
    }

    private String askWhat(LetterAction action, Direction direction, WritingForm form, Model model, Locale locale) {
        var body = form.body() == null ? direction.wording().body() : form.body();
        bound(form.prepared(direction, body, null), model);
        return letters.write(action, direction, model, locale);
    }

    private String askFromWhom(LetterAction action, Draft draft, WritingForm form, Model model, Locale locale) {
        var request = UUID.randomUUID().toString();
        bound(form.prepared(draft.direction(), draft.text().body(), request), model);
        return letters.preview(action, draft, model, locale);
    }

    private String askFromWhomAgain(
            LetterAction action,
            Draft draft,
            WritingForm form,
            List<Flaw> flaws,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var asked = bound(form, model);
        flaws.forEach(flaw -> flaw.showIn(asked, FROM));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return letters.preview(action, draft, model, locale);
    }

    /** The postcode under the letter says something else than the seat that it goes to. */
    private String askWhereAgain(
            LetterAction action,
            WritingForm form,
            List<Flaw> flaws,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var draft =
                reception.draft(action, form.followingTheConstituency().typed()).accepted();
        if (draft.isEmpty()) {
            return askWhoAgain(action, form, flaws, model, locale, response);
        }
        var asked = bound(form.keeping(pair(form)), model);
        flaws.forEach(flaw -> (flaw.field().equals("constituency") ? onPostcode(flaw) : flaw).showIn(asked, FROM));
        flaws.stream()
                .filter(flaw -> flaw.what().equals("letter.seat.disagrees"))
                .findFirst()
                .ifPresent(flaw -> model.addAttribute("insteadFor", flaw.named().get(1)));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return letters.preview(action, draft.get(), model, locale);
    }

    private static Flaw onPostcode(Flaw flaw) {
        return new Flaw("postcode", flaw.what(), flaw.named());
    }

    private static @Nullable String pair(WritingForm form) {
        var constituency = form.constituency();
        return constituency == null || constituency.isBlank()
                ? null
                : Postcode.parse(form.postcode())
                        .map(postcode -> Directions.pair(postcode, constituency.strip()))
                        .orElse(null);
    }

    /** The form as the page shows it from now on, ready to take flaws. */
    private static BindingResult bound(WritingForm form, Model model) {
        var result = new BeanPropertyBindingResult(form, FORM);
        model.addAttribute(FORM, form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, result);
        return result;
    }

    /** What was typed has to be there when somebody comes back, so the browser may keep the page, for itself. */
    private static void keepable(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
