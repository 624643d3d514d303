package org.clarion.letters.letter;

import org.jspecify.annotations.Nullable;

/**
 * Who was behind a target at some moment.
 *
 * @param key of the person, not of the seat: {@code member:172}, {@code entry:<uuid>}
 * @param name as it stands in the directory
 * @param salutation such as {@code Ms Okafor}; what the locked opening says
 * @param address where it was sent; null before
 */
public record Addressee(
        String key,
        String name,
        String salutation,
        @Nullable String address) {}
