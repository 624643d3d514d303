package org.clarion.letters.action;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.progress.Progress;
import org.clarion.actions.staff.StaffSteps;
import org.clarion.letters.action.LetterAction.Status;
import org.clarion.letters.action.LetterActionDesk.Step;
import org.clarion.letters.position.Position;
import org.clarion.letters.target.TargetList;
import org.clarion.letters.target.TargetLists;
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

/** Where staff see, write, open, pause and close letter actions. */
@Controller
@RequestMapping("/staff/letters")
class StaffLetterActionPages {

    private static final Map<String, Step> STEPS = Map.of(
            "open", LetterAction::open,
            "pause", LetterAction::pause,
            "resume", LetterAction::resume,
            "close", LetterAction::close,
            "archive", LetterAction::archive);

    /** @param changes the parts that it words differently */
    record VariantRow(
            Variant variant,
            String countries,
            String constituencies,
            String parties,
            List<Position> positions,
            List<String> changes) {}

    private final LetterActionDesk desk;
    private final LetterActions actions;
    private final TargetLists lists;
    private final Progress progress;
    private final Campaigns campaigns;
    private final Atlas atlas;
    private final MessageSource words;
    private final Clock clock;

    StaffLetterActionPages(
            LetterActionDesk desk,
            LetterActions actions,
            TargetLists lists,
            Progress progress,
            Campaigns campaigns,
            Atlas atlas,
            MessageSource words,
            Clock clock) {
        this.desk = desk;
        this.actions = actions;
        this.lists = lists;
        this.progress = progress;
        this.campaigns = campaigns;
        this.atlas = atlas;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        var all = actions.in(EnumSet.allOf(Status.class));
        model.addAttribute("actions", all);
        model.addAttribute("standings", progress.of(all));
        return "staff-letter-actions";
    }

    @GetMapping("/new")
    @CampaignersOnly
    String blank(@RequestParam(required = false) @Nullable String campaign, Model model, Locale locale) {
        var opening = words.getMessage("staff.letter.opening.first", new Object[] {Wording.SALUTATION}, locale);
        var closing = words.getMessage("staff.letter.closing.first", null, locale);
        model.addAttribute("form", OutlineForm.empty(campaign, opening, closing));
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
                .map(StaffLetterActionPages::shown)
                .orElseGet(() -> again(null, model, locale, response));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String refused, Model model) {
        var action = actions.find(id);
        model.addAttribute("action", action);
        model.addAttribute("editable", action.isEditableAt(clock.instant()));
        model.addAttribute("refused", refused != null);
        model.addAttribute("standing", progress.of(action));
        model.addAttribute("campaign", campaigns.find(action.campaign()).orElse(null));
        model.addAttribute("list", listOf(action));
        model.addAttribute("variants", variants(action));
        return "staff-letter-action";
    }

    private List<VariantRow> variants(LetterAction action) {
        return action.text().variants().stream()
                .map(variant -> new VariantRow(
                        variant,
                        atlas.countryNames(variant.readers().countries()).collect(Collectors.joining(", ")),
                        atlas.constituencyNames(variant.readers().constituencies())
                                .collect(Collectors.joining(", ")),
                        variant.readers().parties().stream().sorted().collect(Collectors.joining(", ")),
                        variant.readers().positions().stream().sorted().toList(),
                        variant.changes()))
                .toList();
    }

    private @Nullable TargetList listOf(LetterAction action) {
        var list = action.addressing().list();
        return list == null ? null : lists.find(list).orElse(null);
    }

    @GetMapping("/{id}/edit")
    @CampaignersOnly
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var action = actions.find(id);
        model.addAttribute("form", OutlineForm.of(action));
        return form(action, model, locale);
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
                .map(StaffLetterActionPages::shown)
                .orElseGet(() -> again(actions.find(id), model, locale, response));
    }

    private static String shown(LetterAction action) {
        return "redirect:" + page(action.id());
    }

    private String again(@Nullable LetterAction action, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(action, model, locale);
    }

    @PostMapping("/{id}/{step:open|pause|resume|close|archive}")
    @CampaignersOnly
    String take(@PathVariable UUID id, @PathVariable String step, Staff staff) {
        return StaffSteps.taken(page(id), () -> desk.take(Objects.requireNonNull(STEPS.get(step)), id, staff.email()));
    }

    /** @param on whether it is tried out from now on */
    @PostMapping("/{id}/test")
    @CampaignersOnly
    String tryOut(@PathVariable UUID id, @RequestParam boolean on, Staff staff) {
        return StaffSteps.taken(page(id), () -> desk.tryOut(id, on, staff.email()));
    }

    private static String page(UUID id) {
        return "/staff/letters/" + id;
    }

    /** @param action the one that is edited; null for a new one */
    private String form(@Nullable LetterAction action, Model model, Locale locale) {
        model.addAttribute("action", action);
        model.addAttribute("isDraft", action == null || action.status() == Status.DRAFT);
        model.addAttribute("salutation", Wording.SALUTATION);
        model.addAttribute("campaigns", campaigns.choices(locale.getLanguage()));
        model.addAttribute(
                "lists",
                lists.all().stream()
                        .map(each -> Map.entry(each.id().toString(), each.name()))
                        .toList());
        model.addAttribute(
                "ways", options("staff.letter.to", locale, OutlineForm.MP, OutlineForm.LIST, OutlineForm.BOTH));
        model.addAttribute("choices", options("staff.letter.choice", locale, "choose", "all", "random"));
        return "staff-letter-action-form";
    }

    private List<Map.Entry<String, String>> options(String key, Locale locale, String... values) {
        return List.of(values).stream()
                .map(value -> Map.entry(value, words.getMessage(key + "." + value, null, locale)))
                .toList();
    }
}
