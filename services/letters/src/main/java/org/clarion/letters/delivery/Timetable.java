package org.clarion.letters.delivery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.clarion.letters.action.Pacing;

/**
 * When letters leave for one office. Pure arithmetic of the calendar in London: what is due by chance is given.
 *
 * @param spread whether what waits is spread over the rest of the day's window; otherwise it leaves as fast as allowed
 * @param jitter part of a gap by which chance makes it longer or shorter, 0 to 1; never below the shortest allowed
 */
record Timetable(Pacing pacing, boolean spread, double jitter) {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A letter to an idle office waits up to so many of the shortest gaps, so that those to many offices do not leave at once. */
    private static final int GAPS_BEFORE_FIRST = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DAYS_AHEAD = 14;

    /** The hours of one day; until is no longer in it. */
    private record Window(Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    Timetable {
        if (jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("a jitter of " + jitter);
        }
    }

    /** The shortest time between two letters to one office. */
    Duration shortestGap() {
        // rounded up: a nanosecond too short would be one letter too many in an hour
        return HOUR.plusNanos(pacing.perHour() - 1L).dividedBy(pacing.perHour());
    }

    /** The longest by chance, where nothing is spread. */
    private Duration longestGap() {
        return shortestGap().plus(part(shortestGap(), jitter));
    }

    boolean isOpenAt(Instant at) {
        return windowAtOrAfter(at).holds(at);
    }

    /** The first moment from {@code at} on at which letters leave. */
    Instant openFrom(Instant at) {
        var window = windowAtOrAfter(at);
        return window.holds(at) ? at : window.from();
    }

    /**
     * When the first of some letters that wait may leave, for an office that gets none at the moment.
     *
     * @param waiting how many wait, 1 or more
     * @param chance 0 to 1
     */
    Instant first(Instant now, long waiting, double chance) {
        var window = windowAtOrAfter(now);
        var opens = window.holds(now) ? now : window.from();
        var longest = shortestGap().multipliedBy(GAPS_BEFORE_FIRST);
        var room = spread ? part(Duration.between(opens, window.until()), 1.0 / waiting) : Duration.ZERO;
        var most = !spread ? part(shortestGap(), jitter) : window.holds(now) ? shorter(room, longest) : room;
        var at = opens.plus(part(most, chance));
        return window.holds(at) ? at : window.until().minusMillis(1);
    }

    /**
     * When the next letter may leave after one has left.
     *
     * @param waiting how many still wait
     * @param chance 0 to 1
     */
    Instant next(Instant last, long waiting, double chance) {
        var window = windowAtOrAfter(last);
        var shortest = shortestGap().plus(part(shortestGap(), jitter * chance));
        var gap = shortest;
        if (spread && waiting > 0 && window.holds(last)) {
            var left = Duration.between(last, window.until());
            var even = part(left, (1 - jitter + 2 * jitter * chance) / (waiting + 0.5));
            var roomForTheOthers = left.minusMillis(1).minus(longestGap().multipliedBy(waiting - 1));
            gap = longer(shortest, shorter(even, roomForTheOthers));
        }
        var at = last.plus(gap);
        if (window.holds(at)) {
            return at;
        }
        return waiting == 0 ? openFrom(at) : first(at, waiting, chance);
    }

    /**
     * When the last of the letters that wait will have left, if no more come and nothing stops.
     *
     * @param next when the first of them leaves
     * @param waiting how many, 1 or more
     */
    Instant end(Instant next, long waiting) {
        var left = waiting;
        var from = openFrom(next);
        while (true) {
            var window = windowAtOrAfter(from);
            var room = 1 + Duration.between(from, window.until().minusMillis(1)).dividedBy(longestGap());
            if (left <= room) {
                return left == 1 || !spread ? from.plus(longestGap().multipliedBy(left - 1)) : window.until();
            }
            left -= room;
            from = first(window.until(), left, 1);
        }
    }

    private Window windowAtOrAfter(Instant at) {
        var day = at.atZone(LONDON).toLocalDate();
        for (int i = 0; i < DAYS_AHEAD; i++) {
            var window = window(day.plusDays(i));
            // An hour that the clocks leave out has no length.
            if (isWorked(day.plusDays(i))
                    && at.isBefore(window.until())
                    && window.from().isBefore(window.until())) {
                return window;
            }
        }
        throw new IllegalStateException("No hour in two weeks: " + pacing);
    }

    private Window window(LocalDate day) {
        var from = day.atTime(pacing.fromHour(), 0).atZone(LONDON).toInstant();
        var until = pacing.untilHour() == 24
                ? day.plusDays(1).atStartOfDay(LONDON).toInstant()
                : day.atTime(pacing.untilHour(), 0).atZone(LONDON).toInstant();
        return new Window(from, until);
    }

    private boolean isWorked(LocalDate day) {
        return pacing.weekends() || day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static Duration part(Duration whole, double part) {
        return Duration.ofMillis((long) (whole.toMillis() * part));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
