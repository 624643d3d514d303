package org.clarion.registrations.registration;

import java.util.Locale;
import java.util.UUID;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.supporters.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A gathering as supporters will see it, before they do. */
@Controller
class PreviewPage {

    private final Gatherings gatherings;
    private final GatheringView view;

    PreviewPage(Gatherings gatherings, GatheringView view) {
        this.gatherings = gatherings;
        this.view = view;
    }

    @GetMapping("/staff/registrations/{id}/preview")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", RegisteringForm.empty(Source.DIRECT, locale.getLanguage()));
        model.addAttribute("preview", true);
        return view.show(gatherings.find(id), model, locale);
    }
}
