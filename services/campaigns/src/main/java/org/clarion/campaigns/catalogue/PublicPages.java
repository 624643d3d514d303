package org.clarion.campaigns.catalogue;

import java.util.List;
import org.clarion.campaigns.campaign.Campaigns;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The home page, a page per campaign, and the privacy notice. */
@Controller
class PublicPages {

    private final FrontPage front;
    private final Campaigns campaigns;

    PublicPages(FrontPage front, Campaigns campaigns) {
        this.front = front;
        this.campaigns = campaigns;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("front", front.now());
        return "home";
    }

    @GetMapping("/campaigns/{slug}")
    String campaign(@PathVariable String slug, Model model) {
        var section = front.now().of(slug);
        if (section.isPresent()) {
            model.addAttribute("campaign", section.get().campaign());
            model.addAttribute("cards", section.get().actions());
            return "campaign";
        }
        var closed = campaigns.at(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("campaign", closed);
        model.addAttribute("cards", List.of());
        return "campaign";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "privacy";
    }
}
