package org.clarion.servicedefaults.tokens;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The member of staff on whose behalf a request comes; a controller asks for it as an argument. */
public record Staff(UUID id, String email, Set<Role> roles) {

    public Staff {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they write, open and close what supporters see: administrators and campaigners do. */
    public boolean mayAct() {
        return is(Role.ADMIN) || is(Role.CAMPAIGNER);
    }

    /** Whether they greet those who come to an event, and see what these need: administrators and those who run events do. */
    public boolean runsEvents() {
        return is(Role.ADMIN) || is(Role.EVENTS);
    }

    /** Empty for visitors and for services. */
    public static Optional<Staff> of(@Nullable Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return Optional.empty();
        }
        var roles = rolesIn(token.getToken());
        var email = token.getToken().getClaimAsString("email");
        if (email == null || roles.stream().noneMatch(Role::isStaff)) {
            return Optional.empty();
        }
        return Optional.of(new Staff(
                UUID.fromString(Objects.requireNonNull(token.getToken().getSubject())), email, roles));
    }

    static Set<Role> rolesIn(Jwt token) {
        var names = Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.<String>of());
        var roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> Role.of(name).ifPresent(roles::add));
        return roles;
    }
}
