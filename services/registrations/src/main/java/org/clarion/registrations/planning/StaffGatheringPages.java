package org.clarion.registrations.planning;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.staff.StaffSteps;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.pageshell.Organisation;
import org.clarion.registrations.gathering.Access;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gathering.Status;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.GatheringDesk.Step;
import org.clarion.registrations.gathering.GatheringRefusal;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Outline;
import org.clarion.registrations.places.Filling;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Standing;
import org.clarion.servicedefaults.WireNamed;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff see, plan, open, move, close and cancel gatherings. Everybody on the staff may look; campaigners may act. */
@Controller
@RequestMapping("/staff/registrations")
class StaffGatheringPages {

    private static final Map<String, Step> STEPS =
            Map.of("open", GatheringDesk.OPEN, "close", GatheringDesk.CLOSE, "cancel", GatheringDesk.CANCEL);

    private final GatheringDesk desk;
    private final Gatherings gatherings;
    private final PlacesDesk places;
    private final Campaigns campaigns;
    private final Organisation organisation;
    private final MessageSource words;

    StaffGatheringPages(
            GatheringDesk desk,
            Gatherings gatherings,
            PlacesDesk places,
            Campaigns campaigns,
            Organisation organisation,
            MessageSource words) {
        this.desk = desk;
        this.gatherings = gatherings;
        this.places = places;
        this.campaigns = campaigns;
        this.organisation = organisation;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        var all = gatherings.all();
        model.addAttribute("gatherings", all);
        model.addAttribute(
                "fillings",
                places.standings(all).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> Filling.of(each.getValue()))));
        return "staff-gatherings";
    }

    @GetMapping("/new")
    @CampaignersOnly
    String blank(@RequestParam(required = false) @Nullable String campaign, Model model, Locale locale) {
        model.addAttribute("form", OutlineForm.empty(campaign, organisation.name()));
        return form(null, model, locale);
    }

    @PostMapping
    @CampaignersOnly
    String draft(
            @Valid @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return kept(null, form, errors, outline -> desk.draft(outline, staff.email()))
                .orElseGet(() -> again(null, model, locale, response));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String refused, Model model) {
        var gathering = gatherings.find(id);
        model.addAttribute("gathering", gathering);
        model.addAttribute("refused", refused != null);
        model.addAttribute("standings", places.standings(List.of(gathering)).getOrDefault(id, List.<Standing>of()));
        model.addAttribute("campaign", campaigns.find(gathering.campaign()).orElse(null));
        return "staff-gathering";
    }

    @GetMapping("/{id}/edit")
    @CampaignersOnly
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var gathering = gatherings.find(id);
        model.addAttribute("form", OutlineForm.of(gathering));
        return form(gathering, model, locale);
    }

    @PostMapping("/{id}/edit")
    @CampaignersOnly
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var gathering = gatherings.find(id);
        return kept(gathering, form, errors, outline -> desk.edit(id, form.seenVersion(), outline, staff.email()))
                .orElseGet(() -> again(gathering, model, locale, response));
    }

    @PostMapping("/{id}/{step:open|close|cancel}")
    @CampaignersOnly
    String take(@PathVariable UUID id, @PathVariable String step, Staff staff) {
        return taken(id, () -> desk.take(Objects.requireNonNull(STEPS.get(step)), id, staff.email()));
    }

    @PostMapping("/{id}/move-online")
    @CampaignersOnly
    String moveOnline(@PathVariable UUID id, @RequestParam(defaultValue = "") String joining, Staff staff) {
        return OutlineForm.isAddress(joining.strip())
                ? taken(id, () -> desk.moveOnline(id, joining.strip(), staff.email()))
                : "redirect:" + page(id) + "?refused";
    }

    @PostMapping("/{id}/recording")
    @CampaignersOnly
    String addRecording(@PathVariable UUID id, @RequestParam(defaultValue = "") String address, Staff staff) {
        return OutlineForm.isAddress(address.strip())
                ? taken(id, () -> desk.addRecording(id, address.strip(), staff.email()))
                : "redirect:" + page(id) + "?refused";
    }

    @PostMapping("/{id}/copy")
    @CampaignersOnly
    String copy(@PathVariable UUID id, Staff staff) {
        var slug = gatherings.find(id).slug();
        var year = slug.length() > 70 ? slug.substring(0, 70) : slug;
        try {
            return "redirect:"
                    + page(desk.copy(id, year.replaceAll("-+$", "") + "-copy", staff.email())
                            .id());
        } catch (ActionRefusal taken) {
            return "redirect:" + page(id) + "?refused"; // there is a copy already, whose address was not changed
        }
    }

    private static String taken(UUID id, Runnable step) {
        try {
            return StaffSteps.taken(page(id), step);
        } catch (GatheringRefusal refusal) {
            return "redirect:" + page(id) + "?refused"; // what it needs for this step is missing
        }
    }

    /** Where it can be seen, or empty with what is wrong noted in {@code errors}. */
    private static Optional<String> kept(
            @Nullable Gathering gathering, OutlineForm form, BindingResult errors, Function<Outline, Gathering> keep) {
        try {
            return StaffSteps.kept(form.outline(gathering, errors), errors, keep)
                    .map(kept -> "redirect:" + page(kept.id()));
        } catch (GatheringRefusal refusal) {
            note(refusal, errors);
            return Optional.empty();
        }
    }

    private String again(@Nullable Gathering gathering, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(gathering, model, locale);
    }

    private static String page(UUID id) {
        return "/staff/registrations/" + id;
    }

    /** @param gathering the one that is edited; null for a new one */
    private String form(@Nullable Gathering gathering, Model model, Locale locale) {
        model.addAttribute("gathering", gathering);
        model.addAttribute("isDraft", gathering == null || gathering.status() == Status.DRAFT);
        model.addAttribute("campaigns", campaigns.choices(locale.getLanguage()));
        model.addAttribute("modeChoices", choices(Mode.values(), "event.mode.", locale));
        model.addAttribute("accessChoices", choices(Access.values(), "event.access.", locale));
        model.addAttribute("visibilityChoices", choices(Visibility.values(), "staff.gathering.visibility.", locale));
        return "staff-gathering-form";
    }

    private List<Map.Entry<String, String>> choices(WireNamed[] values, String key, Locale locale) {
        return Arrays.stream(values)
                .map(WireNamed::wireName)
                .map(each -> Map.entry(each, words.getMessage(key + each, null, locale)))
                .toList();
    }

    private static void note(GatheringRefusal refusal, BindingResult errors) {
        var key = "staff.gathering.refused." + refusal.reason().wireName();
        switch (refusal.reason()) {
            case NO_SESSION, SESSION_ENDS_TOO_EARLY, SESSION_IS_OVER, SESSION_TAKEN_AWAY ->
                errors.rejectValue("sessions", key);
            case ONLINE_TAKEN_AWAY -> errors.rejectValue("modes", key);
            case NO_PLACE -> errors.rejectValue("venue", key);
            case NO_JOINING_LINK, ONLINE_ALREADY -> errors.rejectValue("joining", key);
        }
    }
}
