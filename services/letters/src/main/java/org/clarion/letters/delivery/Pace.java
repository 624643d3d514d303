package org.clarion.letters.delivery;

import java.time.Instant;
import org.clarion.letters.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * How letters to one office follow each other. Whoever advances it first has the turn: one of several instances, once.
 *
 * @param version rises with every change; 0 for one that is not stored yet
 * @param planned whether {@link #nextAt} is the turn of a letter that waits; otherwise it is merely the earliest moment for one to come
 * @param lastAt when the last letter had its turn
 * @param refused how many letters in a row the office's server did not want
 */
record Pace(
        Target target,
        long version,
        Instant nextAt,
        boolean planned,
        @Nullable Instant lastAt,
        int refused) {

    /** What to do now. */
    sealed interface Step {

        record Nothing() implements Step {}

        /** No turn yet; the plan has changed. */
        record Plan(Pace next) implements Step {}

        /** A letter has its turn, once {@code next} is stored. */
        record Turn(Pace next) implements Step {}
    }

    static Pace unknown(Target target) {
        return new Pace(target, 0, Instant.EPOCH, false, null, 0);
    }

    /**
     * @param waiting letters that could leave
     * @param chance 0 to 1
     */
    Step step(Instant now, Timetable timetable, long waiting, double chance) {
        if (waiting == 0) {
            return new Step.Nothing();
        }
        if (!planned) {
            return new Step.Plan(planned(later(nextAt, timetable.first(now, waiting, chance))));
        }
        if (now.isBefore(nextAt)) {
            return brought(now, timetable, waiting, chance);
        }
        if (!timetable.isOpenAt(now)) {
            return new Step.Plan(planned(timetable.first(now, waiting, chance)));
        }
        var next = timetable.next(now, waiting - 1, chance);
        return new Step.Turn(new Pace(target, version + 1, next, waiting > 1, now, refused));
    }

    /** The plan was made when fewer waited, or for other hours. */
    private Step brought(Instant now, Timetable timetable, long waiting, double chance) {
        if (!timetable.isOpenAt(nextAt)) {
            return new Step.Plan(planned(timetable.first(nextAt, waiting, chance)));
        }
        if (lastAt == null || !timetable.isOpenAt(now)) {
            return new Step.Nothing();
        }
        var latest = later(now, timetable.next(lastAt, waiting, 1));
        return nextAt.isAfter(latest) && timetable.isOpenAt(latest)
                ? new Step.Plan(planned(latest))
                : new Step.Nothing();
    }

    private Pace planned(Instant at) {
        return new Pace(target, version + 1, at, true, lastAt, refused);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
