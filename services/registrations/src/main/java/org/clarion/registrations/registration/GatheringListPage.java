package org.clarion.registrations.registration;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All gatherings on one page: what comes next stands first. */
@Controller
class GatheringListPage {

    /**
     * @param when it begins, in words
     * @param more sessions after the first
     */
    record Card(Gathering gathering, String when, int more) {}

    private final Gatherings gatherings;
    private final GatheringView view;

    GatheringListPage(Gatherings gatherings, GatheringView view) {
        this.gatherings = gatherings;
        this.view = view;
    }

    @GetMapping("/events")
    String list(Model model, Locale locale) {
        var listed = gatherings.listed();
        model.addAttribute(
                "coming",
                listed.stream()
                        .filter(Gathering::isOn)
                        .sorted(Comparator.comparing(GatheringListPage::start))
                        .map(each -> card(each, locale))
                        .toList());
        model.addAttribute(
                "past",
                listed.stream()
                        .filter(each -> each.status() == Gathering.Status.PAST)
                        .sorted(Comparator.comparing(GatheringListPage::start).reversed())
                        .map(each -> card(each, locale))
                        .toList());
        return "events";
    }

    private Card card(Gathering gathering, Locale locale) {
        var sessions = gathering.programme().sessions();
        return new Card(gathering, view.when(sessions.getFirst(), locale), sessions.size() - 1);
    }

    private static Instant start(Gathering gathering) {
        var start = gathering.startsAt();
        return start == null ? Instant.MAX : start;
    }
}
