package org.clarion.totals;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one action.
 *
 * @param generation which counting they come from; 0 if nothing was counted yet
 * @param at the newest time at which a figure among them was true; null if nothing was counted yet
 * @param figures dimension → measure → value → count
 */
public record ActionTotals(
        UUID action, int generation, @Nullable Instant at, Map<String, Map<String, SortedMap<String, Long>>> figures) {

    static ActionTotals none(UUID action) {
        return new ActionTotals(action, 0, null, Map.of());
    }

    /** The count of a measure over everything. */
    public long count(String measure) {
        return by(TotalRow.ALL, measure).getOrDefault(TotalRow.ALL, 0L);
    }

    /** Value → count, sorted by value, without zeros. */
    public SortedMap<String, Long> by(String dimension, String measure) {
        return figures.getOrDefault(dimension, Map.of()).getOrDefault(measure, Collections.emptySortedMap());
    }
}
