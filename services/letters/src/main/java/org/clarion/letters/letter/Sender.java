package org.clarion.letters.letter;

import org.jspecify.annotations.Nullable;

/**
 * Who writes, as they typed it. Leaves this service's store only under the letter.
 *
 * @param address postal, one line each, without the postcode
 * @param postcode with a space; null outside the United Kingdom
 * @param country ISO 3166
 */
public record Sender(
        String name, String email, String address, @Nullable String postcode, String country) {

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "Sender";
    }
}
