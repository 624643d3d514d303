package org.clarion.letters.action;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.actions.staff.StaffSteps;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.letters.position.Position;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Recipients;
import org.clarion.servicedefaults.Ids;
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

/** Where campaigners write other words for some readers, and say in which order they are tried. */
@Controller
@CampaignersOnly
@RequestMapping("/staff/letters/{id}/variants")
class StaffVariantPages {

    private static final String VARIANTS = "#variants";

    private final LetterActionDesk desk;
    private final LetterActions actions;
    private final Recipients recipients;
    private final Atlas atlas;
    private final MessageSource words;
    private final Clock clock;

    StaffVariantPages(
            LetterActionDesk desk,
            LetterActions actions,
            Recipients recipients,
            Atlas atlas,
            MessageSource words,
            Clock clock) {
        this.desk = desk;
        this.actions = actions;
        this.recipients = recipients;
        this.atlas = atlas;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(@PathVariable UUID id, Model model, Locale locale) {
        var action = actions.find(id);
        model.addAttribute("form", VariantForm.empty(action));
        return form(action, null, List.of(), model, locale);
    }

    @PostMapping
    String add(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") VariantForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return put(id, null, form, errors, staff, model, locale, response);
    }

    @GetMapping("/{variant}")
    String edit(@PathVariable UUID id, @PathVariable UUID variant, Model model, Locale locale) {
        var action = actions.find(id);
        var form = VariantForm.of(action, find(action, variant), atlas);
        model.addAttribute("form", form);
        return form(action, variant, Objects.requireNonNullElse(form.parties(), List.of()), model, locale);
    }

    @PostMapping("/{variant}")
    String save(
            @PathVariable UUID id,
            @PathVariable UUID variant,
            @Valid @ModelAttribute("form") VariantForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        find(actions.find(id), variant);
        return put(id, variant, form, errors, staff, model, locale, response);
    }

    private String put(
            UUID id,
            @Nullable UUID variant,
            VariantForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var written = form.variant(variant == null ? Ids.next() : variant, atlas, errors);
        try {
            var kept = StaffSteps.kept(written, errors, each -> desk.put(id, form.seenVersion(), each, staff.email()));
            if (kept.isPresent()) {
                return "redirect:" + page(id) + VARIANTS;
            }
        } catch (TooManyVariants e) {
            errors.reject("staff.variant.too-many");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(actions.find(id), variant, Objects.requireNonNullElse(form.parties(), List.of()), model, locale);
    }

    @PostMapping("/{variant}/{step:raise|remove}")
    String take(@PathVariable UUID id, @PathVariable UUID variant, @PathVariable String step, Staff staff) {
        return StaffSteps.taken(
                page(id),
                VARIANTS,
                () -> desk.take(
                        (action, by, now) ->
                                step.equals("raise") ? action.raise(variant, by, now) : action.remove(variant, by, now),
                        id,
                        staff.email()));
    }

    private static String page(UUID id) {
        return "/staff/letters/" + id;
    }

    private static Variant find(LetterAction action, UUID variant) {
        return action.text().variants().stream()
                .filter(each -> each.id().equals(variant))
                .findFirst()
                .orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
    }

    /** @param variant the one that is edited; null for a new one */
    private String form(
            LetterAction action, @Nullable UUID variant, Collection<String> ticked, Model model, Locale locale) {
        model.addAttribute("action", action);
        model.addAttribute("variant", variant);
        model.addAttribute("salutation", Wording.SALUTATION);
        model.addAttribute("parties", parties(ticked, locale));
        model.addAttribute(
                "positions",
                Stream.of(Position.values())
                        .map(each -> Map.entry(
                                each.wireName(),
                                words.getMessage("staff.variant.position." + each.wireName(), null, locale)))
                        .toList());
        return "staff-letter-variant-form";
    }

    /** The parties of the directory, the largest first, and those that were ticked when it knew others. */
    private List<Map.Entry<String, String>> parties(Collection<String> ticked, Locale locale) {
        var seats = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        ticked.forEach(party -> seats.put(party, 0));
        recipients.ofAllSeats(clock.instant()).values().stream()
                .map(Recipient::party)
                .filter(Objects::nonNull)
                .forEach(party -> seats.merge(party, 1, Integer::sum));
        return seats.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(each -> Map.entry(
                        each.getKey(),
                        words.getMessage("staff.variant.party", new Object[] {each.getKey(), each.getValue()}, locale)))
                .toList();
    }
}
