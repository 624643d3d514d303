package org.clarion.registrations.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.link.ParticipationLinks.Opened;
import org.clarion.registrations.calendar.CalendarFile;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.places.Wish;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.registrations.registration.RegistrationRefusal.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages behind mailed links. Opening one changes nothing; its button acts, and brings the same page again. */
@Controller
@RequestMapping("/events/{slug}")
class LinkPages {

    /** What of a registration can be changed, as a form holds it. */
    record PartyForm(
            @Nullable String heads,
            List<String> sessions,
            @Nullable String mode) {

        static PartyForm of(Wish wish) {
            return new PartyForm(
                    Integer.toString(wish.heads()),
                    wish.sessions().stream()
                            .sorted()
                            .map(number -> number.toString())
                            .toList(),
                    wish.mode().wireName());
        }
    }

    private static final String PAGE = "registration-link";

    private final RegistrationLinks links;
    private final RegistrationDesk desk;
    private final RegisteringDesk registering;
    private final Reception reception;
    private final GatheringView view;
    private final Timetable timetable;
    private final Attachments attachments;
    private final Joining joining;
    private final Campaigns campaigns;
    private final Clock clock;

    LinkPages(
            RegistrationLinks links,
            RegistrationDesk desk,
            RegisteringDesk registering,
            Reception reception,
            GatheringView view,
            Timetable timetable,
            Attachments attachments,
            Joining joining,
            Campaigns campaigns,
            Clock clock) {
        this.links = links;
        this.desk = desk;
        this.registering = registering;
        this.reception = reception;
        this.view = view;
        this.timetable = timetable;
        this.attachments = attachments;
        this.joining = joining;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @ModelAttribute
    void neverKept(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping("/sent/{token}")
    String sent(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        var gathering = links.action(slug);
        links.openSent(token);
        return page(
                again == null ? "sent" : "sent-again",
                links.path(RegistrationLink.SENT, slug, token),
                gathering,
                model);
    }

    @PostMapping("/sent/{token}")
    String sendAgain(@PathVariable String slug, @PathVariable String token) {
        links.action(slug);
        registering.resend(links.openSent(token));
        return "redirect:" + links.path(RegistrationLink.SENT, slug, token) + "?again";
    }

    @GetMapping("/confirm/{token}")
    String askToConfirm(
            @PathVariable String slug,
            @PathVariable String token,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var opened = links.open(RegistrationLink.CONFIRM, slug, token);
        var registration = opened.participation();
        if (registration.status() != Status.AWAITING_CONFIRMATION) {
            return state(opened, model, locale);
        }
        var ended = ended(opened.action());
        if (ended != null) {
            return page(ended, null, opened.action(), model);
        }
        if (!registration.approval()
                && !registration.seat().isLive()
                && begun(opened).containsAll(registration.seat().wish().sessions())) {
            throw new RegistrationRefusal(Reason.HAS_BEGUN);
        }
        if (opened.expired()) {
            response.setStatus(HttpStatus.GONE.value());
            var resend = registration.registrant() == null
                    ? null
                    : links.sentPath(opened.action(), registration.registrant());
            return page("expired", resend, opened.action(), model);
        }
        describe(opened, model, locale);
        return page(
                registration.approval() ? "confirm-application" : "confirm",
                links.path(RegistrationLink.CONFIRM, slug, token),
                opened.action(),
                model);
    }

    @PostMapping("/confirm/{token}")
    String confirm(@PathVariable String slug, @PathVariable String token) {
        desk.confirm(slug, token);
        return "redirect:" + links.path(RegistrationLink.CONFIRM, slug, token);
    }

    @GetMapping("/not-me/{token}")
    String askToDisown(@PathVariable String slug, @PathVariable String token, Model model, Locale locale) {
        var opened = links.open(RegistrationLink.NOT_ME, slug, token);
        if (opened.participation().status().isOver()) {
            return page("disowned", null, opened.action(), model);
        }
        return opened.expired()
                ? state(opened, model, locale)
                : page("disown", links.path(RegistrationLink.NOT_ME, slug, token), opened.action(), model);
    }

    @PostMapping("/not-me/{token}")
    String disown(@PathVariable String slug, @PathVariable String token) {
        desk.disown(slug, token);
        return "redirect:" + links.path(RegistrationLink.NOT_ME, slug, token);
    }

    @GetMapping("/manage/{token}")
    String manage(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String saved,
            Model model,
            Locale locale) {
        var opened = links.open(RegistrationLink.MANAGE, slug, token);
        model.addAttribute("saved", saved != null);
        return state(opened, model, locale);
    }

    /** The sessions of somebody who has a place, to be put into a calendar by hand. */
    @GetMapping("/manage/{token}/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable String slug, @PathVariable String token) {
        var opened = links.open(RegistrationLink.MANAGE, slug, token);
        if (opened.participation().status() != Status.CONFIRMED) {
            throw new RegistrationRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return CalendarFile.download(attachments.file(opened.participation(), opened.action()), slug + ".ics");
    }

    @PostMapping("/manage/{token}")
    String save(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false, defaultValue = "false") boolean updates) {
        desk.chooseUpdates(slug, token, updates);
        return "redirect:" + links.path(RegistrationLink.MANAGE, slug, token) + "?saved";
    }

    @PostMapping("/manage/{token}/party")
    String change(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String heads,
            @RequestParam(required = false) @Nullable List<String> sessions,
            @RequestParam(required = false) @Nullable String mode,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var opened = links.open(RegistrationLink.MANAGE, slug, token);
        var form = new PartyForm(heads, sessions == null ? List.of() : sessions, mode);
        var errors = new BeanPropertyBindingResult(form, "form");
        var reading = reception.wish(opened.action(), form.heads(), form.sessions(), form.mode());
        reading.flaws()
                .forEach(flaw -> errors.rejectValue(
                        flaw.field(), flaw.words(), flaw.named().toArray(), null));
        if (reading.accepted().isPresent()) {
            try {
                desk.change(slug, token, reading.accepted().get().with(begun(opened)));
                return "redirect:" + links.path(RegistrationLink.MANAGE, slug, token) + "?saved";
            } catch (RegistrationRefusal refusal) {
                if (refusal.reason() != Reason.NO_ROOM) {
                    throw refusal;
                }
                errors.reject("flaw.no-room");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return state(links.open(RegistrationLink.MANAGE, slug, token), model, locale);
    }

    /** What they have come to already stays with them, though the form does not show it. */
    private Set<Integer> begun(Opened<Gathering, Registration> opened) {
        var begun = new HashSet<>(opened.participation().seat().wish().sessions());
        begun.removeIf(number -> opened.action()
                .session(number)
                .filter(session -> session.hasBegunAt(clock.instant()))
                .isEmpty());
        return begun;
    }

    @GetMapping("/manage/{token}/party")
    String back(@PathVariable String slug, @PathVariable String token) {
        links.open(RegistrationLink.MANAGE, slug, token);
        return "redirect:" + links.path(RegistrationLink.MANAGE, slug, token);
    }

    @GetMapping("/offer/{token}")
    String askToAccept(@PathVariable String slug, @PathVariable String token, Model model, Locale locale) {
        return state(links.open(RegistrationLink.OFFER, slug, token), model, locale);
    }

    @PostMapping("/offer/{token}")
    String accept(@PathVariable String slug, @PathVariable String token) {
        desk.accept(slug, token);
        return "redirect:" + links.path(RegistrationLink.OFFER, slug, token);
    }

    @GetMapping("/cancel/{token}")
    String askToCancel(@PathVariable String slug, @PathVariable String token, Model model, Locale locale) {
        var opened = links.open(RegistrationLink.CANCEL, slug, token);
        if (opened.expired() || opened.participation().status().isOver()) {
            return state(opened, model, locale);
        }
        describe(opened, model, locale);
        return page("cancel", links.path(RegistrationLink.CANCEL, slug, token), opened.action(), model);
    }

    @PostMapping("/cancel/{token}")
    String cancel(@PathVariable String slug, @PathVariable String token) {
        desk.cancel(slug, token);
        return "redirect:" + links.path(RegistrationLink.CANCEL, slug, token);
    }

    /** How a registration stands, and what its owner can do about it. */
    private String state(Opened<Gathering, Registration> opened, Model model, Locale locale) {
        var gathering = opened.action();
        var registration = opened.participation();
        describe(opened, model, locale);
        var status = registration.status();
        if (!status.isOver() && !opened.expired() && gathering.isOn()) {
            model.addAttribute("cancel", links.path(RegistrationLink.CANCEL, gathering, registration));
            if (registration.confirmedAt() != null) {
                model.addAttribute("manage", links.path(RegistrationLink.MANAGE, gathering, registration));
                model.addAttribute("updates", registration.takesUpdates());
            }
            if (registration.seat().isLive() && registration.confirmedAt() != null && isMoreThanOne(gathering)) {
                view.choices(gathering, model, locale);
                model.asMap()
                        .putIfAbsent("form", PartyForm.of(registration.seat().wish()));
            }
        }
        var action = status == Status.OFFERED && !opened.expired()
                ? links.path(RegistrationLink.OFFER, gathering, registration)
                : null;
        return page(status.wireName(), action, gathering, model);
    }

    private static boolean isMoreThanOne(Gathering gathering) {
        return gathering.programme().sessions().size() > 1
                || gathering.admission().largestParty() > 1
                || gathering.setting().modes().size() > 1;
    }

    private void describe(Opened<Gathering, Registration> opened, Model model, Locale locale) {
        var registration = opened.participation();
        var wish = registration.seat().wish();
        model.addAttribute("registration", registration);
        model.addAttribute("heads", wish.heads());
        model.addAttribute("when", timetable.sessions(opened.action(), wish.sessions(), locale));
        var until = registration.seat().until();
        model.addAttribute("until", until == null ? null : timetable.dayAndTime(until, locale));
        if (registration.status() == Status.CONFIRMED) {
            model.addAttribute("joining", joining.addresses(registration, opened.action()));
            model.addAttribute("meetingPoints", meetingPoints(opened));
        }
    }

    /** Where to meet, for those who have a place and come in person. */
    private static List<String> meetingPoints(Opened<Gathering, Registration> opened) {
        var wish = opened.participation().seat().wish();
        return wish.mode() != Mode.IN_PERSON
                ? List.of()
                : opened.action().programme().sessions().stream()
                        .filter(session -> wish.sessions().contains(session.number()))
                        .flatMap(session -> Stream.ofNullable(opened.action().venue(session)))
                        .flatMap(venue -> Stream.ofNullable(venue.meetingPoint()))
                        .distinct()
                        .toList();
    }

    private @Nullable String ended(Gathering gathering) {
        var ends = gathering.endsAt();
        return switch (gathering.status()) {
            case CANCELLED -> "called-off";
            case PAST -> "past";
            case DRAFT, OPEN, CLOSED -> ends != null && !clock.instant().isBefore(ends) ? "past" : null;
        };
    }

    /** @param action where the button posts; null for a page without one */
    private String page(String name, @Nullable String action, Gathering gathering, Model model) {
        model.addAttribute("view", name);
        model.addAttribute("action", action);
        model.addAttribute("gathering", gathering);
        campaigns.find(gathering.campaign()).ifPresent(campaign -> model.addAttribute("accent", campaign.accent()));
        return PAGE;
    }
}
