package org.clarion.letters.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clarion.letters.action.Pacing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTests {

    private static final Pacing USUAL = new Pacing(20, 8, 18, false);
    private static final Timetable EVENLY = new Timetable(USUAL, true, 0.3);
    private static final Timetable FAST = new Timetable(USUAL, false, 0);

    static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(Timetable.LONDON).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:59:59, false", // a Tuesday
        "2026-11-24T08:00, true",
        "2026-11-24T17:59:59, true",
        "2026-11-24T18:00, false",
        "2026-11-28T12:00, false", // a Saturday
        "2026-11-29T12:00, false",
        "2026-07-07T08:00, true", // summer time
        "2026-07-07T07:59, false"
    })
    void lettersLeaveInWorkingHoursOfLondon(String at, boolean open) {
        assertThat(EVENLY.isOpenAt(london(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T03:00, 2026-11-24T08:00",
        "2026-11-24T12:00, 2026-11-24T12:00",
        "2026-11-24T18:00, 2026-11-25T08:00",
        "2026-11-27T18:00, 2026-11-30T08:00", // Friday evening → Monday
        "2026-03-27T20:00, 2026-03-30T08:00", // the clocks go forward in between
        "2026-10-23T20:00, 2026-10-26T08:00" // and back
    })
    void theNextMomentIsTheSameHourWhateverTheClocksDo(String at, String open) {
        assertThat(EVENLY.openFrom(london(at))).isEqualTo(london(open));
    }

    @Test
    void twentyAnHourAreThreeMinutesApart() {
        assertThat(FAST.shortestGap()).isEqualTo(Duration.ofMinutes(3));
        assertThat(new Timetable(new Pacing(7, 8, 18, false), false, 0)
                        .shortestGap()
                        .multipliedBy(7))
                .isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatWaitsIsSpreadOverTheRestOfTheDay() {
        var noon = london("2026-11-24T12:00");

        assertThat(EVENLY.next(noon, 4, 0.5)).isEqualTo(noon.plus(Duration.ofMinutes(80)));
        assertThat(EVENLY.next(noon, 4, 0)).isEqualTo(noon.plus(Duration.ofMinutes(56)));
        assertThat(EVENLY.next(noon, 1, 1)).isEqualTo(noon.plus(Duration.ofMinutes(312)));
        assertThat(EVENLY.next(noon, 0, 0)).isEqualTo(noon.plus(Duration.ofMinutes(3)));
        assertThat(EVENLY.next(noon, 10_000, 0)).isEqualTo(noon.plus(Duration.ofMinutes(3)));
        assertThat(FAST.next(noon, 5, 0.5)).isEqualTo(noon.plus(Duration.ofMinutes(3)));
    }

    @Test
    void aLetterToAnIdleOfficeWaitsMinutesNotHours() {
        var noon = london("2026-11-24T12:00");

        assertThat(EVENLY.first(noon, 1, 0)).isEqualTo(noon);
        assertThat(EVENLY.first(noon, 1, 1)).isEqualTo(noon.plus(Duration.ofMinutes(15)));
        assertThat(FAST.first(noon, 1, 1)).isEqualTo(noon);
    }

    @Test
    void lettersOfTheNightDoNotAllLeaveWhenTheDayBegins() {
        var night = london("2026-11-24T02:00");

        assertThat(EVENLY.first(night, 1, 0.5)).isEqualTo(london("2026-11-24T13:00"));
        assertThat(EVENLY.first(night, 10, 0.5)).isEqualTo(london("2026-11-24T08:30"));
        assertThat(EVENLY.first(night, 1, 1)).isBefore(london("2026-11-24T18:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00, 1, 2026-11-24T12:00",
        "2026-11-24T12:00, 2, 2026-11-24T12:03",
        "2026-11-24T12:00, 120, 2026-11-24T17:57",
        "2026-11-24T12:00, 121, 2026-11-25T08:00",
        "2026-11-24T12:00, 320, 2026-11-25T17:57",
        "2026-11-27T17:59, 2, 2026-11-30T08:00",
        "2026-11-24T20:00, 1, 2026-11-25T08:00"
    })
    void theEndOfABacklogIsKnown(String next, long waiting, String end) {
        assertThat(FAST.end(london(next), waiting)).isEqualTo(london(end));
    }

    @Test
    void aSpreadBacklogEndsWithADay() {
        assertThat(EVENLY.end(london("2026-11-24T12:00"), 30)).isEqualTo(london("2026-11-24T18:00"));
        assertThat(EVENLY.end(london("2026-11-24T12:00"), 1)).isEqualTo(london("2026-11-24T12:00"));
    }

    @Test
    void noLetterEverLeavesOutsideItsHoursOrTooSoon() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var timetable = anyTimetable(random);
            var at = anyTime(random);
            var waiting = random.nextInt(4) == 0 ? random.nextInt(5_000) : random.nextInt(6);
            var chance = random.nextInt(10) == 0 ? random.nextInt(2) : random.nextDouble();
            var first = timetable.first(at, waiting + 1, chance);
            var next = timetable.next(timetable.openFrom(at), waiting, chance);

            assertThat(timetable.isOpenAt(first))
                    .as("%s first at %s", timetable, first)
                    .isTrue();
            assertThat(first).isAfterOrEqualTo(at);
            assertThat(timetable.isOpenAt(next))
                    .as("%s next at %s", timetable, next)
                    .isTrue();
            assertThat(Duration.between(timetable.openFrom(at), next))
                    .as("%s", timetable)
                    .isGreaterThanOrEqualTo(timetable.shortestGap());
            assertThat(timetable.openFrom(first)).isEqualTo(first);
        }
    }

    @Test
    void noOfficeEverGetsMoreInAnHourThanIsAllowed() {
        var random = new Random(12);
        for (int i = 0; i < 200; i++) {
            var timetable = anyTimetable(random);
            var left = leaving(timetable, anyTime(random), 20 + random.nextInt(200), random);

            for (int j = timetable.pacing().perHour(); j < left.size(); j++) {
                assertThat(Duration.between(left.get(j - timetable.pacing().perHour()), left.get(j)))
                        .as("%s", timetable)
                        .isGreaterThanOrEqualTo(Duration.ofHours(1));
            }
        }
    }

    @Test
    void aBacklogIsOverWhenItWasSaidToBe() {
        var random = new Random(13);
        for (int i = 0; i < 300; i++) {
            var timetable = anyTimetable(random);
            var waiting = 1 + random.nextInt(400);
            var from = timetable.openFrom(anyTime(random));
            var said = timetable.end(from, waiting);
            var left = leaving(timetable, from, waiting, random);

            assertThat(left.getLast())
                    .as("%s, %d from %s", timetable, waiting, from)
                    .isBeforeOrEqualTo(said);
        }
    }

    /** One after the other, the first at once. */
    private static List<Instant> leaving(Timetable timetable, Instant from, int waiting, Random random) {
        var left = new ArrayList<Instant>();
        var at = timetable.openFrom(from);
        for (int i = waiting; i > 0; i--) {
            left.add(at);
            at = timetable.next(at, i - 1, random.nextDouble());
        }
        return left;
    }

    @Test
    void aDaysLettersAreSpreadOverTheDay() {
        var random = new Random(14);
        var perHour = new int[24];
        for (int office = 0; office < 650; office++) {
            var at = EVENLY.first(london("2026-11-24T02:00"), 8, random.nextDouble());
            for (int left = 8; left > 0; left--) {
                assertThat(at).isBetween(london("2026-11-24T08:00"), london("2026-11-24T18:00"));
                perHour[at.atZone(Timetable.LONDON).getHour()]++;
                at = EVENLY.next(at, left - 1, random.nextDouble());
            }
        }

        for (int hour = 8; hour < 18; hour++) {
            assertThat(perHour[hour]).as("letters to all offices at %d", hour).isBetween(390, 650); // 520 on average
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"})
    void onTheDaysOfTheClocksAnHourIsAnHour(String day) {
        var all = new Timetable(new Pacing(20, 0, 24, true), false, 0);
        var at = london(day + "T00:00");
        for (int i = 0; i < 480; i++) {
            var next = all.next(at, 1_000, 0);
            assertThat(Duration.between(at, next)).isEqualTo(Duration.ofMinutes(3));
            at = next;
        }
    }

    @Test
    void anHourThatTheClocksLeaveOutHoldsNoLetter() {
        var small = new Timetable(new Pacing(20, 1, 2, true), true, 0.3);

        assertThat(small.openFrom(london("2026-03-29T00:30"))).isEqualTo(london("2026-03-30T01:00"));
        assertThat(small.isOpenAt(Instant.parse("2026-03-29T01:00:00Z"))).isFalse();
        // and one that comes twice holds two hours' letters, at the same pace
        assertThat(small.isOpenAt(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(small.isOpenAt(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timetable(USUAL, true, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timetable(USUAL, true, -0.1));
    }

    private static Timetable anyTimetable(Random random) {
        var from = random.nextInt(24);
        var until = from + 1 + random.nextInt(24 - from);
        // one hour alone can fall into the gap of a clock change: then the next day counts
        var pacing = new Pacing(1 + random.nextInt(60), from, until, random.nextBoolean());
        return new Timetable(pacing, random.nextBoolean(), random.nextInt(3) == 0 ? 0 : random.nextDouble());
    }

    /** Within two years, often near a change of the clocks or a weekend. */
    private static Instant anyTime(Random random) {
        var changes = List.of("2026-03-29T01:00", "2026-10-25T01:00", "2027-03-28T01:00", "2027-10-31T01:00");
        var base = random.nextBoolean()
                ? london(changes.get(random.nextInt(changes.size()))).minus(Duration.ofHours(36))
                : london("2026-01-01T00:00");
        var range = random.nextBoolean() ? Duration.ofDays(4) : Duration.ofDays(700);
        return base.plusSeconds((long) (random.nextDouble() * range.toSeconds()));
    }

    @Test
    void weekendsAreOffUnlessWished() {
        var wished = new Timetable(new Pacing(20, 8, 18, true), true, 0);
        var random = new Random(15);
        for (int i = 0; i < 5_000; i++) {
            var at = EVENLY.openFrom(anyTime(random)).atZone(Timetable.LONDON);
            assertThat(at.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
        assertThat(wished.isOpenAt(london("2026-11-28T12:00"))).isTrue();
    }
}
