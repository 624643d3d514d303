package org.clarion.campaigns.totals;

import java.util.List;

/** What travels from the keeping of participations to the counting of an action's rows. */
sealed interface Step {

    /** One participation has changed: all figures that this moves. */
    record Changes(List<RowChange> rows) implements Step {
        public Changes {
            rows = List.copyOf(rows);
        }
    }

    /** Everything that this generation had to catch up with stands before this. */
    record CaughtUp() implements Step {}

    /** A record that cannot be read, whole, on its way to the dead letters. */
    record Rejected(String topic, int partition, byte[] body) implements Step {}
}
