package org.clarion.petitions.signature;

import java.util.Locale;
import java.util.UUID;
import org.clarion.petitions.petition.Petitions;
import org.clarion.supporters.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A petition as supporters will see it, before they do. */
@Controller
class PreviewPage {

    private final Petitions petitions;
    private final PetitionView view;

    PreviewPage(Petitions petitions, PetitionView view) {
        this.petitions = petitions;
        this.view = view;
    }

    @GetMapping("/staff/petitions/{id}/preview")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        var petition = petitions.find(id);
        model.addAttribute("form", SigningForm.empty(petition, Source.DIRECT, locale.getLanguage()));
        model.addAttribute("preview", true);
        return view.show(petition, model, locale);
    }
}
