package org.clarion.registrations.attendance;

import java.text.Collator;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clarion.pageshell.Deed;
import org.clarion.pageshell.Paging;
import org.clarion.registrations.EventStaffOnly;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.servicedefaults.tokens.EventsOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who comes. What people need and eat is shown to those alone who see to it, and they alone take the list away, on paper or as
 * a file.
 */
@Controller
@RequestMapping("/staff/registrations/{id}/attendees")
class AttendeePages {

    /** What a party did about a session. */
    record Visit(int session, Presence presence, int here) {}

    /** A party, and what it did about each of its sessions. */
    record Row(Attendee attendee, List<Visit> visits) {}

    private final Gatherings gatherings;
    private final Attendees attendees;
    private final AttendeeFile file;
    private final Exports exports;
    private final Doors doors;
    private final MessageSource words;
    private final Clock clock;

    AttendeePages(
            Gatherings gatherings,
            Attendees attendees,
            AttendeeFile file,
            Exports exports,
            Doors doors,
            MessageSource words,
            Clock clock) {
        this.gatherings = gatherings;
        this.attendees = attendees;
        this.file = file;
        this.exports = exports;
        this.doors = doors;
        this.words = words;
        this.clock = clock;
    }

    @ModelAttribute("selection")
    Selection selection(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String mode) {
        return new Selection(q, state, session, mode);
    }

    @GetMapping
    @EventStaffOnly
    String list(
            @PathVariable UUID id,
            @ModelAttribute("selection") Selection selection,
            Staff staff,
            Paging paging,
            Model model,
            Locale locale) {
        var gathering = gatherings.find(id);
        var page = paging.of(selection.of(attendees.of(id), gathering, clock.instant()));
        model.addAttribute("gathering", gathering);
        model.addAttribute(
                "page",
                page.with(page.rows().stream()
                        .map(each -> row(staff.runsEvents() ? each : each.withoutNeeds(), gathering))
                        .toList()));
        model.addAttribute("sessions", doors.sessions(gathering));
        model.addAttribute("states", choices(Selection.STATES, "staff.attendee.state.", locale));
        model.addAttribute(
                "modes",
                choices(
                        gathering.setting().modes().stream()
                                .sorted()
                                .map(Mode::wireName)
                                .toList(),
                        "event.mode.",
                        locale));
        model.addAttribute("exports", staff.runsEvents() ? exports.of(id) : List.of());
        return "staff-attendees";
    }

    private Row row(Attendee attendee, Gathering gathering) {
        var now = clock.instant();
        var visits = !attendee.hasPlace()
                ? List.<Visit>of()
                : gathering.programme().sessions().stream()
                        .filter(session -> attendee.comesTo(session.number()))
                        .map(session -> new Visit(
                                session.number(), Presence.of(attendee, session, now), attendee.here(session.number())))
                        .toList();
        return new Row(attendee, visits);
    }

    private List<Map.Entry<String, String>> choices(List<String> values, String key, Locale locale) {
        return values.stream()
                .map(each -> Map.entry(each, words.getMessage(key + each, null, locale)))
                .toList();
    }

    /** Everybody with a place on one page, by name, for the day on which the network is down. */
    @GetMapping("/paper")
    @EventsOnly
    String paper(@PathVariable UUID id, @RequestParam(defaultValue = "") String session, Model model, Locale locale) {
        var gathering = gatherings.find(id);
        var byName = Comparator.comparing(
                (Attendee each) -> Objects.requireNonNullElse(each.name(), ""), Collator.getInstance(locale));
        model.addAttribute("gathering", gathering);
        model.addAttribute("chosen", session);
        model.addAttribute("sessions", doors.sessions(gathering));
        model.addAttribute(
                "attendees",
                Selection.ofSession(session).of(attendees.of(id), gathering, clock.instant()).stream()
                        .sorted(byName)
                        .toList());
        model.addAttribute("at", clock.instant());
        return "staff-attendees-paper";
    }

    /** Noted before it leaves. */
    @PostMapping("/export")
    @EventsOnly
    ResponseEntity<String> export(
            @PathVariable UUID id, @ModelAttribute("selection") Selection selection, Staff staff, Locale locale) {
        var gathering = gatherings.find(id);
        var now = clock.instant();
        var chosen = selection.of(attendees.of(id), gathering, now);
        var what = selection.isEverybody() ? Exported.EVERYBODY : Exported.SELECTION;
        exports.note(id, new Deed<>(now, staff.email(), what, (long) chosen.size()));
        return file.of(gathering, chosen, locale);
    }
}
