package org.clarion.petitions.petition;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.progress.Progress;
import org.clarion.petitions.petition.Petition.Status;
import org.clarion.petitions.petition.PetitionDesk.Step;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.totals.ActionTotals;
import org.clarion.totals.Totals;
import org.jspecify.annotations.Nullable;
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

/** Where staff see, write, open and close petitions. Everybody on the staff may look; campaigners may act. */
@Controller
@RequestMapping("/staff/petitions")
class StaffPetitionPages {

    private static final Map<String, Step> STEPS =
            Map.of("open", Petition::open, "close", Petition::close, "archive", Petition::archive);

    private final PetitionDesk desk;
    private final Petitions petitions;
    private final Totals totals;
    private final Campaigns campaigns;

    StaffPetitionPages(PetitionDesk desk, Petitions petitions, Totals totals, Campaigns campaigns) {
        this.desk = desk;
        this.petitions = petitions;
        this.totals = totals;
        this.campaigns = campaigns;
    }

    @GetMapping
    String list(Model model) {
        var all = petitions.in(EnumSet.allOf(Status.class));
        model.addAttribute("petitions", all);
        model.addAttribute("signatures", signatures(all));
        return "staff-petitions";
    }

    private Map<UUID, Long> signatures(List<Petition> all) {
        return totals.overall(all.stream().map(Petition::id).toList()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> count(each.getValue())));
    }

    private static long count(ActionTotals total) {
        return total.count(Progress.MEASURE);
    }

    @GetMapping("/new")
    @CampaignersOnly
    String blank(@RequestParam(required = false) @Nullable String campaign, Model model, Locale locale) {
        model.addAttribute("form", OutlineForm.empty(campaign));
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
        return kept(form, errors, outline -> desk.draft(outline, staff.email()))
                .orElseGet(() -> again(null, model, locale, response));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String refused, Model model) {
        var petition = petitions.find(id);
        model.addAttribute("petition", petition);
        model.addAttribute("refused", refused != null);
        model.addAttribute("total", totals.overall(id));
        model.addAttribute("signatures", count(totals.overall(id)));
        model.addAttribute("campaign", campaigns.find(petition.campaign()).orElse(null));
        return "staff-petition";
    }

    @GetMapping("/{id}/edit")
    @CampaignersOnly
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var petition = petitions.find(id);
        model.addAttribute("form", OutlineForm.of(petition));
        return form(petition, model, locale);
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
        return kept(form, errors, outline -> desk.edit(id, form.seenVersion(), outline, staff.email()))
                .orElseGet(() -> again(petitions.find(id), model, locale, response));
    }

    /** Where it can be seen, or empty with what is wrong noted in {@code errors}. */
    private static Optional<String> kept(OutlineForm form, BindingResult errors, Function<Outline, Petition> keep) {
        try {
            return form.outline(errors)
                    .map(outline -> "redirect:" + page(keep.apply(outline).id()));
        } catch (PetitionRefusal refusal) {
            note(refusal, errors);
            return Optional.empty();
        }
    }

    private String again(@Nullable Petition petition, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(petition, model, locale);
    }

    @PostMapping("/{id}/{step:open|close|archive}")
    @CampaignersOnly
    String take(@PathVariable UUID id, @PathVariable String step, Staff staff) {
        try {
            desk.take(Objects.requireNonNull(STEPS.get(step)), id, staff.email());
            return "redirect:" + page(id);
        } catch (PetitionRefusal refusal) {
            return switch (refusal.reason()) {
                case UNKNOWN -> throw refusal;
                default -> "redirect:" + page(id) + "?refused"; // somebody else was quicker, or its time is over
            };
        }
    }

    private static String page(UUID id) {
        return "/staff/petitions/" + id;
    }

    /** @param petition the one that is edited; null for a new one */
    private String form(@Nullable Petition petition, Model model, Locale locale) {
        model.addAttribute("petition", petition);
        model.addAttribute("isDraft", petition == null || petition.status() == Status.DRAFT);
        model.addAttribute(
                "campaigns",
                campaigns.all(locale.getLanguage()).stream()
                        .map(each -> Map.entry(each.id().toString(), each.title(locale.getLanguage())))
                        .toList());
        return "staff-petition-form";
    }

    private static void note(PetitionRefusal refusal, BindingResult errors) {
        var words = "staff.petition.refused." + refusal.reason().slug();
        switch (refusal.reason()) {
            case SLUG_TAKEN -> errors.rejectValue("slug", words);
            case CLOSES_TOO_EARLY -> errors.rejectValue("closesAt", words);
            case NOT_EDITABLE, CHANGED_MEANWHILE, NOT_IN_THAT_STATE -> errors.reject(words);
            case UNKNOWN -> throw refusal;
        }
    }
}
