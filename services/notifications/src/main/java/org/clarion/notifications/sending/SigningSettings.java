package org.clarion.notifications.sending;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are signed (DKIM, RFC 6376). Without a key they are not.
 *
 * @param key RSA private key of 2,048 bits or more: PKCS#8, in PEM or as the base64 within
 * @param selector under {@code <selector>._domainkey.<domain>} the world finds the public key
 * @param domain that answers for the mails; by default that of the sender's address
 */
@ConfigurationProperties("notifications.signing")
record SigningSettings(
        @Nullable String key,
        @Nullable String selector,
        @Nullable String domain) {

    /** Says no secret. */
    @Override
    public String toString() {
        return "SigningSettings[" + domain + "]";
    }
}
