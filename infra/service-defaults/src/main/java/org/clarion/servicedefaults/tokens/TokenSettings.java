package org.clarion.servicedefaults.tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param key this service's private JWK; only services that call others have one
 * @param trusted JWKS with the public key of every issuer
 * @param staffIssuer the one issuer that may speak for staff
 */
@ConfigurationProperties("clarion.tokens")
record TokenSettings(
        @Nullable String key,
        @Nullable String trusted,
        @DefaultValue("gateway") String staffIssuer) {

    @Override
    public String toString() {
        return "TokenSettings[staffIssuer=" + staffIssuer + "]";
    }
}
