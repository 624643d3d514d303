package org.clarion.gateway.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives the launcher of a local platform a link to print. It does not exist where the setting is off. */
@RestController
@ConditionalOnBooleanProperty("clarion.staff.local-links")
class LocalLinks {

    private static final String LAUNCHER = "local";

    record Wanted(@NotBlank String email) {}

    record Made(URI link) {}

    private final SignInDesk desk;

    LocalLinks(SignInDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/internal/sign-in-links")
    Made make(@Valid @RequestBody Wanted wanted, @AuthenticationPrincipal Jwt caller) {
        if (!LAUNCHER.equals(caller.getClaimAsString("iss"))) {
            throw new AccessDeniedException("For the launcher only");
        }
        return desk.linkFor(wanted.email())
                .map(Made::new)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
