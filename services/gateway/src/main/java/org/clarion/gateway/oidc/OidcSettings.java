package org.clarion.gateway.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param issuer address of the OpenID provider; without one, staff sign in by mailed link only
 * @param clientId how the provider knows this platform
 * @param clientSecret what the provider gave with it
 * @param name what staff call the provider
 * @param trustEmails whether addresses count of which the provider does not say that it has verified them. Only for one that
 *     knows nobody but the organisation's own people, such as a directory of Microsoft Entra ID with a single tenant: elsewhere
 *     anybody could claim an administrator's address
 */
@ConfigurationProperties("clarion.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("OpenID") String name,
        boolean trustEmails) {

    public boolean isConfigured() {
        return issuer != null && !issuer.isBlank();
    }

    /** @param verified the claim {@code email_verified}; null where the provider does not make it */
    boolean trusts(@Nullable Boolean verified) {
        return verified == null ? trustEmails : verified;
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
