package org.clarion.actions.form;

import org.jspecify.annotations.Nullable;

/**
 * Where a supporter lives.
 *
 * @param postcode upper case without a space; null outside the United Kingdom and where none was given
 * @param constituency code of the Office for National Statistics; null outside the United Kingdom and where it is not known
 * @param country ISO 3166 alpha-2
 */
public record Home(@Nullable String postcode, @Nullable String constituency, String country) {

    /** Says nothing of the postcode, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "Home in " + country;
    }
}
