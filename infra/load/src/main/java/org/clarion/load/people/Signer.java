package org.clarion.load.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody about to sign.
 *
 * @param constituency code, where the person picks it from the list because the postcode is not known
 */
public record Signer(
        String name,
        String email,
        @Nullable String postcode,
        String country,
        @Nullable String constituency,
        boolean updates,
        String source) {}
