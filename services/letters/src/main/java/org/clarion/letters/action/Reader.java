package org.clarion.letters.action;

import org.clarion.letters.position.Position;
import org.jspecify.annotations.Nullable;

/**
 * Who will read a letter, as far as its words depend on it.
 *
 * @param country ISO 3166, {@code GB} for MPs
 * @param constituency code of the seat; null for whoever is no MP
 * @param position what they hold of the campaign; null where nobody has noted it
 */
public record Reader(
        String country,
        @Nullable String party,
        @Nullable String constituency,
        @Nullable Position position) {}
