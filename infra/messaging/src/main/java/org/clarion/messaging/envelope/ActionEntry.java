package org.clarion.messaging.envelope;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as the catalogue knows it, whatever its kind.
 *
 * @param kind {@code petition}, {@code letter-action}, {@code gathering} …
 * @param state the owner's name of the state, lower case
 * @param live whether supporters can take part now, as far as its state says (times are given apart)
 * @param campaign the campaign that it belongs to
 * @param path its public page, from the root of the site
 * @param staffPath its staff page
 * @param titles language → title
 * @param summaries language → one or two plain sentences
 * @param measure the measure that stands for the action's total, such as {@code confirmed}
 * @param goal what the total is to reach next; null where there is none
 * @param body the fields of this kind only
 */
public record ActionEntry(
        UUID id,
        long version,
        String kind,
        String state,
        boolean live,
        @Nullable UUID campaign,
        String slug,
        String path,
        String staffPath,
        Map<String, String> titles,
        Map<String, String> summaries,
        String measure,
        @Nullable Long goal,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Object body) {}
