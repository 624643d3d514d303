package org.clarion.campaigns.campaign;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** Where staff see, launch, edit and close campaigns. Everybody on the staff may look; campaigners may act. */
@Controller
@RequestMapping("/staff/campaigns")
class StaffCampaignPages {

    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final MessageSource messages;

    StaffCampaignPages(CampaignDesk desk, Campaigns campaigns, MessageSource messages) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("campaigns", campaigns.all());
        return "staff-campaigns";
    }

    @GetMapping("/new")
    @CampaignersOnly
    String blank(Model model) {
        model.addAttribute("form", OutlineForm.empty());
        return form(null, model);
    }

    @PostMapping
    @CampaignersOnly
    String launch(
            @Valid @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            HttpServletResponse response) {
        return kept(form, errors, outline -> desk.launch(outline, staff.email()))
                .orElseGet(() -> again(null, model, response));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String refused, Model model) {
        model.addAttribute("campaign", campaigns.find(id));
        model.addAttribute("refused", refused != null);
        return "staff-campaign";
    }

    @GetMapping("/{id}/edit")
    @CampaignersOnly
    String edit(@PathVariable UUID id, Model model) {
        var campaign = campaigns.find(id);
        model.addAttribute("form", OutlineForm.of(campaign));
        return form(campaign, model);
    }

    @PostMapping("/{id}/edit")
    @CampaignersOnly
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            HttpServletResponse response) {
        return kept(form, errors, outline -> desk.edit(id, form.seenVersion(), outline, staff.email()))
                .orElseGet(() -> again(campaigns.find(id), model, response));
    }

    /** Where it can be seen, or empty with what is wrong noted in {@code errors}. */
    private static Optional<String> kept(OutlineForm form, BindingResult errors, Function<Outline, Campaign> keep) {
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of("redirect:" + page(keep.apply(form.outline()).id()));
        } catch (CampaignRefusal refusal) {
            note(refusal, errors);
            return Optional.empty();
        }
    }

    private String again(@Nullable Campaign campaign, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(campaign, model);
    }

    @PostMapping("/{id}/close")
    @CampaignersOnly
    String close(@PathVariable UUID id, Staff staff) {
        return take(desk::close, id, staff);
    }

    @PostMapping("/{id}/reopen")
    @CampaignersOnly
    String reopen(@PathVariable UUID id, Staff staff) {
        return take(desk::reopen, id, staff);
    }

    private static String take(BiFunction<UUID, String, Campaign> step, UUID id, Staff staff) {
        try {
            step.apply(id, staff.email());
            return "redirect:" + page(id);
        } catch (CampaignRefusal refusal) {
            return switch (refusal.reason()) {
                case NOT_IN_THAT_STATE -> "redirect:" + page(id) + "?refused"; // somebody else was quicker
                case UNKNOWN, SLUG_TAKEN, CHANGED_MEANWHILE -> throw refusal;
            };
        }
    }

    private static String page(UUID id) {
        return "/staff/campaigns/" + id;
    }

    /** @param campaign the one that is edited; null for a new one */
    private String form(@Nullable Campaign campaign, Model model) {
        model.addAttribute("campaign", campaign);
        model.addAttribute(
                "accentWords", Arrays.stream(Accent.values()).map(this::named).toList());
        return "staff-campaign-form";
    }

    private Map.Entry<String, String> named(Accent accent) {
        var words = "staff.campaign.accent." + accent.wireName();
        return Map.entry(accent.wireName(), messages.getMessage(words, null, LocaleContextHolder.getLocale()));
    }

    private static void note(CampaignRefusal refusal, BindingResult errors) {
        var words = "staff.campaign.refused." + refusal.reason().wireName();
        switch (refusal.reason()) {
            case SLUG_TAKEN -> errors.rejectValue("slug", words);
            case CHANGED_MEANWHILE, NOT_IN_THAT_STATE -> errors.reject(words);
            case UNKNOWN -> throw refusal;
        }
    }
}
