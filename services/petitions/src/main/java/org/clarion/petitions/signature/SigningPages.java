package org.clarion.petitions.signature;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.clarion.actions.form.Doubts;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.clarion.supporters.Source;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a petition, with the form to sign it. */
@Controller
@RequestMapping("/petitions/{slug}")
class SigningPages {

    private static final Set<String> VISIBLE = Set.of("name", "email", "postcode", "country", "constituency");

    private final SigningDesk desk;
    private final SignatureLinks links;
    private final Reception reception;
    private final Doubts doubts;
    private final PetitionView view;

    SigningPages(SigningDesk desk, SignatureLinks links, Reception reception, Doubts doubts, PetitionView view) {
        this.desk = desk;
        this.links = links;
        this.reception = reception;
        this.doubts = doubts;
        this.view = view;
    }

    @GetMapping
    String show(@PathVariable String slug, Source source, Model model, Locale locale) {
        var petition = links.action(slug);
        model.addAttribute("form", SigningForm.empty(petition, source, locale.getLanguage()));
        return view.show(petition, model, locale);
    }

    @PostMapping("/signatures")
    String sign(
            @PathVariable String slug,
            @ModelAttribute("form") SigningForm form,
            BindingResult result,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Petition petition;
        try {
            petition = desk.petitionToSign(slug);
        } catch (SignatureRefusal refusal) {
            if (refusal.reason() == Reason.UNKNOWN_PETITION) {
                throw refusal;
            }
            return "redirect:/petitions/" + slug; // the page says that it has closed
        }
        model.addAttribute("asksConstituency", form.hasChosenConstituency());
        var reading = reception.read(petition, form.typed());
        reading.flaws().forEach(flaw -> flaw.showIn(result, VISIBLE));
        reading.accepted()
                .ifPresent(submission ->
                        doubts.ask(form, submission.details().constituency(), "sign.button", result, model));
        if (result.hasErrors() || reading.accepted().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.show(petition, model, locale);
        }
        var submission = reading.accepted().orElseThrow();
        desk.sign(submission);
        return "redirect:" + links.sentPath(petition, submission.signer());
    }

    /** Nobody signs by opening an address. */
    @GetMapping("/signatures")
    String back(@PathVariable String slug) {
        return "redirect:/petitions/" + links.action(slug).slug();
    }
}
