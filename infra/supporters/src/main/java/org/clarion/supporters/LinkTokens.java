package org.clarion.supporters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens of mailed links, derived and never stored: {@code <key id>.<base64url of id, purpose, expiry, HMAC>}. The HMAC (160 bits) also
 * covers the version of the address that the mail went to, so that a new address lets earlier links lapse. 41 bytes end
 * base64url on a letter or digit: a mail reader that drops a trailing dash cannot break a link.
 */
public final class LinkTokens {

    private static final int ID_AND_PURPOSE_AND_EXPIRY = 16 + 1 + 4;
    private static final int HMAC = 20;
    private static final int LONGEST = 80;

    private final KeyRing keys;

    LinkTokens(KeyRing keys) {
        this.keys = keys;
    }

    /** @param keys {@code id:base64} items, comma separated: the first signs, all verify */
    public static LinkTokens withKeys(String keys) {
        return new LinkTokens(KeyRing.parse(keys));
    }

    /** @param expires counted in whole seconds, until 2106 */
    public String token(UUID id, LinkPurpose purpose, long addressVersion, Instant expires) {
        var content = ByteBuffer.allocate(ID_AND_PURPOSE_AND_EXPIRY)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put((byte) purpose.code())
                .putInt((int) expires.getEpochSecond())
                .array();
        var key = keys.current();
        var signed = ByteBuffer.allocate(ID_AND_PURPOSE_AND_EXPIRY + HMAC)
                .put(content)
                .put(hmac(key, content, addressVersion))
                .array();
        return key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Reads a token without believing it: what it says counts only once {@link Link#verify} has said so. */
    public Optional<Link> open(String token) {
        var dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        return keys.byId(token.substring(0, dot))
                .flatMap(key -> decode(token.substring(dot + 1)).map(signed -> new Link(key, signed)));
    }

    private static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            // The decoder forgives stray bits at the end; one link must have one spelling.
            var exact = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(text);
            return exact && bytes.length == ID_AND_PURPOSE_AND_EXPIRY + HMAC ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(KeyRing.Key key, byte[] content, long addressVersion) {
        var keyId = key.id().getBytes(StandardCharsets.US_ASCII);
        var message = ByteBuffer.allocate(content.length + Long.BYTES + keyId.length)
                .put(content)
                .putLong(addressVersion)
                .put(keyId)
                .array();
        return Arrays.copyOf(key.hmac(message), HMAC);
    }

    /** What a token says. */
    public static final class Link {

        /** Whether the link may be followed. */
        public enum Verdict {
            GENUINE,
            /** Ours, but too late. */
            EXPIRED,
            /** Not ours, tampered with, or sent to an address that has been replaced since. */
            FOREIGN
        }

        private final KeyRing.Key key;
        private final byte[] content;
        private final byte[] hmac;
        private final UUID id;
        private final char purpose;
        private final Instant expires;

        private Link(KeyRing.Key key, byte[] signed) {
            this.key = key;
            this.content = Arrays.copyOf(signed, ID_AND_PURPOSE_AND_EXPIRY);
            this.hmac = Arrays.copyOfRange(signed, ID_AND_PURPOSE_AND_EXPIRY, signed.length);
            var buffer = ByteBuffer.wrap(content);
            this.id = new UUID(buffer.getLong(), buffer.getLong());
            this.purpose = (char) Byte.toUnsignedInt(buffer.get());
            this.expires = Instant.ofEpochSecond(Integer.toUnsignedLong(buffer.getInt()));
        }

        public UUID id() {
            return id;
        }

        public Instant expires() {
            return expires;
        }

        public boolean isFor(LinkPurpose purpose) {
            return this.purpose == purpose.code();
        }

        /** @param addressVersion the version that the store has now for the address */
        public Verdict verify(long addressVersion, Instant now) {
            if (!MessageDigest.isEqual(hmac, LinkTokens.hmac(key, content, addressVersion))) {
                return Verdict.FOREIGN;
            }
            return now.isBefore(expires) ? Verdict.GENUINE : Verdict.EXPIRED;
        }
    }
}
