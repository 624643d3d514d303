package org.clarion.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clarion.load.platform.DashboardTotals;
import org.clarion.load.platform.RegistrationRecord;
import org.clarion.load.run.Patience;

/** What the dashboard should show of registrations, by source; how many began, over everything. */
final class SeatTotals {

    private static final String RECORDED = "recorded";
    private static final String ALL = "all";

    private final Map<String, Map<String, Long>> wanted = new TreeMap<>();

    SeatTotals(List<RegistrationRecord> registrations) {
        wanted.put(RECORDED, Map.of(ALL, (long) registrations.size()));
        wanted.put("confirmed", bySource(in(registrations, "CONFIRMED"), false));
        wanted.put("heads", bySource(in(registrations, "CONFIRMED"), true));
        wanted.put("waiting", bySource(in(registrations, "WAITING", "OFFERED"), false));
    }

    /** What is not as it should be once nothing moves any more, a line each. */
    List<String> miscounted(DashboardTotals totals, Patience patience) {
        var counted = new TreeMap<String, Map<String, Long>>();
        patience.until(
                () -> {
                    wanted.keySet().forEach(measure -> counted.put(measure, counted(totals, measure)));
                    return counted.equals(wanted);
                },
                counted::hashCode);
        var faults = new ArrayList<String>();
        wanted.forEach((measure, expected) -> {
            if (!expected.equals(counted.get(measure))) {
                faults.add("%s: expected %s, counted %s".formatted(measure, expected, counted.get(measure)));
            }
        });
        return faults;
    }

    private static Map<String, Long> counted(DashboardTotals totals, String measure) {
        var rows = new TreeMap<>(totals.by(measure.equals(RECORDED) ? ALL : "source", measure));
        rows.values().removeIf(count -> count == 0);
        return rows;
    }

    private static List<RegistrationRecord> in(List<RegistrationRecord> registrations, String... states) {
        return registrations.stream()
                .filter(registration -> List.of(states).contains(registration.status()))
                .toList();
    }

    private static Map<String, Long> bySource(List<RegistrationRecord> registrations, boolean heads) {
        return registrations.stream()
                .collect(Collectors.groupingBy(
                        RegistrationRecord::source,
                        TreeMap::new,
                        Collectors.summingLong(registration -> heads ? registration.heads() : 1)));
    }
}
