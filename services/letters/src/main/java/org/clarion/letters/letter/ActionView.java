package org.clarion.letters.letter;

import java.time.Clock;
import java.util.Locale;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.form.HomeChoices;
import org.clarion.actions.progress.Progress;
import org.clarion.letters.action.Addressing.Choice;
import org.clarion.letters.action.LetterAction;
import org.clarion.pageshell.Markdown;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a letter action show of it. The form is the caller's. */
@Component
class ActionView {

    private final Progress progress;
    private final Reach reach;
    private final Directions directions;
    private final Campaigns campaigns;
    private final Markdown markdown;
    private final PublicUrl site;
    private final Clock clock;
    private final HomeChoices homes;

    ActionView(
            Progress progress,
            Reach reach,
            Directions directions,
            Campaigns campaigns,
            HomeChoices homes,
            Markdown markdown,
            PublicUrl site,
            Clock clock) {
        this.progress = progress;
        this.reach = reach;
        this.directions = directions;
        this.campaigns = campaigns;
        this.markdown = markdown;
        this.site = site;
        this.clock = clock;
        this.homes = homes;
    }

    /** What every page of an action needs. */
    void dress(LetterAction action, Model model) {
        model.addAttribute("action", action);
        model.addAttribute("about", action.text());
        campaigns.find(action.campaign()).ifPresent(campaign -> {
            model.addAttribute("accent", campaign.accent());
            model.addAttribute("campaign", campaign);
        });
    }

    /** Fills the model for the public page, with its first step, and names it. */
    String show(LetterAction action, Model model, Locale locale) {
        dress(action, model);
        var now = clock.instant();
        model.addAttribute("standing", progress.of(action));
        model.addAttribute("html", markdown.html(action.text().why()));
        model.addAttribute("description", action.text().summary());
        model.addAttribute("address", site.to("/letters/" + action.slug()).toString());
        model.addAttribute("takesLetters", action.takesLettersAt(now));
        model.addAttribute("isYetToOpen", action.isYetToOpenAt(now));
        model.addAttribute("ended", action.endOfWriting(now).orElse(null));
        model.addAttribute(
                "isPaused",
                action.status() == LetterAction.Status.PAUSED
                        && action.endOfWriting(now).isEmpty());
        homes.offerIn(model, locale);
        var addressing = action.addressing();
        model.addAttribute("entries", directions.entries(action));
        model.addAttribute("chooses", addressing.list() != null && addressing.choice() == Choice.CHOOSE);
        if (addressing.representative()) {
            model.addAttribute("reached", reach.seats(action).size());
            model.addAttribute("allSeats", reach.allSeats());
            model.addAttribute("map", reach.map(action).orElse(null));
        }
        return "letter-action";
    }
}
