package org.clarion.letters.representative;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.clarion.letters.representative.DirectoryRefusal.Reason;
import org.clarion.letters.representative.DirectoryTable.Standing;
import org.clarion.letters.representative.Holder.Held;
import org.clarion.letters.representative.Holder.Vacant;
import org.clarion.pageshell.FormFields;
import org.clarion.pageshell.Paging;
import org.clarion.places.Constituency;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
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

/** The directory as staff see it. Everybody on the staff may look; campaigners may correct. */
@Controller
@RequestMapping("/staff/letters/directory")
class DirectoryPages {

    private static final String DIRECTORY = "/staff/letters/directory";
    private static final int RUNS = 10;

    /** A run, in words. */
    record RunShown(DirectoryRun run, String source, List<String> remarks) {}

    /** A standing in the overview. */
    record StandingShown(String slug, long count) {}

    private final DirectoryTable table;
    private final DirectoryHistory history;
    private final DirectoryRuns runs;
    private final DirectoryDesk desk;
    private final DirectoryWords words;
    private final Representatives representatives;
    private final Seating seating;
    private final Clock clock;

    DirectoryPages(
            DirectoryTable table,
            DirectoryHistory history,
            DirectoryRuns runs,
            DirectoryDesk desk,
            DirectoryWords words,
            Representatives representatives,
            Seating seating,
            Clock clock) {
        this.table = table;
        this.history = history;
        this.runs = runs;
        this.desk = desk;
        this.words = words;
        this.representatives = representatives;
        this.seating = seating;
        this.clock = clock;
    }

    @ModelAttribute
    void rights(Staff staff, Model model) {
        model.addAttribute("mayAct", staff.mayAct());
    }

    /**
     * @param q part of a name, a code, a party or a postcode
     * @param standing only seats of this standing
     */
    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String standing,
            Paging paging,
            Model model) {
        var rows = table.rows(clock.instant());
        var only = Arrays.stream(Standing.values())
                .filter(each -> each.wireName().equals(standing))
                .findFirst();
        var found = table.matching(rows, q).stream()
                .filter(row -> only.isEmpty() || only.get() == row.standing())
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("standing", only.map(Standing::wireName).orElse(null));
        model.addAttribute(
                "standings",
                DirectoryTable.counts(rows).entrySet().stream()
                        .map(each -> new StandingShown(each.getKey().wireName(), each.getValue()))
                        .toList());
        model.addAttribute("page", paging.of(found));
        return "staff-directory";
    }

    @GetMapping("/changes")
    String changes(Paging paging, Model model) {
        model.addAttribute("page", paging.of(history.all()));
        model.addAttribute("runs", runs.latest(RUNS).stream().map(this::shown).toList());
        return "staff-directory-changes";
    }

    private RunShown shown(DirectoryRun run) {
        return new RunShown(
                run,
                words.by(run.source()),
                run.remarks().stream().map(words::remark).toList());
    }

    @GetMapping("/{code}")
    String seat(@PathVariable String code, Model model) {
        var seat = known(code);
        return page(seat, model);
    }

    @PostMapping("/{code}/{member}/salutation")
    @CampaignersOnly
    String salute(
            @PathVariable String code,
            @PathVariable long member,
            @ModelAttribute("salutation") SalutationForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            HttpServletResponse response) {
        var seat = known(code);
        var salutation = form.read(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(seat, model);
        }
        desk.salute(member, salutation, staff.email());
        return back(seat);
    }

    @PostMapping("/{code}/{member}/address")
    @CampaignersOnly
    String reach(
            @PathVariable String code,
            @PathVariable long member,
            @ModelAttribute("address") AddressForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            HttpServletResponse response) {
        var seat = known(code);
        var address = form.read(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(seat, model);
        }
        if (FormFields.said(form.way()).equals(AddressForm.LISTED)) {
            desk.reachAsListed(member, staff.email());
        } else {
            desk.reachByHand(member, address.orElse(null), staff.email());
        }
        return back(seat);
    }

    @PostMapping("/{code}/{member}/works")
    @CampaignersOnly
    String works(@PathVariable String code, @PathVariable long member, Staff staff) {
        var seat = known(code);
        desk.works(member, staff.email());
        return back(seat);
    }

    @PostMapping("/{code}/{member}/left")
    @CampaignersOnly
    String left(@PathVariable String code, @PathVariable long member, Staff staff) {
        var seat = known(code);
        desk.vacate(seat.code(), member, staff.email());
        return back(seat);
    }

    private Constituency known(String code) {
        return seating.seat(code).orElseThrow(() -> new DirectoryRefusal(Reason.UNKNOWN));
    }

    private static String back(Constituency seat) {
        return "redirect:" + DIRECTORY + "/" + seat.code();
    }

    private String page(Constituency seat, Model model) {
        var holder = representatives.holderOf(seat.code(), clock.instant());
        model.addAttribute("row", DirectoryTable.row(seat, holder));
        model.addAttribute("since", holder instanceof Vacant vacant ? vacant.since() : null);
        if (holder instanceof Held held) {
            addForm("salutation", SalutationForm.of(held.member()), model);
            addForm("address", AddressForm.of(held.member()), model);
        }
        model.addAttribute("ways", words.ways());
        model.addAttribute("terms", history.terms(seat.code()));
        model.addAttribute("lines", history.of(seat.code()));
        return "staff-seat";
    }

    /** The one that was just sent stays as it was typed. */
    private static void addForm(String name, Object form, Model model) {
        if (!model.containsAttribute(BindingResult.MODEL_KEY_PREFIX + name)) {
            model.addAttribute(name, form);
        }
    }
}
