package org.clarion.messaging.envelope;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did in an action, whatever its kind: a signature, a letter, a registration. Totals know only these fields.
 *
 * @param action the petition, letter action or gathering
 * @param kind {@code signature}, {@code letter}, {@code registration} …
 * @param supporter who; null once forgotten
 * @param state the owner's name of the state, lower case
 * @param countedAt when it was first counted; set once, null before
 * @param measures what it amounts to now, such as {@code confirmed: 1}; what is counted by dimension needs {@code countedAt}
 * @param dimensions what it is counted by, such as {@code constituency}; values are codes, never free text
 * @param body the fields of this kind only
 */
public record Participation(
        UUID id,
        long version,
        UUID action,
        String kind,
        @Nullable Supporter supporter,
        String state,
        @Nullable Instant countedAt,
        Map<String, Long> measures,
        Map<String, String> dimensions,
        @Nullable Object body) {}
