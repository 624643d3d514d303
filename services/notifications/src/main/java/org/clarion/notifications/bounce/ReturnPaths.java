package org.clarion.notifications.bounce;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Return paths that say which mail they are of and that only we can have made:
 * {@code bounces+<mail id>.<80 bits of an HMAC>@example.org}. Whoever gets a mail sees its return path, and can do no more
 * with it than to say that this one mail did not arrive.
 */
@Component
public class ReturnPaths {

    private static final int MAC = 10;
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
    private static final int ID_AND_MAC = 1 + 32 + 1 + 2 * MAC;
    private static final HexFormat HEX = HexFormat.of();

    private record Signing(String local, String domain, KeyRing keys, Pattern pattern) {}

    private final @Nullable Signing signing;

    public ReturnPaths(BounceSettings settings) {
        if (settings.returnPath() == null) {
            if (settings.mailbox() != null) {
                throw new MissingSetting("notifications.bounces.return-path");
            }
            this.signing = null;
            return;
        }
        var keys = MissingSetting.require("notifications.bounces.keys", settings.keys());
        var address = EmailAddress.parse(settings.returnPath())
                .map(EmailAddress::deliverable)
                .orElseThrow(() -> new IllegalArgumentException("NOTIFICATIONS_BOUNCES_RETURNPATH is no mail address"));
        var local = address.substring(0, address.lastIndexOf('@'));
        if (local.length() + ID_AND_MAC > LONGEST_LOCAL_PART) {
            throw new IllegalArgumentException("NOTIFICATIONS_BOUNCES_RETURNPATH leaves no room for the id of a mail");
        }
        var domain = address.substring(address.lastIndexOf('@') + 1);
        var pattern = Pattern.compile(
                Pattern.quote(local + "+") + "(?<id>[0-9a-f]{32})\\.(?<mac>[0-9a-f]{20})" + Pattern.quote("@" + domain),
                Pattern.CASE_INSENSITIVE);
        this.signing = new Signing(local, domain, KeyRing.parse(keys), pattern);
    }

    /** The return path of a mail; empty where none is set. */
    public Optional<String> of(UUID mail) {
        if (signing == null) {
            return Optional.empty();
        }
        var id = HEX.toHexDigits(mail.getMostSignificantBits()) + HEX.toHexDigits(mail.getLeastSignificantBits());
        var mac = HEX.formatHex(mac(signing.keys().current(), mail));
        return Optional.of(signing.local() + "+" + id + "." + mac + "@" + signing.domain());
    }

    /** The mail that a return path of ours was made for; empty for every other address. */
    Optional<UUID> mailOf(String address) {
        if (signing == null) {
            return Optional.empty();
        }
        var found = signing.pattern().matcher(address);
        if (!found.matches()) {
            return Optional.empty();
        }
        var id = found.group("id");
        var mail = new UUID(HexFormat.fromHexDigitsToLong(id, 0, 16), HexFormat.fromHexDigitsToLong(id, 16, 32));
        var mac = HEX.parseHex(found.group("mac"));
        return signing.keys().all().stream().anyMatch(key -> MessageDigest.isEqual(mac(key, mail), mac))
                ? Optional.of(mail)
                : Optional.empty();
    }

    private static byte[] mac(KeyRing.Key key, UUID mail) {
        var content = ByteBuffer.allocate(16)
                .putLong(mail.getMostSignificantBits())
                .putLong(mail.getLeastSignificantBits())
                .array();
        return Arrays.copyOf(key.hmac(content), MAC);
    }
}
