package org.clarion.campaigns.totals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.totals.TotalRow;

/**
 * What one participation counts for: each of its measures in each of its cells, but how many {@linkplain #RECORDED began} only
 * over everything: by a dimension it would lack those who never confirmed, and say nothing for twice the work.
 *
 * @param version of the participation, the newest that came
 */
record Counted(long version, UUID action, Map<String, Long> measures, List<Cell> cells) {

    /** The measure of all who began, confirmed or not. */
    static final String RECORDED = "recorded";

    /** A value of a dimension. */
    record Cell(String dimension, String value) {

        boolean counts(String measure) {
            return !measure.equals(RECORDED) || dimension.equals(TotalRow.ALL);
        }
    }

    /** Every figure that differs between two states of one participation in the same action. */
    static List<RowChange> changes(Counted before, Counted after) {
        var net = new HashMap<Row, Long>();
        before.add(net, -1);
        after.add(net, 1);
        var changes = new ArrayList<RowChange>(net.size());
        net.forEach((row, by) -> {
            if (by != 0) {
                changes.add(new RowChange(row, by));
            }
        });
        return changes;
    }

    /** The same version, counting for nothing. */
    Counted emptied() {
        return new Counted(version, action, Map.of(), List.of());
    }

    private void add(Map<Row, Long> net, int sign) {
        measures.forEach((measure, amount) -> {
            for (var cell : cells) {
                if (cell.counts(measure)) {
                    net.merge(new Row(measure, cell.dimension(), cell.value()), sign * amount, Long::sum);
                }
            }
        });
    }
}
