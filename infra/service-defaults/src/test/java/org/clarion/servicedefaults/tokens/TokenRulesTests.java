package org.clarion.servicedefaults.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final TokenRules rules = new TokenRules("petitions", "gateway", Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "gateway, gateway, petitions, 60, admin, true",
        "gateway, gateway, petitions, 60, service, true",
        "notifications, notifications, petitions, 30, service, true",
        "notifications, notifications, petitions, 30, admin, false",
        "gateway, notifications, petitions, 30, admin, false",
        "gateway, gateway, campaigns, 60, admin, false",
        "gateway, gateway, petitions, 120, admin, false",
        "gateway, gateway, petitions, -6, admin, false",
    })
    void aTokenIsHeldToTheRules(
            String issuer, String key, String audience, long secondsLeft, String role, boolean accepted) {
        var token = Jwt.withTokenValue("t")
                .header("kid", key)
                .issuer(issuer)
                .audience(List.of(audience))
                .subject("s")
                .expiresAt(NOW.plusSeconds(secondsLeft))
                .claim("roles", List.of(role))
                .build();
        assertThat(rules.validate(token).hasErrors()).isNotEqualTo(accepted);
    }

    @Test
    void aTokenWithoutAnEndOrASubjectIsRefused() {
        var endless = Jwt.withTokenValue("t").header("kid", "gateway").issuer("gateway");
        assertThat(rules.validate(endless.audience(List.of("petitions"))
                                .subject("s")
                                .build())
                        .hasErrors())
                .isTrue();
        assertThat(rules.validate(endless.claims(claims -> claims.remove("sub"))
                                .expiresAt(NOW.plusSeconds(9))
                                .build())
                        .hasErrors())
                .isTrue();
    }

    @Test
    void aServiceTokenIsUsedAgainForHalfItsLife() {
        var clock = new Object() {
            Instant now = NOW;
        };
        var tokens = new TokenIssuer(SigningKey.generate("notifications"), new Clock() {
            @Override
            public Instant instant() {
                return clock.now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        var first = tokens.forService("petitions");
        clock.now = NOW.plus(Duration.ofSeconds(29));
        assertThat(tokens.forService("petitions")).isEqualTo(first);
        assertThat(tokens.forService("campaigns")).isNotEqualTo(first);
        clock.now = NOW.plus(Duration.ofSeconds(30));
        assertThat(tokens.forService("petitions")).isNotEqualTo(first);
    }

    @Test
    void keysAndSettingsAreNotPrinted() {
        var key = SigningKey.generate("gateway");
        assertThat(key.toString()).isEqualTo("SigningKey[gateway]");
        assertThat(new TokenSettings(key.toJson(), "x", "gateway").toString()).doesNotContain("crv");
        assertThat(SigningKey.trusted(key)).doesNotContain("\"d\"");
        assertThat(SigningKey.parse(key.toJson()).issuer()).isEqualTo("gateway");
    }

    @Test
    void staffAreReadFromAToken() {
        var id = UUID.randomUUID();
        assertThat(new Staff(id, "a@example.org", Set.of(Role.ADMIN)).is(Role.ADMIN))
                .isTrue();
        assertThat(Staff.of(null)).isEmpty();
        assertThat(Role.of("root")).isEmpty();
    }
}
