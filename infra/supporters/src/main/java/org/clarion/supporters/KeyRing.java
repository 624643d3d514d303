package org.clarion.supporters;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 keys by id: the first is in use, the others are still recognised. */
public final class KeyRing {

    /** One key, by the id under which its results are filed. */
    public record Key(String id, SecretKeySpec secret) {

        public byte[] hmac(byte[] message) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(secret);
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JDK lacks HmacSHA256", e);
            }
        }
    }

    private static final int MIN_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,8}");

    private final List<Key> keys;

    private KeyRing(List<Key> keys) {
        this.keys = keys;
    }

    /** @throws IllegalArgumentException for anything but {@code id:base64} items, comma separated, of 32 bytes or more */
    public static KeyRing parse(String text) {
        var keys = new ArrayList<Key>();
        var ids = new HashSet<String>();
        for (var item : text.split(",")) {
            var key = parseKey(item.strip());
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("key id " + key.id() + " is there twice");
            }
            keys.add(key);
        }
        return new KeyRing(List.copyOf(keys));
    }

    private static Key parseKey(String item) {
        var colon = item.indexOf(':');
        if (colon < 0 || !ID.matcher(item.substring(0, colon)).matches()) {
            throw new IllegalArgumentException("a key is written as id:base64, with an id like k1");
        }
        var secret = Base64.getDecoder().decode(item.substring(colon + 1));
        if (secret.length < MIN_BYTES) {
            throw new IllegalArgumentException("a key has at least " + MIN_BYTES + " bytes");
        }
        return new Key(item.substring(0, colon), new SecretKeySpec(secret, "HmacSHA256"));
    }

    public Key current() {
        return keys.getFirst();
    }

    public List<Key> all() {
        return keys;
    }

    public Optional<Key> byId(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
