package org.clarion.campaigns.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.campaigns.catalogue.Catalogue;
import org.clarion.campaigns.catalogue.Listed;
import org.clarion.totals.Totals;
import org.springframework.stereotype.Component;

/** Works out how actions stand from the catalogue and the published totals, both in this service's own store. */
@Component
class Standings {

    private static final int HOURS = 24;
    private static final String RECORDED = "recorded";
    private static final Comparator<Standing> LIVE_FIRST = Comparator.comparing(
                    (Standing standing) -> !standing.action().live())
            .thenComparing(Standing::total, Comparator.reverseOrder())
            .thenComparing(standing -> standing.action().title());

    private final Catalogue catalogue;
    private final Totals totals;
    private final Clock clock;

    Standings(Catalogue catalogue, Totals totals, Clock clock) {
        this.catalogue = catalogue;
        this.totals = totals;
        this.clock = clock;
    }

    /** Every action, those that are live first. */
    List<Standing> all() {
        return of(catalogue.all()).stream().sorted(LIVE_FIRST).toList();
    }

    Optional<Standing> of(UUID action) {
        return catalogue.find(action).map(listed -> of(List.of(listed)).getFirst());
    }

    private List<Standing> of(List<Listed> actions) {
        var now = clock.instant();
        var overall = totals.overall(ids(actions));
        var minutes = minutes(actions, now.minus(Duration.ofHours(HOURS)));
        return actions.stream()
                .map(action -> {
                    var figures = overall.get(action.id());
                    var counted = minutes.getOrDefault(action.id(), Collections.emptySortedMap());
                    var course = course(counted, now);
                    return new Standing(
                            action,
                            figures.count(action.measure()),
                            figures.count(RECORDED),
                            sum(counted.tailMap(now.minus(Duration.ofHours(1))).values()),
                            sum(course),
                            course,
                            figures.at());
                })
                .toList();
    }

    private Map<UUID, SortedMap<Instant, Long>> minutes(List<Listed> actions, Instant since) {
        var minutes = new HashMap<UUID, SortedMap<Instant, Long>>();
        actions.stream()
                .collect(Collectors.groupingBy(Listed::measure))
                .forEach((measure, counted) -> minutes.putAll(totals.minutes(ids(counted), measure, since)));
        return minutes;
    }

    private static List<Long> course(SortedMap<Instant, Long> minutes, Instant now) {
        var course = new ArrayList<Long>();
        for (int ago = HOURS; ago > 0; ago--) {
            var from = now.minus(Duration.ofHours(ago));
            // Clocks differ: what was counted "later" than now belongs to the last hour.
            var hour = ago == 1 ? minutes.tailMap(from) : minutes.subMap(from, from.plus(Duration.ofHours(1)));
            course.add(sum(hour.values()));
        }
        return course;
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static List<UUID> ids(List<Listed> actions) {
        return actions.stream().map(Listed::id).toList();
    }
}
