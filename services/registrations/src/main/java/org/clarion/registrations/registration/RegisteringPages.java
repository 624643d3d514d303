package org.clarion.registrations.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.clarion.actions.form.Doubts;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.registration.RegistrationRefusal.Reason;
import org.clarion.supporters.Source;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a gathering, with the form to register. */
@Controller
@RequestMapping("/events/{slug}")
class RegisteringPages {

    private static final Set<String> VISIBLE =
            Set.of("name", "email", "heads", "sessions", "mode", "needs", "diet", "invitation");

    private final RegisteringDesk desk;
    private final RegistrationLinks links;
    private final Reception reception;
    private final Doubts doubts;
    private final GatheringView view;

    RegisteringPages(
            RegisteringDesk desk, RegistrationLinks links, Reception reception, Doubts doubts, GatheringView view) {
        this.desk = desk;
        this.links = links;
        this.reception = reception;
        this.doubts = doubts;
        this.view = view;
    }

    @GetMapping
    String show(@PathVariable String slug, Source source, Model model, Locale locale) {
        var gathering = links.action(slug);
        model.addAttribute("form", RegisteringForm.empty(source, locale.getLanguage()));
        return view.show(gathering, model, locale);
    }

    @PostMapping("/registrations")
    String register(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Gathering gathering;
        try {
            gathering = desk.gatheringToCome(slug);
        } catch (RegistrationRefusal refusal) {
            if (refusal.reason() == Reason.UNKNOWN_GATHERING) {
                throw refusal;
            }
            return "redirect:/events/" + slug; // the page says why nobody can register
        }
        var form = RegisteringForm.of(fields);
        var errors = new BeanPropertyBindingResult(form, "form");
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        var reading = reception.read(gathering, form.typed());
        reading.flaws().forEach(flaw -> {
            if (flaw.field().startsWith("answers[")) {
                errors.rejectValue(flaw.field(), flaw.words(), flaw.named().toArray(), null);
            } else {
                flaw.showIn(errors, VISIBLE);
            }
        });
        reading.accepted().ifPresent(submission -> doubts.ask(form, null, "register.button", errors, model));
        if (errors.hasErrors() || reading.accepted().isEmpty()) {
            return again(gathering, model, locale, response);
        }
        var submission = reading.accepted().orElseThrow();
        try {
            desk.register(gathering, submission);
        } catch (RegistrationRefusal refusal) {
            if (refusal.reason() != Reason.INVITATION_USED) {
                throw refusal;
            }
            refuse(errors);
            return again(gathering, model, locale, response);
        }
        return "redirect:" + links.sentPath(gathering, submission.registrant());
    }

    private static void refuse(Errors errors) {
        errors.rejectValue("invitation", "flaw.invitation.used");
    }

    private String again(Gathering gathering, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view.show(gathering, model, locale);
    }

    /** Nobody registers by opening an address. */
    @GetMapping("/registrations")
    String back(@PathVariable String slug) {
        return "redirect:/events/" + links.action(slug).slug();
    }
}
