package org.clarion.letters.target;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clarion.letters.sheet.BrokenSheet;
import org.clarion.pageshell.CsvFile;
import org.clarion.pageshell.FormFields;
import org.clarion.places.Countries;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff keep target lists. Everybody on the staff may look; campaigners may act. */
@Controller
@RequestMapping("/staff/letters/lists")
class ListPages {

    private static final String LISTS = "/staff/letters/lists";
    private static final int PAGE = 100;

    /** A list in the overview. */
    record Listed(TargetList list, long size) {}

    private final ListDesk desk;
    private final TargetLists lists;
    private final MessageSource messages;

    ListPages(ListDesk desk, TargetLists lists, MessageSource messages) {
        this.desk = desk;
        this.lists = lists;
        this.messages = messages;
    }

    @ModelAttribute
    void rights(Staff staff, Model model) {
        model.addAttribute("mayAct", staff.mayAct());
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute(
                "lists",
                lists.all().stream()
                        .map(list -> new Listed(list, lists.size(list.id())))
                        .toList());
        return "staff-lists";
    }

    @GetMapping("/new")
    @CampaignersOnly
    String blank(Model model) {
        model.addAttribute("form", ListForm.empty());
        return form(null, model);
    }

    @PostMapping
    @CampaignersOnly
    String start(
            @Valid @ModelAttribute("form") ListForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(null, model);
        }
        var list = desk.start(FormFields.said(form.name()), FormFields.said(form.about()), staff.email());
        return "redirect:" + page(list.id());
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Model model) {
        var list = desk.list(id);
        var entries = lists.entries(id);
        var number = Math.clamp(page, 1, Math.max(1, (entries.size() + PAGE - 1) / PAGE));
        model.addAttribute("list", list);
        model.addAttribute("count", entries.size());
        model.addAttribute(
                "entries",
                entries.stream().skip((number - 1L) * PAGE).limit(PAGE).toList());
        model.addAttribute("before", number > 1 ? page(id) + "?page=" + (number - 1) : null);
        model.addAttribute("after", number * PAGE < entries.size() ? page(id) + "?page=" + (number + 1) : null);
        return "staff-list";
    }

    @GetMapping("/{id}/entries.csv")
    ResponseEntity<String> download(@PathVariable UUID id) {
        desk.list(id);
        var file = new CsvFile("target-list", "name", "title", "organisation", "salutation", "address", "country");
        for (var entry : lists.entries(id)) {
            var details = entry.details();
            file.row(
                    details.name(),
                    details.title(),
                    Objects.requireNonNullElse(details.organisation(), ""),
                    details.salutation(),
                    Objects.requireNonNullElse(details.address(), ""),
                    details.country());
        }
        return file.download();
    }

    @GetMapping("/{id}/edit")
    @CampaignersOnly
    String edit(@PathVariable UUID id, Model model) {
        var list = desk.list(id);
        model.addAttribute("form", ListForm.of(list));
        return form(list, model);
    }

    @PostMapping("/{id}/edit")
    @CampaignersOnly
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ListForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                desk.rename(
                        id,
                        FormFields.seenVersion(form.version()),
                        FormFields.said(form.name()),
                        FormFields.said(form.about()));
                return "redirect:" + page(id);
            } catch (TargetRefusal refusal) {
                note(refusal, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(desk.list(id), model);
    }

    @GetMapping("/{id}/entries/new")
    @CampaignersOnly
    String blankEntry(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", EntryForm.empty());
        return entryForm(desk.list(id), null, model, locale);
    }

    @PostMapping("/{id}/entries")
    @CampaignersOnly
    String add(
            @PathVariable UUID id,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var details = form.read(errors);
        if (details.isPresent()) {
            try {
                desk.add(id, details.get());
                return "redirect:" + page(id);
            } catch (TargetRefusal refusal) {
                note(refusal, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return entryForm(desk.list(id), null, model, locale);
    }

    @GetMapping("/{id}/entries/{entry}")
    @CampaignersOnly
    String editEntry(@PathVariable UUID id, @PathVariable UUID entry, Model model, Locale locale) {
        var known = desk.entry(id, entry);
        model.addAttribute("form", EntryForm.of(known));
        return entryForm(desk.list(id), known, model, locale);
    }

    @PostMapping("/{id}/entries/{entry}")
    @CampaignersOnly
    String saveEntry(
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var details = form.read(errors);
        if (details.isPresent()) {
            try {
                desk.edit(id, entry, FormFields.seenVersion(form.version()), details.get());
                return "redirect:" + page(id);
            } catch (TargetRefusal refusal) {
                note(refusal, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return entryForm(desk.list(id), desk.entry(id, entry), model, locale);
    }

    @PostMapping("/{id}/entries/{entry}/works")
    @CampaignersOnly
    String works(@PathVariable UUID id, @PathVariable UUID entry) {
        desk.works(id, entry);
        return "redirect:" + page(id);
    }

    @PostMapping("/{id}/entries/{entry}/remove")
    @CampaignersOnly
    String remove(@PathVariable UUID id, @PathVariable UUID entry) {
        desk.remove(id, entry);
        return "redirect:" + page(id);
    }

    @GetMapping("/{id}/import")
    @CampaignersOnly
    String blankImport(@PathVariable UUID id, Model model) {
        model.addAttribute("form", ImportForm.empty());
        return importForm(id, model);
    }

    /** @param sure whether what would change has been looked at */
    @PostMapping("/{id}/import")
    @CampaignersOnly
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
                return "redirect:" + page(id);
            }
            model.addAttribute("revision", desk.compare(id, table));
        } catch (BrokenSheet broken) {
            errors.rejectValue("table", "broken", messages.getMessage(broken, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TargetRefusal refusal) {
            note(refusal, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return importForm(id, model);
    }

    private static String page(UUID list) {
        return LISTS + "/" + list;
    }

    /** @param list the one that is edited; null for a new one */
    private static String form(@Nullable TargetList list, Model model) {
        model.addAttribute("list", list);
        return "staff-list-form";
    }

    /** @param entry the one that is edited; null for a new one */
    private static String entryForm(TargetList list, @Nullable TargetEntry entry, Model model, Locale locale) {
        model.addAttribute("list", list);
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

    private static void note(TargetRefusal refusal, BindingResult errors) {
        switch (refusal.reason()) {
            case CHANGED_MEANWHILE, ALREADY_ON_LIST, LIST_FULL ->
                errors.reject("staff.list.refused." + refusal.reason().slug());
            case UNKNOWN -> throw refusal;
        }
    }
}
