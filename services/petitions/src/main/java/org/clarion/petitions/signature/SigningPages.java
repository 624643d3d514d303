package org.clarion.petitions.signature;

import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyEditorSupport;
import java.util.Locale;
import java.util.Set;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Source;
import org.clarion.supporters.TypingHints;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a petition, with the form to sign it. */
@Controller
@RequestMapping("/petitions/{slug}")
class SigningPages {

    private static final Set<String> VISIBLE = Set.of("name", "email", "postcode", "country", "constituency");

    private final SigningDesk desk;
    private final SignatureLinks links;
    private final Reception reception;
    private final TypingHints hints;
    private final PetitionView view;
    private final PublicUrl site;

    SigningPages(
            SigningDesk desk,
            SignatureLinks links,
            Reception reception,
            TypingHints hints,
            PetitionView view,
            PublicUrl site) {
        this.desk = desk;
        this.links = links;
        this.reception = reception;
        this.hints = hints;
        this.view = view;
        this.site = site;
    }

    /** Only a tick is consent; whatever else comes in its place is none. */
    @InitBinder
    void ticks(WebDataBinder binder) {
        binder.registerCustomEditor(Boolean.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.equals("true") || text.equals("on"));
            }
        });
    }

    @GetMapping
    String show(
            @PathVariable String slug,
            @RequestParam(name = "utm_source", required = false) @Nullable String utmSource,
            @RequestParam(name = "utm_medium", required = false) @Nullable String utmMedium,
            @RequestParam(name = "utm_campaign", required = false) @Nullable String utmCampaign,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referrer,
            Model model,
            Locale locale) {
        var petition = links.petition(slug);
        var source = Source.from(
                utmSource, utmMedium, utmCampaign, referrer, site.origin().getHost());
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
        reading.accepted().ifPresent(submission -> ask(form, submission, result, model));
        if (result.hasErrors() || reading.accepted().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.show(petition, model, locale);
        }
        var submission = reading.accepted().orElseThrow();
        desk.sign(submission);
        return "redirect:" + links.sentPath(petition, submission.signer());
    }

    /** What nobody did wrong, and is still worth a question. */
    private void ask(SigningForm form, Submission submission, BindingResult result, Model model) {
        if (form.isAtHome() && submission.details().constituency() == null && !form.hasChosenConstituency()) {
            var noPostcode = form.postcode() == null || form.postcode().isBlank();
            model.addAttribute("asksConstituency", true);
            result.rejectValue("constituency", noPostcode ? "flaw.constituency.or-postcode" : "flaw.constituency.ask");
        }
        if (!form.wasAskedAboutEmail()) {
            EmailAddress.parse(form.email()).flatMap(hints::suggestion).ifPresent(meant -> {
                model.addAttribute("asked", form.email());
                result.rejectValue("email", "sign.email.ask", new Object[] {meant}, null);
            });
        }
    }

    /** Nobody signs by opening an address. */
    @GetMapping("/signatures")
    String back(@PathVariable String slug) {
        return "redirect:/petitions/" + slug;
    }
}
