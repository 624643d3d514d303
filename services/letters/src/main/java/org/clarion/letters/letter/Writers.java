package org.clarion.letters.letter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Short names for long things, so that the indexes that cannot be ordered by time stay small. */
final class Writers {

    private Writers() {}

    /** A supporter within an action and one of its targets. Says nothing about the pseudonym. */
    static UUID of(UUID action, String pseudonym, String target) {
        var rest = (pseudonym + "\0" + target).getBytes(StandardCharsets.UTF_8);
        return shortened(ByteBuffer.allocate(16 + rest.length)
                .putLong(action.getMostSignificantBits())
                .putLong(action.getLeastSignificantBits())
                .put(rest)
                .array());
    }

    /** The letter to another target of a submission: the same however often it is confirmed. */
    static UUID sibling(UUID first, long submission, String target) {
        var rest = target.getBytes(StandardCharsets.UTF_8);
        return shortened(ByteBuffer.allocate(24 + rest.length)
                .putLong(first.getMostSignificantBits())
                .putLong(first.getLeastSignificantBits())
                .putLong(submission)
                .put(rest)
                .array());
    }

    /** What a client calls a request. */
    static UUID request(String name) {
        return shortened(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 128 bits of SHA-256. */
    private static UUID shortened(byte[] content) {
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
