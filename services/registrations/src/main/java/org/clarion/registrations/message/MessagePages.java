package org.clarion.registrations.message;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.clarion.actions.staff.StaffSteps;
import org.clarion.pageshell.Figures;
import org.clarion.pageshell.Paging;
import org.clarion.registrations.EventStaffOnly;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.message.Message.Draft;
import org.clarion.registrations.registration.Group;
import org.clarion.registrations.registration.Group.Kind;
import org.clarion.registrations.registration.Mailing;
import org.clarion.servicedefaults.tokens.EventsOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff write to many of those who registered, look at what they will read, and stop what should not leave. */
@Controller
@RequestMapping("/staff/registrations/{id}/messages")
@EventStaffOnly
class MessagePages {

    /** @param sentSoFar to how many it was asked to be sent */
    record Line(Message message, String group, long sentSoFar) {}

    private final MessageDesk desk;
    private final Messages messages;
    private final Mailing mailing;
    private final Gatherings gatherings;
    private final MessageSettings settings;
    private final Figures figures;
    private final MessageSource words;

    MessagePages(
            MessageDesk desk,
            Messages messages,
            Mailing mailing,
            Gatherings gatherings,
            MessageSettings settings,
            Figures figures,
            MessageSource words) {
        this.desk = desk;
        this.messages = messages;
        this.mailing = mailing;
        this.gatherings = gatherings;
        this.settings = settings;
        this.figures = figures;
        this.words = words;
    }

    @GetMapping
    String list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String refused,
            Paging paging,
            Staff staff,
            Model model,
            Locale locale) {
        var gathering = gatherings.find(id);
        var page = paging.without("refused").of(messages.of(id));
        model.addAttribute("gathering", gathering);
        model.addAttribute("refused", refused != null);
        model.addAttribute("mayApprove", staff.runsEvents());
        model.addAttribute(
                "list",
                page.with(page.rows().stream()
                        .map(message -> line(gathering, message, locale))
                        .toList()));
        return "staff-messages";
    }

    private Line line(Gathering gathering, Message message, Locale locale) {
        var sent = message.sent();
        return new Line(
                message,
                named(gathering, message.group(), locale),
                sent != null ? sent : message.hasLeft() ? mailing.written(gathering.id(), message.id()) : 0);
    }

    @GetMapping("/new")
    String blank(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", MessageForm.empty());
        return form(gatherings.find(id), model, locale);
    }

    /** What will be read, and by how many. Nothing is kept. */
    @PostMapping("/preview")
    String preview(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MessageForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var gathering = gatherings.find(id);
        form.draft(gathering, errors)
                .ifPresentOrElse(
                        draft -> show(gathering, draft, model, locale),
                        () -> response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value()));
        return form(gathering, model, locale);
    }

    @PostMapping
    String send(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MessageForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var gathering = gatherings.find(id);
        var draft = form.draft(gathering, errors);
        if (draft.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(gathering, model, locale);
        }
        return StaffSteps.taken(page(id), () -> desk.send(draft.get(), staff.email()));
    }

    @PostMapping("/{message}/approve")
    @EventsOnly
    String approve(@PathVariable UUID id, @PathVariable UUID message, Staff staff) {
        return StaffSteps.taken(page(id), () -> desk.approve(id, message, staff.email()));
    }

    @PostMapping("/{message}/stop")
    String stop(@PathVariable UUID id, @PathVariable UUID message, Staff staff) {
        return StaffSteps.taken(page(id), () -> desk.stop(id, message, staff.email()));
    }

    private void show(Gathering gathering, Draft draft, Model model, Locale locale) {
        var reached = mailing.count(gathering.id(), draft.group());
        model.addAttribute("draft", draft);
        model.addAttribute("reached", reached);
        model.addAttribute("needsApproval", reached > settings.approvedAbove());
        model.addAttribute("group", named(gathering, draft.group(), locale));
    }

    private String form(Gathering gathering, Model model, Locale locale) {
        model.addAttribute("gathering", gathering);
        model.addAttribute("minutes", settings.stoppable().toMinutes());
        model.addAttribute("approvedAbove", settings.approvedAbove());
        model.addAttribute(
                "groups",
                groups(gathering).stream()
                        .map(group -> Map.entry(group.wireName(), named(gathering, group, locale)))
                        .toList());
        return "staff-message-form";
    }

    private static List<Group> groups(Gathering gathering) {
        var groups = new ArrayList<Group>();
        groups.add(Group.of(Kind.CONFIRMED));
        groups.add(Group.of(Kind.WAITING));
        if (gathering.admission().approval()) {
            groups.add(Group.of(Kind.IN_APPROVAL));
        }
        if (gathering.programme().sessions().size() > 1) {
            gathering
                    .programme()
                    .sessions()
                    .forEach(session -> groups.add(new Group(Kind.CONFIRMED, session.number())));
        }
        return groups;
    }

    private String named(Gathering gathering, Group group, Locale locale) {
        var all = words.getMessage("staff.message.group." + group.kind().wireName(), null, locale);
        return group.session() == 0
                ? all
                : gathering
                        .session(group.session())
                        .map(session -> all + ": "
                                + (session.title() == null ? figures.dayAndTime(session.startsAt()) : session.title()))
                        .orElse(all);
    }

    private static String page(UUID id) {
        return "/staff/registrations/" + id + "/messages";
    }
}
