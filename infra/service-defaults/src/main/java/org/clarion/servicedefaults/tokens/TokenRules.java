package org.clarion.servicedefaults.tokens;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token must say besides being signed: by the issuer whose key signed it, for this service, for a minute at
 * most. Only the gateway may speak for staff, so that a stolen key of another service opens no staff page.
 */
final class TokenRules implements OAuth2TokenValidator<Jwt> {

    /** How far the clocks of two machines may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final String service;
    private final String staffIssuer;
    private final Clock clock;

    TokenRules(String service, String staffIssuer, Clock clock) {
        this.service = service;
        this.staffIssuer = staffIssuer;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var broken = brokenRule(token);
        return broken == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, broken, null));
    }

    private @Nullable String brokenRule(Jwt token) {
        var issuer = token.getClaimAsString("iss");
        if (issuer == null || !issuer.equals(token.getHeaders().get("kid"))) {
            return "issuer and key differ";
        }
        var audience = token.getAudience();
        if (audience == null || audience.size() != 1 || !audience.contains(service)) {
            return "meant for another service";
        }
        var expires = token.getExpiresAt();
        var now = clock.instant();
        if (expires == null || !now.minus(SKEW).isBefore(expires)) {
            return "expired";
        }
        if (expires.isAfter(now.plus(TokenIssuer.LIFETIME).plus(SKEW))) {
            return "lives too long";
        }
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            return "no subject";
        }
        var roles = Staff.rolesIn(token);
        if (!issuer.equals(staffIssuer) && roles.stream().anyMatch(Role::isStaff)) {
            return "issuer does not speak for staff";
        }
        return null;
    }
}
