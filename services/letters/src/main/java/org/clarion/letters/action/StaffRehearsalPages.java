package org.clarion.letters.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.letters.action.Rehearsal.Outcome;
import org.clarion.letters.action.Rehearsal.Row;
import org.clarion.letters.target.Target;
import org.clarion.letters.target.TargetEntry;
import org.clarion.letters.target.TargetLists;
import org.clarion.pageshell.CsvFile;
import org.clarion.pageshell.Markdown;
import org.clarion.pageshell.Paging;
import org.clarion.pageshell.Sought;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.places.Postcode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a letter of an action looks like for anybody, and what would become of all of them, before it is opened. */
@Controller
@RequestMapping("/staff/letters/{id}")
class StaffRehearsalPages {

    /** @param opening with the name filled in */
    record Preview(Row row, Wording wording, String opening) {}

    private final LetterActions actions;
    private final Rehearsals rehearsals;
    private final TargetLists lists;
    private final Campaigns campaigns;
    private final Places places;
    private final Constituencies constituencies;
    private final Markdown markdown;
    private final MessageSource words;

    StaffRehearsalPages(
            LetterActions actions,
            Rehearsals rehearsals,
            TargetLists lists,
            Campaigns campaigns,
            Places places,
            Constituencies constituencies,
            Markdown markdown,
            MessageSource words) {
        this.actions = actions;
        this.rehearsals = rehearsals;
        this.lists = lists;
        this.campaigns = campaigns;
        this.places = places;
        this.constituencies = constituencies;
        this.markdown = markdown;
        this.words = words;
    }

    /**
     * @param postcode of somebody who might write
     * @param target whom they write to, where no postcode tells: a constituency, or somebody of the list
     */
    @GetMapping("/preview")
    String preview(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String postcode,
            @RequestParam(required = false) @Nullable String target,
            Model model,
            Locale locale) {
        var action = actions.find(id);
        var typed = postcode != null && !postcode.isBlank();
        var wanted = typed
                ? places.find(postcode)
                        .map(place -> Target.seat(place.constituency().code()))
                : Target.parse(target);
        var preview = wanted.flatMap(each -> rehearsals.of(action, each)).map(row -> preview(action, row, locale));
        model.addAttribute("action", action);
        model.addAttribute("preview", preview.orElse(null));
        model.addAttribute("postcode", postcode);
        model.addAttribute("target", wanted.map(Target::wireName).orElse(null));
        model.addAttribute("unknown", typed && preview.isEmpty());
        model.addAttribute("malformed", typed && Postcode.parse(postcode).isEmpty());
        model.addAttribute("constituencies", constituencies.all());
        model.addAttribute("entries", entries(action));
        model.addAttribute("html", markdown.html(action.text().why()));
        campaigns.find(action.campaign()).ifPresent(campaign -> model.addAttribute("campaign", campaign));
        return "staff-letter-preview";
    }

    private Preview preview(LetterAction action, Row row, Locale locale) {
        var variant = row.variant();
        var basic = action.text().wording();
        var wording = variant == null ? basic : variant.over(basic);
        var recipient = row.recipient();
        var salutation = recipient == null
                ? words.getMessage("staff.letter.preview.nobody", null, locale)
                : recipient.salutation();
        return new Preview(row, wording, wording.openingFor(salutation));
    }

    private List<TargetEntry> entries(LetterAction action) {
        return Optional.ofNullable(action.addressing().list())
                .map(lists::entries)
                .orElse(List.of());
    }

    /**
     * @param q part of a name, a constituency or a party
     * @param outcome only letters of this outcome
     */
    @GetMapping("/rehearsal")
    String rehearse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String outcome,
            Paging paging,
            Model model) {
        var action = actions.find(id);
        var rehearsal = rehearsals.of(action);
        var only = Arrays.stream(Outcome.values())
                .filter(each -> each.wireName().equals(outcome))
                .findFirst()
                .orElse(null);
        model.addAttribute("action", action);
        model.addAttribute("rehearsal", rehearsal);
        model.addAttribute("q", q);
        model.addAttribute("outcome", only);
        model.addAttribute("letters", paging.of(rehearsal.matching(only, new Sought(q))));
        return "staff-letter-rehearsal";
    }

    @GetMapping("/rehearsal.csv")
    ResponseEntity<String> rehearsalFile(@PathVariable UUID id, Locale locale) {
        var action = actions.find(id);
        var file = new CsvFile(
                action.slug() + "-rehearsal", "target", "place", "name", "party", "position", "outcome", "variant");
        for (var row : rehearsals.of(action).rows()) {
            var recipient = row.recipient();
            file.row(
                    row.target().wireName(),
                    row.place(),
                    recipient == null ? "" : recipient.name(),
                    recipient == null || recipient.party() == null ? "" : recipient.party(),
                    row.position() == null ? "" : row.position().wireName(),
                    row.outcome().wireName(),
                    row.variant() == null ? "" : row.variant().name());
        }
        return file.download();
    }
}
