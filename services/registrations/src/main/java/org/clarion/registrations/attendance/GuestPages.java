package org.clarion.registrations.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.clarion.pageshell.FormFields;
import org.clarion.servicedefaults.Ids;
import org.clarion.servicedefaults.tokens.EventsOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where staff let guests in who have not registered, as long as there is room. */
@Controller
@RequestMapping("/staff/registrations/{id}/door/{session}/guests")
@EventsOnly
class GuestPages {

    private final Doors doors;
    private final Attendees attendees;

    GuestPages(Doors doors, Attendees attendees) {
        this.doors = doors;
        this.attendees = attendees;
    }

    @GetMapping
    String blank(@PathVariable UUID id, @PathVariable int session, Model model) {
        model.addAttribute("form", GuestForm.EMPTY);
        return form(doors.of(id, session), model);
    }

    @PostMapping
    String letIn(
            @PathVariable UUID id,
            @PathVariable int session,
            @ModelAttribute("form") GuestForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            HttpServletResponse response) {
        var door = doors.of(id, session);
        var wish = form.wish(door, errors);
        if (wish.isPresent()) {
            var press = new Press(Objects.requireNonNull(form.press()), 0, staff.email());
            var admitted = attendees.letIn(door.gathering(), press, session, wish.get(), FormFields.said(form.name()));
            if (admitted.isPresent()) {
                return "redirect:" + door.path(admitted.get()) + "?done=" + press.id();
            }
            errors.reject("staff.guests.full");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(door, model);
    }

    private String form(Door door, Model model) {
        model.addAttribute("press", Ids.next());
        model.addAttribute("door", door);
        model.addAttribute("gathering", door.gathering());
        model.addAttribute("sessionName", doors.name(door.session()));
        return "staff-door-guests";
    }
}
