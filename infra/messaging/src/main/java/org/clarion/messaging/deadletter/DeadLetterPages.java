package org.clarion.messaging.deadletter;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff see what this service could not read, and ask for it to be tried again once the cause is mended. */
@Controller
@RequestMapping("${clarion.dead-letters.path}")
class DeadLetterPages {

    private final DeadLetterDesk desk;
    private final String path;

    DeadLetterPages(DeadLetterDesk desk, String path) {
        this.desk = desk;
        this.path = path;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String outcome, Model page) {
        page.addAttribute("outcome", outcome);
        page.addAttribute("letters", desk.all());
        page.addAttribute("desk", desk);
        page.addAttribute("path", path);
        return "messaging/dead-letters";
    }

    @PostMapping("/{id}/replay")
    @PreAuthorize("hasAnyRole('admin', 'campaigner')")
    String replay(@PathVariable String id) {
        var outcome = desk.replay(id).isEmpty() ? "taken" : "refused";
        return "redirect:" + path + "?outcome=" + outcome; // services keep no session for a flash message
    }
}
