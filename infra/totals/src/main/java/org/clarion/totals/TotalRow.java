package org.clarion.totals;

import java.time.Instant;
import java.util.UUID;

/**
 * One figure, absolute: body of {@code total.v1} and {@code total-minute.v1}.
 *
 * @param generation which counting of everything it belongs to
 * @param measure what is counted, such as {@code confirmed}
 * @param dimension what it is counted by: {@code all}, {@code constituency}, {@code day} …
 * @param value of the dimension; {@code all} for dimension {@code all}
 * @param at when the count was true
 */
public record TotalRow(
        int generation, UUID action, String measure, String dimension, String value, long count, Instant at) {

    public static final String TOPIC = "total.v1";
    public static final String MINUTE_TOPIC = "total-minute.v1";

    /** Type on the wire. */
    public static final String TYPE = "total.counted.v1";

    /** The dimension that counts everything, and its only value. */
    public static final String ALL = "all";

    /** Minutes of {@code countedAt} in UTC; kept for 48 hours, on a topic of their own. */
    public static final String MINUTE = "minute";

    public String key() {
        return generation + "|" + action + "|" + measure + "|" + dimension + "|" + value;
    }

    public String topic() {
        return dimension.equals(MINUTE) ? MINUTE_TOPIC : TOPIC;
    }
}
