package org.clarion.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OidcSettingsTests {

    @Test
    void anAddressCountsOnceTheProviderHasVerifiedIt() {
        var settings = settings(false);
        assertThat(settings.trusts(true)).isTrue();
        assertThat(settings.trusts(false)).isFalse();
        assertThat(settings.trusts(null)).isFalse();
    }

    @Test
    void whereAllAddressesAreOursTheProviderNeedNotSaySo() {
        var settings = settings(true);
        assertThat(settings.trusts(null)).isTrue();
        assertThat(settings.trusts(false)).as("it says that it is not").isFalse();
    }

    private static OidcSettings settings(boolean trustEmails) {
        return new OidcSettings("https://id.example.org", "clarion", "secret", "Rights", trustEmails);
    }
}
