package org.clarion.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.clarion.gateway.oidc.OidcSettings;
import org.clarion.gateway.session.Secret;
import org.clarion.gateway.session.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which staff sign in and out. */
@Controller
class SignInPages {

    record Asker(
            @NotBlank(message = "{sign-in.email.missing}") @Email(message = "{sign-in.email.wrong}") @Size(max = 254, message = "{sign-in.email.wrong}") @Nullable String email,

            @Nullable String to) {

        Asker {
            email = email == null ? null : email.strip();
        }
    }

    private final SignInDesk desk;
    private final SessionCookie cookie;
    private final OidcSettings oidc;

    SignInPages(SignInDesk desk, SessionCookie cookie, OidcSettings oidc) {
        this.desk = desk;
        this.cookie = cookie;
        this.oidc = oidc;
    }

    @ModelAttribute
    void otherWayIn(Model model) {
        if (oidc.isConfigured()) {
            model.addAttribute("provider", oidc.name());
        }
    }

    @GetMapping("/sign-in")
    String ask(
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String bye,
            @RequestParam @Nullable String refused,
            Model model) {
        model.addAttribute("asker", new Asker(null, Landing.of(to)));
        model.addAttribute("bye", bye != null);
        model.addAttribute("refused", refused != null);
        return "gateway/sign-in";
    }

    @PostMapping("/sign-in")
    String send(@Valid @ModelAttribute("asker") Asker asker, BindingResult result, HttpServletResponse response) {
        if (result.hasErrors() || asker.email() == null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "gateway/sign-in";
        }
        desk.sendLink(asker.email(), asker.to());
        return "redirect:/sign-in/sent";
    }

    @GetMapping("/sign-in/sent")
    String sent() {
        return "gateway/sign-in-sent";
    }

    /** Only shows a button: mail scanners open every link that they see. */
    @GetMapping("/sign-in/link/{secret}")
    ModelAndView arrive(@PathVariable String secret) {
        return desk.opens(new Secret(secret)) ? new ModelAndView("gateway/sign-in-arrive") : lapsed();
    }

    @PostMapping("/sign-in/link/{secret}")
    ModelAndView enter(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return desk.arrive(new Secret(secret))
                .map(arrival -> {
                    cookie.start(arrival.account(), request, response);
                    return new ModelAndView("redirect:" + arrival.to());
                })
                .orElseGet(SignInPages::lapsed);
    }

    @PostMapping("/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        cookie.end(request, response);
        return "redirect:/sign-in?bye";
    }

    private static ModelAndView lapsed() {
        return new ModelAndView("gateway/sign-in-lapsed", Map.of(), HttpStatus.GONE);
    }
}
