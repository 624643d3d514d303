package org.clarion.notifications.sending;

import jakarta.mail.MessagingException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.clarion.servicedefaults.MissingSetting;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs mails with the platform's own domain, so that whoever gets them can tell that they are from it. */
@Component
class Signing {

    private static final int SHORTEST_KEY = 2048;

    private record Identity(String domain, String selector, RSAPrivateKey key) {}

    private final @Nullable Identity identity;

    Signing(SigningSettings settings, @Value("${clarion.mail.from}") String from) {
        this.identity = settings.key() == null || settings.key().isBlank() ? null : identity(settings, from);
    }

    private static Identity identity(SigningSettings settings, String from) {
        var selector = MissingSetting.require("notifications.signing.selector", settings.selector());
        var own = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
        var domain = settings.domain() == null ? own : settings.domain();
        if (!own.equals(domain) && !own.endsWith("." + domain)) {
            throw new IllegalArgumentException("NOTIFICATIONS_SIGNING_DOMAIN is not the domain of CLARION_MAIL_FROM");
        }
        return new Identity(domain, selector, key(String.valueOf(settings.key())));
    }

    private static RSAPrivateKey key(String text) {
        try {
            var base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            var key = (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
            if (key.getModulus().bitLength() >= SHORTEST_KEY) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: it may quote the key.
            throw new IllegalArgumentException("NOTIFICATIONS_SIGNING_KEY is no RSA private key in PKCS#8");
        }
        throw new IllegalArgumentException("NOTIFICATIONS_SIGNING_KEY has less than " + SHORTEST_KEY + " bits");
    }

    /** @return a mail that signs itself when it is written; the same mail where there is no key */
    SMTPMessage sign(SMTPMessage message) throws MessagingException {
        if (identity == null) {
            return message;
        }
        // A signer keeps state of the mail in hand, so each mail has its own.
        var signer = new DkimSigner(identity.domain(), identity.selector(), identity.key());
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        signer.setCheckDomainKey(false);
        return new DkimMessage(message, signer);
    }
}
