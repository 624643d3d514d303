package org.clarion.supporters;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Turns addresses into pseudonyms under the platform's keys. */
public final class Pseudonyms {

    private final KeyRing keys;

    Pseudonyms(KeyRing keys) {
        this.keys = keys;
    }

    /** @param keys {@code id:base64} items, comma separated, the one in use first */
    public static Pseudonyms withKeys(String keys) {
        return new Pseudonyms(KeyRing.parse(keys));
    }

    /** The pseudonym under the key in use. */
    public Pseudonym of(EmailAddress address) {
        return under(keys.current(), address);
    }

    /** The pseudonyms under every key that is still recognised, the one in use first: to find what an earlier key filed. */
    public List<Pseudonym> allOf(EmailAddress address) {
        return keys.all().stream().map(key -> under(key, address)).toList();
    }

    private static Pseudonym under(KeyRing.Key key, EmailAddress address) {
        var hmac = key.hmac(address.canonical().getBytes(StandardCharsets.UTF_8));
        return new Pseudonym(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac), key.id());
    }
}
