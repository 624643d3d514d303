package org.clarion.load.counts;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scales whole numbers so that they stay whole and their sum is the rounded multiple of the old one. */
final class LargestRemainder {

    private record Share(String key, long whole, double remainder) {}

    private LargestRemainder() {}

    static SortedMap<String, Long> scale(SortedMap<String, Long> counts, double factor) {
        long wanted =
                Math.round(counts.values().stream().mapToLong(Long::longValue).sum() * factor);
        var shares = counts.entrySet().stream()
                .map(count -> share(count, factor))
                .sorted(Comparator.comparingDouble(Share::remainder).reversed().thenComparing(Share::key))
                .toList();
        long missing = wanted - shares.stream().mapToLong(Share::whole).sum();
        var scaled = new TreeMap<String, Long>();
        for (var share : shares) {
            long extra = missing > 0 ? 1 : 0;
            missing -= extra;
            scaled.put(share.key(), share.whole() + extra);
        }
        return scaled;
    }

    private static Share share(Map.Entry<String, Long> count, double factor) {
        double exact = count.getValue() * factor;
        return new Share(count.getKey(), (long) exact, exact - (long) exact);
    }
}
