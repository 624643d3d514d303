package org.clarion.petitions.signature;

import org.jspecify.annotations.Nullable;

/**
 * Who signed, as they typed it. Never leaves this service's store.
 *
 * @param postcode upper case without a space; null outside the United Kingdom and where none was given
 */
record Signatory(String name, String email, @Nullable String postcode) {

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "Signatory";
    }
}
