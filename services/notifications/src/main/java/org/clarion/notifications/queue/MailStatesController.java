package org.clarion.notifications.queue;

import java.util.Map;
import java.util.TreeMap;
import org.clarion.notifications.mail.Mails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mails by state, as {@code clarion status} shows them. */
@RestController
@RequestMapping("/internal/mail")
class MailStatesController {

    private final Mails mails;

    MailStatesController(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/states")
    Map<String, Long> states() {
        var states = new TreeMap<String, Long>();
        mails.counts().forEach((status, count) -> states.put(status.wireName(), count));
        return states;
    }
}
