package org.clarion.gateway.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param issuer address of the OpenID provider; without one, staff sign in by mailed link only
 * @param clientId how the provider knows this platform
 * @param clientSecret what the provider gave with it
 * @param name what staff call the provider
 */
@ConfigurationProperties("clarion.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("OpenID") String name) {

    public boolean isConfigured() {
        return issuer != null && !issuer.isBlank();
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
