package org.clarion.campaigns.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.clarion.campaigns.catalogue.Listed;
import org.clarion.pageshell.HexMap;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.totals.ActionTotals;
import org.clarion.totals.Totals;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the total of an action consists of: when, where, from what source. */
@Component
class Breakdown {

    /** @param key names the hour on the wire, such as {@code 2026-11-24T17} in UTC */
    record Hour(String key, Instant start, long count) {}

    record Day(LocalDate day, long count) {}

    /** @param code of the constituency, country or source */
    record Part(String code, String name, String region, long count) {}

    /** @param measure as it travels, such as {@code heads} */
    record Also(String measure, long count) {}

    /**
     * @param all the measure over everything, of which the others are parts
     * @param also what else is counted of this kind of action
     */
    record Parts(
            long all,
            List<Also> also,
            List<Hour> hours,
            List<Day> days,
            List<Part> sources,
            List<Part> constituencies,
            List<Part> countries,
            HexMap map) {}

    /** Of whatever kind of action, in the order in which they are shown. */
    private static final List<String> ALSO =
            List.of("sent", "delivered", "held", "bounced", "replied", "heads", "waiting", "attended");

    private static final int HOURS = 48;
    private static final int MOST_DAYS = 400;
    private static final Comparator<Part> MOST_FIRST =
            Comparator.comparing(Part::count, Comparator.reverseOrder()).thenComparing(Part::name);

    private final Totals totals;
    private final Constituencies constituencies;
    private final Clock clock;

    Breakdown(Totals totals, Constituencies constituencies, Clock clock) {
        this.totals = totals;
        this.constituencies = constituencies;
        this.clock = clock;
    }

    Parts of(Listed action) {
        var figures = totals.of(action.id());
        var measure = action.measure();
        var byConstituency = figures.by("constituency", measure);
        return new Parts(
                figures.count(measure),
                ALSO.stream()
                        .map(each -> new Also(each, figures.count(each)))
                        .filter(each -> each.count() > 0)
                        .toList(),
                hours(figures.by("hour", measure)),
                days(figures.by("day", measure)),
                parts(figures.by("source", measure), (code, count) -> new Part(code, code, "", count)),
                parts(byConstituency, this::constituency),
                countries(figures, measure),
                map(byConstituency));
    }

    private List<Hour> hours(SortedMap<String, Long> counted) {
        var current = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var hours = new ArrayList<Hour>();
        for (int ago = HOURS - 1; ago >= 0; ago--) {
            var start = current.minus(Duration.ofHours(ago));
            var key = start.toString().substring(0, "2026-11-24T17".length());
            hours.add(new Hour(key, start, counted.getOrDefault(key, 0L)));
        }
        return hours;
    }

    /** Every day since the first, those without anything too, so that a chart does not skip them. */
    private static List<Day> days(SortedMap<String, Long> counted) {
        if (counted.isEmpty()) {
            return List.of();
        }
        var last = LocalDate.parse(counted.lastKey());
        var first = LocalDate.parse(counted.firstKey());
        var begin = first.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : first;
        return begin.datesUntil(last.plusDays(1))
                .map(day -> new Day(day, counted.getOrDefault(day.toString(), 0L)))
                .toList();
    }

    private static List<Part> countries(ActionTotals figures, String measure) {
        var language = LocaleContextHolder.getLocale();
        return parts(
                figures.by("country", measure),
                (code, count) -> new Part(code, Locale.of("", code).getDisplayCountry(language), "", count));
    }

    private Part constituency(String code, long count) {
        return constituencies
                .byCode(code)
                .map(known -> new Part(known.code(), known.name(), known.region(), count))
                .orElseGet(() -> new Part(code, code, "", count));
    }

    private HexMap map(Map<String, Long> counted) {
        return HexMap.of(constituencies.all().stream()
                .map(each -> area(each, counted.getOrDefault(each.code(), 0L)))
                .toList());
    }

    private static HexMap.Area area(Constituency constituency, long count) {
        return new HexMap.Area(constituency.name(), constituency.hexQ(), constituency.hexR(), count);
    }

    private interface Naming {
        Part part(String code, long count);
    }

    private static List<Part> parts(Map<String, Long> counted, Naming naming) {
        return counted.entrySet().stream()
                .map(entry -> naming.part(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }
}
