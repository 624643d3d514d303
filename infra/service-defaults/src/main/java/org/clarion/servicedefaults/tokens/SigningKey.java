package org.clarion.servicedefaults.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The key with which one issuer signs. Its id is the issuer's name. */
public final class SigningKey {

    private final ECKey key;

    private SigningKey(ECKey key) {
        this.key = key;
    }

    /** @param json a private EC P-256 JWK whose {@code kid} is the issuer's name */
    public static SigningKey parse(String json) {
        try {
            var key = ECKey.parse(json);
            if (!key.isPrivate() || key.getKeyID() == null || !Curve.P_256.equals(key.getCurve())) {
                throw new IllegalArgumentException("A signing key is a private P-256 JWK with a kid");
            }
            return new SigningKey(key);
        } catch (ParseException e) {
            // Without the cause: its message may quote the key.
            throw new IllegalArgumentException("A signing key is a private P-256 JWK with a kid");
        }
    }

    public static SigningKey generate(String issuer) {
        try {
            return new SigningKey(new ECKeyGenerator(Curve.P_256)
                    .keyID(issuer)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java has no P-256", e);
        }
    }

    /** What goes into {@code CLARION_TOKENS_TRUSTED}: the public half of every issuer's key. */
    public static String trusted(SigningKey... keys) {
        return Arrays.stream(keys)
                .map(each -> each.key.toPublicJWK().toJSONString())
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    public String issuer() {
        return key.getKeyID();
    }

    /** The private key; what goes into {@code CLARION_TOKENS_KEY}. */
    public String toJson() {
        return key.toJSONString();
    }

    ECKey jwk() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningKey[" + issuer() + "]";
    }
}
