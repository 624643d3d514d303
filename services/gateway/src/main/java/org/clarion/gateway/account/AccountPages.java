package org.clarion.gateway.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clarion.gateway.session.StaffGate;
import org.clarion.servicedefaults.PublicUrl;
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

    private static final String LIST = "redirect:/staff/accounts";

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
    private final PublicUrl publicUrl;

    AccountPages(AccountDesk desk, PublicUrl publicUrl) {
        this.desk = desk;
        this.publicUrl = publicUrl;
    }

    @ModelAttribute
    void onlyForAdmins(@RequestAttribute(StaffGate.STAFF) Staff staff, Model model) {
        if (!staff.is(Role.ADMIN)) {
            throw new AccessDeniedException("Administrators only");
        }
        model.addAttribute("allRoles", List.of(Role.ADMIN, Role.CAMPAIGNER, Role.EVENTS, Role.VIEWER));
        model.addAttribute("signIn", publicUrl.to("/sign-in"));
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", desk.all());
        return "gateway/accounts";
    }

    @GetMapping("/new")
    String ask(Model model) {
        model.addAttribute("invitation", new Invitation(null, null, Set.of()));
        return "gateway/account-new";
    }

    @PostMapping
    String invite(
            @Valid @ModelAttribute("invitation") Invitation invitation,
            BindingResult result,
            @RequestAttribute(StaffGate.STAFF) Staff staff,
            HttpServletResponse response) {
        if (!result.hasErrors() && invitation.email() != null && invitation.name() != null) {
            try {
                desk.invite(invitation.email(), invitation.name(), invitation.roles(), staff);
                return LIST;
            } catch (AccountRefusal refusal) {
                result.rejectValue("email", refusal.reason().words());
            }
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return "gateway/account-new";
    }

    @GetMapping("/{member}")
    String one(@PathVariable UUID member, Model model) {
        model.addAttribute("account", desk.find(member));
        return "gateway/account";
    }

    @PostMapping("/{member}/roles")
    String change(
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestAttribute(StaffGate.STAFF) Staff staff,
            Model model,
            HttpServletResponse response) {
        if (staffOnly(roles).isEmpty()) {
            return refused(member, "accounts.roles.missing", HttpStatus.BAD_REQUEST, model, response);
        }
        return attempt(member, () -> desk.change(member, staffOnly(roles), staff), model, response);
    }

    @PostMapping("/{member}/active")
    String activate(
            @PathVariable UUID member,
            @RequestParam boolean active,
            @RequestAttribute(StaffGate.STAFF) Staff staff,
            Model model,
            HttpServletResponse response) {
        return attempt(member, () -> desk.activate(member, active, staff), model, response);
    }

    private String attempt(UUID member, Runnable change, Model model, HttpServletResponse response) {
        try {
            change.run();
            return LIST;
        } catch (AccountRefusal refusal) {
            return refused(member, refusal.reason().words(), HttpStatus.CONFLICT, model, response);
        }
    }

    private String refused(UUID member, String words, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("refused", words);
        return one(member, model);
    }

    private static Set<Role> staffOnly(@Nullable Set<Role> roles) {
        var kept = EnumSet.noneOf(Role.class);
        if (roles != null) {
            roles.stream().filter(Role::isStaff).forEach(kept::add);
        }
        return kept;
    }
}
