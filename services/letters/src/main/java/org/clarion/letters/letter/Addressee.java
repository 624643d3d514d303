package org.clarion.letters.letter;

import org.clarion.letters.target.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Who was behind a target at some moment.
 *
 * @param key of the person, not of the seat: {@code member:172}, {@code entry:<uuid>}
 * @param name as it stands in the directory
 * @param salutation such as {@code Ms Okafor}; what the locked opening says
 * @param role such as {@code MP for Holborn and St Pancras}
 * @param address where it was sent; null before
 */
public record Addressee(
        String key,
        String name,
        String salutation,
        String role,
        @Nullable String address) {

    /** Whom a supporter sees who writes. */
    static Addressee shown(Recipient recipient) {
        return new Addressee(recipient.key(), recipient.name(), recipient.salutation(), recipient.role(), null);
    }

    /** Of whom no more is known than how to call them. */
    public Addressee(String key, String name, String salutation, @Nullable String address) {
        this(key, name, salutation, "", address);
    }
}
