package org.clarion.letters.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.letters.delivery.TimetableTests.london;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clarion.letters.action.Pacing;
import org.clarion.letters.delivery.Pace.Step;
import org.clarion.letters.target.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final Timetable EVENLY = new Timetable(new Pacing(20, 8, 18, false), true, 0.3);
    private static final Target SEAT = Target.seat("E14001530");
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static Pace pace(String nextAt, boolean planned, @Nullable String lastAt) {
        return new Pace(SEAT, 3, london(nextAt), planned, lastAt == null ? null : london(lastAt), 0);
    }

    private static Pace planned(Step step) {
        assertThat(step).isInstanceOf(Step.Plan.class);
        return ((Step.Plan) step).next();
    }

    private static Pace turn(Step step) {
        assertThat(step).isInstanceOf(Step.Turn.class);
        return ((Step.Turn) step).next();
    }

    @Test
    void theFirstLetterToAnOfficeGetsAPlanAndThenItsTurn() {
        var noon = london("2026-11-24T12:00");
        var planned = planned(Pace.unknown(SEAT).step(noon, EVENLY, 1, 0.4));
        assertThat(planned.nextAt()).isEqualTo(noon.plus(Duration.ofMinutes(6)));
        assertThat(planned.version()).isEqualTo(1);
        assertThat(planned.step(noon.plusSeconds(60), EVENLY, 1, 0.9)).isEqualTo(new Step.Nothing());

        var left = turn(planned.step(noon.plus(Duration.ofMinutes(6)), EVENLY, 1, 0));
        assertThat(left.lastAt()).isEqualTo(noon.plus(Duration.ofMinutes(6)));
        assertThat(left.nextAt()).isEqualTo(noon.plus(Duration.ofMinutes(9)));
        assertThat(left.planned()).isFalse();
        assertThat(left.version()).isEqualTo(2);
    }

    @Test
    void nothingWaitsNothingMoves() {
        assertThat(pace("2026-11-24T12:00", true, null).step(london("2026-11-24T13:00"), EVENLY, 0, 0.5))
                .isEqualTo(new Step.Nothing());
    }

    @Test
    void aTurnThatWasMissedIsOneTurn() {
        var behind = pace("2026-11-24T09:00", true, "2026-11-24T08:30");
        var left = turn(behind.step(london("2026-11-24T16:00"), EVENLY, 10, 0.5));

        assertThat(left.nextAt()).isAfterOrEqualTo(london("2026-11-24T16:03"));
        assertThat(left.step(london("2026-11-24T16:00:05"), EVENLY, 9, 0.5)).isEqualTo(new Step.Nothing());
    }

    @Test
    void aTurnThatWasMissedUntilTheEveningIsPlannedAnew() {
        var behind = pace("2026-11-24T17:59", true, "2026-11-24T17:00");

        assertThat(planned(behind.step(london("2026-11-24T19:00"), EVENLY, 4, 0.5))
                        .nextAt())
                .isEqualTo(london("2026-11-25T09:15"));
    }

    @Test
    void whenMoreComeThePlanIsBroughtForward() {
        var slow = pace("2026-11-24T17:00", true, "2026-11-24T12:00");
        var now = london("2026-11-24T12:10");

        assertThat(slow.step(now, EVENLY, 1, 0.5)).isEqualTo(new Step.Nothing());
        var sooner = planned(slow.step(now, EVENLY, 500, 0.5));
        assertThat(sooner.nextAt()).isEqualTo(now);
        assertThat(sooner.step(now, EVENLY, 500, 0.5)).isInstanceOf(Step.Turn.class);
    }

    @Test
    void aPlanForHoursThatAreNoLongerWorkedIsMade() {
        var weekend = pace("2026-11-28T12:00", true, null);

        assertThat(planned(weekend.step(london("2026-11-27T12:00"), EVENLY, 1, 0.5))
                        .nextAt())
                .isAfterOrEqualTo(london("2026-11-30T08:00"));
    }

    @Test
    void theNightsPlanStaysWhenTheDayBegins() {
        var night = planned(Pace.unknown(SEAT).step(london("2026-11-24T02:00"), EVENLY, 3, 0.9));

        assertThat(night.nextAt()).isEqualTo(london("2026-11-24T11:00"));
        for (var at = london("2026-11-24T02:00"); at.isBefore(night.nextAt()); at = at.plus(Duration.ofMinutes(7))) {
            assertThat(night.step(at, EVENLY, 3, 0.5)).isEqualTo(new Step.Nothing());
        }
    }

    /** Days of an office: letters come when they come, looks come every five seconds, now and then none for hours. */
    @Test
    void howeverLettersComeAndLooksFailThePaceIsKept() {
        for (int seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var pacing = new Pacing(
                    1 + random.nextInt(40), random.nextInt(12), 13 + random.nextInt(12), random.nextBoolean());
            var timetable = new Timetable(pacing, random.nextBoolean(), random.nextDouble());
            var left = simulated(timetable, random);

            for (int i = 1; i < left.size(); i++) {
                assertThat(Duration.between(left.get(i - 1), left.get(i)))
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(timetable.shortestGap());
            }
            assertThat(left).as("seed %d", seed).allMatch(timetable::isOpenAt).isNotEmpty();
        }
    }

    private static List<Instant> simulated(Timetable timetable, Random random) {
        var left = new ArrayList<Instant>();
        var now = london("2026-10-22T06:00").plusSeconds(random.nextInt(80_000));
        var end = now.plus(Duration.ofDays(6));
        var pace = Pace.unknown(SEAT);
        long waiting = 0;
        while (now.isBefore(end)) {
            waiting += random.nextInt(400) == 0 ? random.nextInt(60) : random.nextInt(40) == 0 ? 1 : 0;
            switch (pace.step(now, timetable, waiting, random.nextDouble())) {
                case Step.Nothing nothing -> {}
                case Step.Plan plan -> pace = plan.next();
                case Step.Turn turn -> {
                    pace = turn.next();
                    left.add(now);
                    waiting--;
                }
            }
            now = now.plus(
                    random.nextInt(2_000) == 0
                            ? Duration.ofHours(random.nextInt(30))
                            : LOOK.multipliedBy(1 + random.nextInt(12)));
        }
        return left;
    }
}
