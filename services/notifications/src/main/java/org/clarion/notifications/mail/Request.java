package org.clarion.notifications.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service asked for. The address, the words and the links stay with it until the mail is sent.
 *
 * @param owner the service that asked, and where the claim is redeemed
 * @param purpose why the mail is sent, such as {@code signature.confirm}
 * @param template the words to use
 * @param aggregate what the mail is about
 * @param version the aggregate's version when it asked
 * @param claim what the owner needs to find the content again
 */
public record Request(
        String owner,
        String purpose,
        String template,
        UUID aggregate,
        long version,
        String claim,
        Instant requestedAt) {

    private static final long TIME_OF_A_UUIDV7 = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /**
     * One mail per purpose, aggregate, version and recipient: however often it is asked for, it is this one. Starts with
     * the time in the aggregate's own id, so that new mails land at the end of the index.
     *
     * @param recipient pseudonym of the recipient; null for staff
     */
    public UUID identity(@Nullable String recipient) {
        var parts = String.join(
                "\n", purpose, aggregate.toString(), Long.toString(version), recipient == null ? "" : recipient);
        var hash = ByteBuffer.wrap(sha256(parts));
        var high = (aggregate.getMostSignificantBits() & TIME_OF_A_UUIDV7) | VERSION_8 | (hash.getLong() & 0xFFF);
        return new UUID(high, VARIANT | (hash.getLong() >>> 2));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }
}
