package org.clarion.petitions.petition;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.progress.Progress;
import org.clarion.actions.staff.StaffSteps;
import org.clarion.petitions.petition.Petition.Status;
import org.clarion.petitions.petition.PetitionDesk.Step;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
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
    private final Progress progress;
    private final Campaigns campaigns;

    StaffPetitionPages(PetitionDesk desk, Petitions petitions, Progress progress, Campaigns campaigns) {
        this.desk = desk;
        this.petitions = petitions;
        this.progress = progress;
        this.campaigns = campaigns;
    }

    @GetMapping
    String list(Model model) {
        var all = petitions.in(EnumSet.allOf(Status.class));
        model.addAttribute("petitions", all);
        model.addAttribute("standings", progress.of(all));
        return "staff-petitions";
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
        return StaffSteps.kept(form.outline(errors), errors, outline -> desk.draft(outline, staff.email()))
                .map(StaffPetitionPages::shown)
                .orElseGet(() -> again(null, model, locale, response));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String refused, Model model) {
        var petition = petitions.find(id);
        model.addAttribute("petition", petition);
        model.addAttribute("refused", refused != null);
        model.addAttribute("standing", progress.of(petition));
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
        return StaffSteps.kept(
                        form.outline(errors),
                        errors,
                        outline -> desk.edit(id, form.seenVersion(), outline, staff.email()))
                .map(StaffPetitionPages::shown)
                .orElseGet(() -> again(petitions.find(id), model, locale, response));
    }

    private static String shown(Petition petition) {
        return "redirect:" + page(petition.id());
    }

    private String again(@Nullable Petition petition, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(petition, model, locale);
    }

    @PostMapping("/{id}/{step:open|close|archive}")
    @CampaignersOnly
    String take(@PathVariable UUID id, @PathVariable String step, Staff staff) {
        return StaffSteps.taken(page(id), () -> desk.take(Objects.requireNonNull(STEPS.get(step)), id, staff.email()));
    }

    private static String page(UUID id) {
        return "/staff/petitions/" + id;
    }

    /** @param petition the one that is edited; null for a new one */
    private String form(@Nullable Petition petition, Model model, Locale locale) {
        model.addAttribute("petition", petition);
        model.addAttribute("isDraft", petition == null || petition.status() == Status.DRAFT);
        model.addAttribute("campaigns", campaigns.choices(locale.getLanguage()));
        return "staff-petition-form";
    }
}
