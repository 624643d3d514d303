package org.clarion.load.counts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every constituency and country, expected beside counted. */
public record Comparison(List<Difference> differences, int constituencies, int countries, long signatures) {

    /** @param where a constituency or country code */
    public record Difference(String where, long expected, long counted) {

        @Override
        public String toString() {
            return "%s: expected %,d, counted %,d (%+d)".formatted(where, expected, counted, counted - expected);
        }
    }

    /**
     * @param before what the platform had counted before the run
     * @param after what it counts now
     */
    public static Comparison of(Counts expected, Counts before, Counts after) {
        var differences = new ArrayList<Difference>();
        compare(expected.constituencies(), grown(before.constituencies(), after.constituencies()), differences);
        compare(expected.countries(), grown(before.countries(), after.countries()), differences);
        return new Comparison(
                List.copyOf(differences),
                expected.constituencies().size(),
                expected.countries().size(),
                expected.total());
    }

    public boolean isExact() {
        return differences.isEmpty();
    }

    private static SortedMap<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        var grown = new TreeMap<>(after);
        before.forEach((where, count) -> grown.merge(where, -count, Long::sum));
        return grown;
    }

    private static void compare(
            SortedMap<String, Long> expected, SortedMap<String, Long> counted, List<Difference> differences) {
        var everywhere = new TreeMap<>(counted);
        everywhere.putAll(expected);
        for (var where : everywhere.keySet()) {
            long wanted = expected.getOrDefault(where, 0L);
            long found = counted.getOrDefault(where, 0L);
            if (wanted != found) {
                differences.add(new Difference(where, wanted, found));
            }
        }
    }
}
