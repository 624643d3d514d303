package org.clarion.gateway.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clarion.gateway.account.AccountRefusal.Reason;
import org.clarion.gateway.session.StaffGate;
import org.clarion.servicedefaults.tokens.Role;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where administrators say who is staff. */
@Controller
@RequestMapping("/staff/accounts")
class AccountPages {

    record Invitation(
            @NotBlank(message = "{accounts.email.missing}") @Email(message = "{accounts.email.wrong}") @Size(max = 254, message = "{accounts.email.wrong}") @Nullable String email,

            @NotBlank(message = "{accounts.name.missing}") @Size(max = 100, message = "{accounts.name.long}") @Nullable String name,

            @NotEmpty(message = "{accounts.roles.missing}") Set<Role> roles) {

        Invitation {
            email = email == null ? null : email.strip();
            roles = staffOnly(roles);
        }
    }

    private final AccountDesk desk;

    AccountPages(AccountDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute
    void onlyForAdmins(@RequestAttribute(StaffGate.STAFF) Staff staff) {
        if (!staff.is(Role.ADMIN)) {
            throw new AccessDeniedException("Administrators only");
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("invitation", new Invitation(null, null, Set.of()));
        return page(model);
    }

    @PostMapping
    String invite(
            @Valid @ModelAttribute("invitation") Invitation invitation,
            BindingResult result,
            @RequestAttribute(StaffGate.STAFF) Staff staff,
            Model model,
            HttpServletResponse response) {
        if (!result.hasErrors()) {
            try {
                desk.invite(
                        Objects.requireNonNull(invitation.email()),
                        Objects.requireNonNull(invitation.name()),
                        invitation.roles(),
                        staff);
                return "redirect:/staff/accounts";
            } catch (AccountRefusal refusal) {
                result.rejectValue("email", refusal.reason().words());
            }
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(model);
    }

    @PostMapping("/{id}/roles")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestAttribute(StaffGate.STAFF) Staff staff,
            Model model,
            HttpServletResponse response) {
        if (staffOnly(roles).isEmpty()) {
            return refused("accounts.roles.missing", HttpStatus.BAD_REQUEST, model, response);
        }
        return attempt(() -> desk.change(id, staffOnly(roles), staff), model, response);
    }

    @PostMapping("/{id}/active")
    String activate(
            @PathVariable UUID id,
            @RequestParam boolean active,
            @RequestAttribute(StaffGate.STAFF) Staff staff,
            Model model,
            HttpServletResponse response) {
        return attempt(() -> desk.activate(id, active, staff), model, response);
    }

    private String attempt(Runnable change, Model model, HttpServletResponse response) {
        try {
            change.run();
            return "redirect:/staff/accounts";
        } catch (AccountRefusal refusal) {
            var status = refusal.reason() == Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
            return refused(refusal.reason().words(), status, model, response);
        }
    }

    private String refused(String words, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("refused", words);
        return list(model);
    }

    private String page(Model model) {
        model.addAttribute("accounts", desk.all());
        model.addAttribute("allRoles", List.of(Role.ADMIN, Role.CAMPAIGNER, Role.EVENTS, Role.VIEWER));
        return "gateway/accounts";
    }

    private static Set<Role> staffOnly(@Nullable Set<Role> roles) {
        var kept = EnumSet.noneOf(Role.class);
        if (roles != null) {
            roles.stream().filter(Role::isStaff).forEach(kept::add);
        }
        return kept;
    }
}
