package org.clarion.notifications.suppression;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clarion.pageshell.Paging;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The suppression list as staff see it. An address typed here is looked up and forgotten. */
@Controller
@RequestMapping(SuppressionPages.LIST)
@CampaignersOnly
class SuppressionPages {

    private static final Logger log = LoggerFactory.getLogger(SuppressionPages.class);
    static final String LIST = "/staff/mail/suppressions";
    private static final int SHORT = 8;

    record Entry(
            String id,
            String name,
            Instant since,
            String purpose,
            @Nullable String reply) {

        static Entry of(Suppression suppression) {
            return new Entry(
                    suppression.id(),
                    suppression.id().substring(0, SHORT),
                    suppression.since(),
                    suppression.purpose(),
                    suppression.reply());
        }
    }

    private final Suppressions suppressions;

    SuppressionPages(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @GetMapping
    String list(@RequestParam @Nullable String released, Paging paging, Model model) {
        model.addAttribute("entries", paging.without("released").from(this::latest));
        model.addAttribute("count", suppressions.count());
        model.addAttribute("released", "yes".equals(released) || "gone".equals(released) ? released : null);
        return "mail/suppressions";
    }

    private List<Entry> latest(int skip, int most) {
        return suppressions.latest(skip, most).stream().map(Entry::of).toList();
    }

    /** A POST, so that no address stands in a URL. */
    @PostMapping("/search")
    String search(@RequestParam String email, Model model) {
        var address = EmailAddress.parse(email);
        model.addAttribute("readable", address.isPresent());
        model.addAttribute(
                "found", address.flatMap(suppressions::find).map(Entry::of).orElse(null));
        return list(null, Paging.first(LIST), model);
    }

    @PostMapping("/release")
    String release(@RequestParam String id, Staff staff) {
        var released = Optional.of(id).filter(suppressions::release).isPresent();
        if (released) {
            log.info("Suppression {} was released by {}", id.substring(0, Math.min(id.length(), SHORT)), staff.id());
        }
        return "redirect:" + LIST + "?released=" + (released ? "yes" : "gone");
    }
}
