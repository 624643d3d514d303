package org.clarion.petitions.signature;

import java.time.Clock;
import java.util.Locale;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.form.HomeChoices;
import org.clarion.actions.progress.Progress;
import org.clarion.pageshell.Markdown;
import org.clarion.petitions.petition.Petition;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A petition as supporters see it. */
@Component
class PetitionView {

    private final Progress progress;
    private final Campaigns campaigns;
    private final HomeChoices homes;
    private final Markdown markdown;
    private final PublicUrl site;
    private final Clock clock;

    PetitionView(
            Progress progress, Campaigns campaigns, HomeChoices homes, Markdown markdown, PublicUrl site, Clock clock) {
        this.progress = progress;
        this.campaigns = campaigns;
        this.homes = homes;
        this.markdown = markdown;
        this.site = site;
        this.clock = clock;
    }

    /** Fills the model for the page and names it. The form is the caller's. */
    String show(Petition petition, Model model, Locale locale) {
        var now = clock.instant();
        model.asMap().putIfAbsent("preview", false);
        model.addAttribute("petition", petition);
        model.addAttribute("standing", progress.of(petition));
        model.addAttribute("html", markdown.html(petition.text().markdown()));
        model.addAttribute("description", petition.text().summary());
        model.addAttribute("address", site.to("/petitions/" + petition.slug()).toString());
        model.addAttribute("takesSignatures", petition.takesSignaturesAt(now));
        model.addAttribute("isYetToOpen", petition.isYetToOpenAt(now));
        model.addAttribute("ended", petition.endOfSigning(now).orElse(null));
        campaigns.find(petition.campaign()).ifPresent(campaign -> {
            model.addAttribute("accent", campaign.accent());
            model.addAttribute("campaign", campaign);
        });
        homes.offerIn(model, locale);
        return "petition";
    }
}
