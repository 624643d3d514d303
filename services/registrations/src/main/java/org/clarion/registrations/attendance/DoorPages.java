package org.clarion.registrations.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clarion.actions.staff.StaffSteps;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.pageshell.Figures;
import org.clarion.pageshell.Paging;
import org.clarion.pageshell.Sought;
import org.clarion.registrations.gathering.Mode;
import org.clarion.servicedefaults.Ids;
import org.clarion.servicedefaults.tokens.EventsOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where staff greet those who come. Each page is about one session; each button says what it does and can be taken back. */
@Controller
@RequestMapping("/staff/registrations")
@EventsOnly
class DoorPages {

    private final Doors doors;
    private final Attendees attendees;
    private final HeadCount heads;
    private final MessageSource words;
    private final Figures figures;
    private final Clock clock;

    DoorPages(Doors doors, Attendees attendees, HeadCount heads, MessageSource words, Figures figures, Clock clock) {
        this.doors = doors;
        this.attendees = attendees;
        this.heads = heads;
        this.words = words;
        this.figures = figures;
        this.clock = clock;
    }

    /** What the picture on a ticket leads a phone's own camera to. */
    @GetMapping("/door/{code}")
    String scanned(@PathVariable String code, HttpServletResponse response) {
        var found = doors.nearest(attendees.withCode(code));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "staff-door-unknown";
        }
        return "redirect:" + found.get().getValue().path(found.get().getKey());
    }

    /** Without a code there is nobody to greet: the event comes first. */
    @GetMapping("/door")
    String events() {
        return "redirect:/staff/registrations";
    }

    @GetMapping("/{id}/door")
    String now(@PathVariable UUID id) {
        return "redirect:" + doors.now(id).map(Door::path).orElse("/staff/registrations/" + id);
    }

    /** @param q part of a name, or a code: that of a ticket for this event leads straight to it */
    @GetMapping("/{id}/door/{session}")
    String door(
            @PathVariable UUID id,
            @PathVariable int session,
            @RequestParam(defaultValue = "") String q,
            Paging paging,
            Model model) {
        var door = doors.of(id, session);
        var withCode = attendees.withCode(q);
        var ours = withCode.stream().filter(each -> each.gathering().equals(id)).findFirst();
        if (ours.isPresent()) {
            return "redirect:" + door.path(ours.get());
        }
        show(door, model);
        model.addAttribute("q", q);
        model.addAttribute("count", heads.now(door));
        model.addAttribute("elsewhere", doors.nearest(withCode).orElse(null));
        if (!q.isBlank()) {
            var sought = new Sought(q);
            model.addAttribute(
                    "found",
                    paging.of(attendees.of(id).stream()
                            .filter(each -> sought.isIn(each.name(), each.email(), each.code()))
                            .toList()));
        }
        return "staff-door";
    }

    /** The number of heads, for a page that is open. */
    @GetMapping(path = "/{id}/door/{session}/count", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> count(@PathVariable UUID id, @PathVariable int session, Locale locale) {
        var count = heads.soon(doors.of(id, session));
        var told = new LinkedHashMap<String, Object>();
        told.put("here", figures.count(count.here()));
        told.put("hereValue", count.here());
        told.put("expected", words.getMessage("progress.goal", new Object[] {figures.count(count.expected())}, locale));
        told.put("expectedValue", count.expected());
        return told;
    }

    /** @param done the press that led here */
    @GetMapping("/{id}/door/{session}/{code}")
    String ticket(
            @PathVariable UUID id,
            @PathVariable int session,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID done,
            @RequestParam(required = false) @Nullable String refused,
            Model model,
            HttpServletResponse response) {
        var door = doors.of(id, session);
        show(door, model);
        var withCode = attendees.withCode(code);
        var attendee = at(id, withCode);
        if (attendee.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("elsewhere", doors.nearest(withCode).orElse(null));
            return "staff-door-unknown";
        }
        return ticket(door, attendee.get(), done, refused != null, model);
    }

    private String ticket(Door door, Attendee attendee, @Nullable UUID done, boolean refused, Model model) {
        var missing = attendee.missing(door.number());
        model.addAttribute("attendee", attendee);
        model.addAttribute("view", view(attendee, door.number()));
        var isDone = done != null && attendee.attendance().endsWith(done);
        model.addAttribute("done", isDone);
        model.addAttribute(
                "undone", isDone && attendee.attendance().steps().getLast().heads() < 0);
        model.addAttribute("refused", refused);
        model.addAttribute("anotherDay", door.isAnotherDay(clock.instant()));
        model.addAttribute("online", attendee.wish().mode() == Mode.ONLINE && door.mode() == Mode.IN_PERSON);
        model.addAttribute("arrivals", attendee.attendance().arrivals(door.number()));
        model.addAttribute("press", Ids.next());
        model.addAttribute(
                "headChoices",
                IntStream.rangeClosed(1, missing).boxed().toList().reversed());
        model.addAttribute(
                "sessions",
                doors.sessions(door.gathering()).stream()
                        .filter(each -> attendee.comesTo(Integer.parseInt(each.getKey())))
                        .toList());
        return "staff-door-ticket";
    }

    /** What there is to say of a ticket at this door, as the messages file knows it. */
    private static String view(Attendee attendee, int session) {
        if (!attendee.hasPlace()) {
            return attendee.state();
        }
        if (!attendee.comesTo(session)) {
            return "other-session";
        }
        if (attendee.here(session) == 0) {
            return "expected";
        }
        return attendee.missing(session) == 0 ? "all-here" : "some-here";
    }

    @PostMapping("/{id}/door/{session}/{code}/check-in")
    String checkIn(
            @PathVariable UUID id,
            @PathVariable int session,
            @PathVariable String code,
            @RequestParam UUID press,
            @RequestParam int seen,
            @RequestParam int heads,
            Staff staff) {
        var door = doors.of(id, session);
        var attendee = known(id, code);
        return StaffSteps.taken(
                door.path(attendee),
                "?done=" + press,
                () -> attendees.checkIn(attendee.id(), new Press(press, seen, staff.email()), session, heads));
    }

    @PostMapping("/{id}/door/{session}/{code}/undo")
    String takeBack(
            @PathVariable UUID id,
            @PathVariable int session,
            @PathVariable String code,
            @RequestParam UUID press,
            @RequestParam int seen,
            Staff staff) {
        var door = doors.of(id, session);
        var attendee = known(id, code);
        return StaffSteps.taken(
                door.path(attendee),
                "?done=" + press,
                () -> attendees.takeBack(attendee.id(), new Press(press, seen, staff.email()), session));
    }

    @PostMapping("/{id}/door/{session}/{code}/send-away")
    String sendAway(@PathVariable UUID id, @PathVariable int session, @PathVariable String code) {
        var door = doors.of(id, session);
        var attendee = known(id, code);
        return StaffSteps.taken(door.path(attendee), () -> attendees.sendAway(attendee.id()));
    }

    private Attendee known(UUID gathering, String code) {
        return at(gathering, attendees.withCode(code)).orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
    }

    private static Optional<Attendee> at(UUID gathering, List<Attendee> withCode) {
        return withCode.stream()
                .filter(each -> each.gathering().equals(gathering))
                .findFirst();
    }

    private void show(Door door, Model model) {
        model.addAttribute("door", door);
        model.addAttribute("gathering", door.gathering());
        model.addAttribute("sessionName", doors.name(door.session()));
        model.addAttribute("sessions", doors.sessions(door.gathering()));
    }
}
