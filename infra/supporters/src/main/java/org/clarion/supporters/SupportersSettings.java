package org.clarion.supporters;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The platform's secrets about supporters, each {@code id:base64} of at least 32 bytes, several comma separated, the one in use first.
 *
 * @param pseudonymKey turns addresses into pseudonyms
 * @param linkKey signs the links in mails
 */
@ConfigurationProperties("clarion.supporters")
record SupportersSettings(
        @Nullable String pseudonymKey, @Nullable String linkKey) {

    KeyRing pseudonymKeys() {
        return keys(pseudonymKey, "CLARION_SUPPORTERS_PSEUDONYM_KEY");
    }

    KeyRing linkKeys() {
        return keys(linkKey, "CLARION_SUPPORTERS_LINK_KEY");
    }

    private static KeyRing keys(@Nullable String text, String variable) {
        if (text == null || text.isBlank()) {
            throw new UnusableSecret(variable, "it is not set");
        }
        try {
            return KeyRing.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnusableSecret(variable, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "SupportersSettings";
    }
}
