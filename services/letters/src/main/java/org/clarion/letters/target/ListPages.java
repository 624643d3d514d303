package org.clarion.letters.target;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.clarion.pageshell.CsvFile;
import org.clarion.pageshell.FormFields;
import org.clarion.pageshell.Paging;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
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

/** Where staff keep target lists. Everybody on the staff may look; campaigners may act. */
@Controller
@RequestMapping("/staff/letters/lists")
class ListPages {

    static final String LISTS = "/staff/letters/lists";

    /** A list in the overview. */
    record Listed(TargetList list, long size) {}

    private final ListDesk desk;
    private final TargetLists lists;

    ListPages(ListDesk desk, TargetLists lists) {
        this.desk = desk;
        this.lists = lists;
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
        return kept(form, errors, (name, about) -> desk.start(name, about, staff.email()))
                .orElseGet(() -> again(null, model, response));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Paging paging, Model model) {
        model.addAttribute("list", desk.list(id));
        model.addAttribute("entries", paging.of(lists.entries(id)));
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
        var seen = FormFields.seenVersion(form.version());
        return kept(form, errors, (name, about) -> desk.rename(id, seen, name, about))
                .orElseGet(() -> again(desk.list(id), model, response));
    }

    /** Where it can be seen, or empty with what is wrong noted in {@code errors}. */
    private static Optional<String> kept(
            ListForm form, BindingResult errors, BiFunction<String, String, TargetList> keep) {
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        try {
            var list = keep.apply(FormFields.said(form.name()), FormFields.said(form.about()));
            return Optional.of("redirect:" + page(list.id()));
        } catch (TargetRefusal refusal) {
            refusal.note(errors);
            return Optional.empty();
        }
    }

    private static String again(@Nullable TargetList list, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(list, model);
    }

    static String page(UUID list) {
        return LISTS + "/" + list;
    }

    /** @param list the one that is edited; null for a new one */
    private static String form(@Nullable TargetList list, Model model) {
        model.addAttribute("list", list);
        return "staff-list-form";
    }
}
