package org.clarion.petitions.signature;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.progress.Progress;
import org.clarion.pageshell.Markdown;
import org.clarion.petitions.petition.Petition;
import org.clarion.places.Constituencies;
import org.clarion.places.Countries;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A petition as supporters see it. */
@Component
class PetitionView {

    private final Progress progress;
    private final Campaigns campaigns;
    private final Markdown markdown;
    private final PublicUrl site;
    private final Clock clock;
    private final Map<String, String> constituencies;
    private final Map<Locale, Map<String, String>> countries = new ConcurrentHashMap<>();

    PetitionView(
            Progress progress,
            Campaigns campaigns,
            Constituencies constituencies,
            Markdown markdown,
            PublicUrl site,
            Clock clock) {
        this.progress = progress;
        this.campaigns = campaigns;
        this.markdown = markdown;
        this.site = site;
        this.clock = clock;
        this.constituencies = new LinkedHashMap<>();
        constituencies.all().forEach(each -> this.constituencies.put(each.code(), each.name()));
    }

    /** Fills the model for the page and names it. The form is the caller's. */
    String show(Petition petition, Model model, Locale locale) {
        var now = clock.instant();
        model.asMap().putIfAbsent("preview", false);
        model.asMap().putIfAbsent("asksConstituency", false);
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
        model.addAttribute("constituencies", constituencies);
        model.addAttribute("countries", countries.computeIfAbsent(locale, PetitionView::countries));
        return "petition";
    }

    private static Map<String, String> countries(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        Countries.in(locale).forEach(country -> names.put(country.code(), country.name()));
        return names;
    }
}
