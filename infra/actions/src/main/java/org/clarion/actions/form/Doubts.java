package org.clarion.actions.form;

import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.TypingHints;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** Asks about what nobody did wrong, and is still worth a question. */
public final class Doubts {

    private final TypingHints hints;

    Doubts(TypingHints hints) {
        this.hints = hints;
    }

    /**
     * Asks for a constituency where none is known, and about an address that looks mistyped; each once. To be called for
     * what has no flaws.
     *
     * @param constituency the one that is known; null for none
     * @param button key of the words on the form's button
     */
    public void ask(SupporterForm form, @Nullable String constituency, String button, Errors errors, Model model) {
        if (form.isAtHome() && constituency == null && !form.hasChosenConstituency()) {
            var noPostcode = form.postcode() == null || form.postcode().isBlank();
            model.addAttribute("asksConstituency", true);
            errors.rejectValue("constituency", noPostcode ? "flaw.constituency.or-postcode" : "flaw.constituency.ask");
        }
        if (!form.wasAskedAboutEmail()) {
            EmailAddress.parse(form.email()).flatMap(hints::suggestion).ifPresent(meant -> {
                model.addAttribute("asked", form.email());
                var verb = new DefaultMessageSourceResolvable(button);
                errors.rejectValue("email", "flaw.email.ask", new Object[] {meant, verb}, null);
            });
        }
    }
}
