package org.clarion.actions.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The first 128 bits of SHA-256: short, so that an index that cannot be ordered by time stays small, and says nothing
 * about what it was made of.
 */
public final class Fingerprint {

    private Fingerprint() {}

    public static UUID of(byte[] content) {
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /**
     * Of somebody, or something, within an action.
     *
     * @param parts such as a pseudonym and whom they write to; none of them holds a NUL
     */
    public static UUID within(UUID action, String... parts) {
        var name = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
        return of(ByteBuffer.allocate(16 + name.length)
                .putLong(action.getMostSignificantBits())
                .putLong(action.getLeastSignificantBits())
                .put(name)
                .array());
    }
}
