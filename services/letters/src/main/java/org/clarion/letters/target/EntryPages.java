package org.clarion.letters.target;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clarion.letters.sheet.BrokenSheet;
import org.clarion.letters.target.TargetEntry.Details;
import org.clarion.pageshell.FormFields;
import org.clarion.places.Countries;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
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

/** Where campaigners put people on target lists and take them off, one by one or as a table. */
@Controller
@RequestMapping(ListPages.LISTS + "/{id}")
@CampaignersOnly
class EntryPages {

    private final ListDesk desk;
    private final MessageSource messages;

    EntryPages(ListDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/entries/new")
    String blank(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", EntryForm.empty());
        return entryForm(id, null, model, locale);
    }

    @PostMapping("/entries")
    String add(
            @PathVariable UUID id,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return kept(id, form, errors, details -> desk.add(id, details))
                .orElseGet(() -> again(id, null, model, locale, response));
    }

    @GetMapping("/entries/{entry}")
    String edit(@PathVariable UUID id, @PathVariable UUID entry, Model model, Locale locale) {
        var known = desk.entry(id, entry);
        model.addAttribute("form", EntryForm.of(known));
        return entryForm(id, known, model, locale);
    }

    @PostMapping("/entries/{entry}")
    String save(
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var seen = FormFields.seenVersion(form.version());
        return kept(id, form, errors, details -> desk.edit(id, entry, seen, details))
                .orElseGet(() -> again(id, desk.entry(id, entry), model, locale, response));
    }

    /** Where it can be seen, or empty with what is wrong noted in {@code errors}. */
    private static Optional<String> kept(UUID list, EntryForm form, BindingResult errors, Consumer<Details> keep) {
        try {
            return form.read(errors).map(details -> {
                keep.accept(details);
                return "redirect:" + ListPages.page(list);
            });
        } catch (TargetRefusal refusal) {
            refusal.note(errors);
            return Optional.empty();
        }
    }

    private String again(
            UUID list, @Nullable TargetEntry entry, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return entryForm(list, entry, model, locale);
    }

    @PostMapping("/entries/{entry}/works")
    String works(@PathVariable UUID id, @PathVariable UUID entry) {
        desk.works(id, entry);
        return "redirect:" + ListPages.page(id);
    }

    @PostMapping("/entries/{entry}/remove")
    String remove(@PathVariable UUID id, @PathVariable UUID entry) {
        desk.remove(id, entry);
        return "redirect:" + ListPages.page(id);
    }

    @GetMapping("/import")
    String blankImport(@PathVariable UUID id, Model model) {
        model.addAttribute("form", ImportForm.empty());
        return importForm(id, model);
    }

    /** @param sure whether what would change has been looked at */
    @PostMapping("/import")
    String take(
            @PathVariable UUID id,
            @ModelAttribute("form") ImportForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            var table = form.read();
            if (sure) {
                desk.apply(id, table);
                return "redirect:" + ListPages.page(id);
            }
            model.addAttribute("revision", desk.compare(id, table));
        } catch (BrokenSheet broken) {
            errors.rejectValue("table", "broken", messages.getMessage(broken, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TargetRefusal refusal) {
            refusal.note(errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return importForm(id, model);
    }

    /** @param entry the one that is edited; null for a new one */
    private String entryForm(UUID list, @Nullable TargetEntry entry, Model model, Locale locale) {
        model.addAttribute("list", desk.list(list));
        model.addAttribute("entry", entry);
        model.addAttribute("countries", countries(locale));
        return "staff-entry-form";
    }

    private static List<Map.Entry<String, String>> countries(Locale locale) {
        return Countries.in(locale).stream()
                .map(country -> Map.entry(country.code(), country.name()))
                .toList();
    }

    private String importForm(UUID id, Model model) {
        model.addAttribute("list", desk.list(id));
        return "staff-list-import";
    }
}
