package org.clarion.servicedefaults.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Signs this service's tokens. A token is for one service and lives a minute. */
public final class TokenIssuer {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private record Issued(String token, Instant reuseUntil) {}

    private final SigningKey key;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final Clock clock;
    private final Map<String, Issued> toServices = new ConcurrentHashMap<>();

    public TokenIssuer(SigningKey key, Clock clock) {
        this.key = key;
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.issuer())
                .build();
        this.clock = clock;
        try {
            this.signer = new ECDSASigner(key.jwk());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The signing key cannot sign", e);
        }
    }

    /**
     * On behalf of this service itself. A token is used again while at least half its life is left, because a signature
     * costs more than the rest of a call.
     *
     * @param audience the name of the service that is called
     */
    public String forService(String audience) {
        var now = clock.instant();
        return toServices
                .compute(
                        audience,
                        (service, known) -> known != null && now.isBefore(known.reuseUntil())
                                ? known
                                : new Issued(
                                        sign(service, key.issuer(), Set.of(Role.SERVICE), null, now),
                                        now.plus(LIFETIME.dividedBy(2))))
                .token();
    }

    /** @param audience the name of the service that is called */
    public String forStaff(String audience, Staff staff) {
        return sign(audience, staff.id().toString(), staff.roles(), staff.email(), clock.instant());
    }

    private String sign(String audience, String subject, Set<Role> roles, @Nullable String email, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(key.issuer())
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("roles", roles.stream().map(Role::wireName).sorted().toList());
        if (email != null) {
            claims.claim("email", email);
        }
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }
}
