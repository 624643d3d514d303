package org.clarion.notifications.suppression;

import java.time.Instant;
import java.util.Optional;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The suppression list as staff see it. An address typed here is looked up and forgotten. */
@Controller
@RequestMapping("/staff/mail/suppressions")
@PreAuthorize("hasAnyRole('admin', 'campaigner')")
class SuppressionPages {

    private static final Logger log = LoggerFactory.getLogger(SuppressionPages.class);
    private static final int PAGE = 50;
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
    String list(@RequestParam(defaultValue = "1") int page, @RequestParam @Nullable String released, Model model) {
        var number = Math.clamp(page, 1, 1_000);
        var found = suppressions.latest((number - 1) * PAGE, PAGE + 1);
        model.addAttribute("entries", found.stream().limit(PAGE).map(Entry::of).toList());
        model.addAttribute("count", suppressions.count());
        model.addAttribute("before", number > 1 ? "/staff/mail/suppressions?page=" + (number - 1) : null);
        model.addAttribute("after", found.size() > PAGE ? "/staff/mail/suppressions?page=" + (number + 1) : null);
        model.addAttribute("released", "yes".equals(released) || "gone".equals(released) ? released : null);
        return "mail/suppressions";
    }

    /** A POST, so that no address stands in a URL. */
    @PostMapping("/search")
    String search(@RequestParam String email, Model model) {
        var address = EmailAddress.parse(email);
        model.addAttribute("readable", address.isPresent());
        model.addAttribute(
                "found", address.flatMap(suppressions::find).map(Entry::of).orElse(null));
        return list(1, null, model);
    }

    @PostMapping("/release")
    String release(@RequestParam String id, Staff staff) {
        var released = Optional.of(id).filter(suppressions::release).isPresent();
        if (released) {
            log.info("Suppression {} was released by {}", id.substring(0, Math.min(id.length(), SHORT)), staff.id());
        }
        return "redirect:/staff/mail/suppressions?released=" + (released ? "yes" : "gone");
    }
}
