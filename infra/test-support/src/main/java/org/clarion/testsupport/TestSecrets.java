package org.clarion.testsupport;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Secrets of a platform that lives as long as the test's JVM, and tokens signed with them. */
public final class TestSecrets {

    private static final Map<String, ECKey> KEYS = Stream.of("gateway", "notifications", "local")
            .collect(Collectors.toMap(issuer -> issuer, TestSecrets::key));

    private TestSecrets() {}

    /** Setting → value, for every secret that a service may ask for. The signing key is that of notifications. */
    static Map<String, String> all() {
        var trusted = KEYS.values().stream()
                .map(key -> key.toPublicJWK().toJSONString())
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        return Map.of(
                "clarion.tokens.trusted",
                trusted,
                "clarion.tokens.key",
                KEYS.get("notifications").toJSONString(),
                "clarion.supporters.pseudonym-key",
                "k1:" + thirtyTwoBytes(1),
                "clarion.supporters.link-key",
                "k1:" + thirtyTwoBytes(2));
    }

    /** A token as the gateway gives it to a member of staff. */
    public static String staffToken(String audience, String... roles) {
        return staffTokenOf("campaigner@example.org", audience, roles);
    }

    /** As {@link #staffToken}, for somebody in particular. */
    public static String staffTokenOf(String email, String audience, String... roles) {
        return token("gateway", audience, UUID.randomUUID().toString(), List.of(roles), email);
    }

    /** A token with which another service calls. */
    public static String serviceToken(String audience) {
        return token("notifications", audience, "notifications", List.of("service"), null);
    }

    /** A token with which the launcher of a local platform calls. */
    public static String launcherToken(String audience) {
        return token("local", audience, "local", List.of("service"), null);
    }

    private static String token(
            String issuer, String audience, String subject, List<String> roles, @Nullable String email) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("roles", roles)
                .claim("email", email)
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(issuer).build(), claims);
            token.sign(new ECDSASigner(KEYS.get(issuer)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key(String issuer) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(issuer).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String thirtyTwoBytes(int seed) {
        var bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
