package org.clarion.actions.supporter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.EmailAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where staff look up what is kept under an address, note a no to updates, erase it all, and take away who said yes. Each kind of
 * action has this page for its own; where scripts run, it shows what the others have found too. Addresses come by POST, so that
 * none stands in a URL.
 */
@Controller
@RequestMapping("/staff/${spring.application.name}/supporters")
@CampaignersOnly
class SupporterPages {

    /** The kinds of actions, as their staff pages are called. */
    private static final List<String> KINDS = List.of("petitions", "letters", "registrations");

    private final SupporterDesk desk;
    private final SubscriberFile file;
    private final String own;

    SupporterPages(SupporterDesk desk, SubscriberFile file, String own) {
        this.desk = desk;
        this.file = file;
        this.own = own;
    }

    @ModelAttribute
    void kinds(Model model) {
        model.addAttribute("kinds", KINDS);
        model.addAttribute("own", own);
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("inquiries", desk.inquiries());
        return "actions/supporters";
    }

    @PostMapping("/search")
    String search(@RequestParam String email, Staff staff, Model model) {
        return show(email, model, address -> desk.lookUp(address, staff));
    }

    /** @param sure that the owner of the address has asked for it */
    @PostMapping("/erase")
    String erase(
            @RequestParam String email, @RequestParam(defaultValue = "false") boolean sure, Staff staff, Model model) {
        model.addAttribute("sure", sure);
        return show(email, model, address -> sure ? desk.erase(address, staff) : desk.lookUp(address, staff));
    }

    @PostMapping("/stop-updates")
    String stopUpdates(@RequestParam String email, Staff staff, Model model) {
        return show(email, model, address -> desk.stopUpdates(address, staff));
    }

    @PostMapping("/updates")
    void export(Staff staff, Locale locale, HttpServletResponse response) throws IOException {
        try (var subscribers = desk.export(staff)) {
            file.send(own, subscribers, locale, response);
        }
    }

    private String show(String email, Model model, Function<EmailAddress, List<SupporterRecord>> step) {
        var address = EmailAddress.parse(email);
        model.addAttribute("email", email);
        model.addAttribute("readable", address.isPresent());
        model.addAttribute("found", address.map(step).orElse(List.of()));
        return ask(model);
    }
}
