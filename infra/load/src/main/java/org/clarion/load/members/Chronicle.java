package org.clarion.load.members;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a platform was told of the roll, and when. Between being told and saying so it may go by the old or by the new one;
 * at every other moment by one only.
 */
public final class Chronicle {

    /** How long a decision may take from looking at the clock to looking at the directory. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private record Told(Roll roll, Instant asked, Instant answered) {}

    private final List<Told> told = new ArrayList<>();

    /**
     * @param asked before the platform could know
     * @param answered when it had said that it knows
     */
    public synchronized void told(Roll roll, Instant asked, Instant answered) {
        told.add(new Told(roll, asked, answered));
    }

    /** Who may rightly be taken for sitting there at a moment; more than one only while the platform was being told. */
    public synchronized List<Sitting> at(String seat, Instant moment) {
        var possible = new ArrayList<Sitting>();
        for (int i = 0; i < told.size(); i++) {
            var begins = told.get(i).asked().minus(LOOK);
            var isOver = i + 1 < told.size() && moment.isAfter(told.get(i + 1).answered());
            var sitting = told.get(i).roll().in(seat);
            if (!moment.isBefore(begins) && !isOver && possible.stream().noneMatch(sitting::isSameOffice)) {
                possible.add(sitting);
            }
        }
        return possible;
    }

    /** As it was told last. */
    public synchronized Sitting latest(String seat) {
        return told.getLast().roll().in(seat);
    }
}
