package org.clarion.load.counts;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Signatures by constituency code and by country code. More people sign in the United Kingdom than in its constituencies
 * together, because for some no constituency is known.
 */
public record Counts(SortedMap<String, Long> constituencies, SortedMap<String, Long> countries) {

    private static final String UNITED_KINGDOM = "GB";

    public Counts {
        constituencies = Collections.unmodifiableSortedMap(new TreeMap<>(constituencies));
        countries = Collections.unmodifiableSortedMap(new TreeMap<>(countries));
    }

    public static Counts of(Map<String, Long> constituencies, Map<String, Long> countries) {
        return new Counts(new TreeMap<>(constituencies), new TreeMap<>(countries));
    }

    public long total() {
        return sum(countries);
    }

    /** In the country, constituency unknown. */
    public long withoutConstituency() {
        return Math.max(0, unitedKingdom(countries) - sum(constituencies));
    }

    /**
     * The same shape, smaller or larger, by largest remainders: every total is the rounded multiple of its own, and the same
     * file and factor always give the same counts.
     */
    public Counts scaled(double factor) {
        var scaledConstituencies = LargestRemainder.scale(constituencies, factor);
        var scaledCountries = LargestRemainder.scale(countries, factor);
        // Rounded apart, the constituencies can come out one or two above their country.
        scaledCountries.merge(
                UNITED_KINGDOM, Math.max(0, sum(scaledConstituencies) - unitedKingdom(scaledCountries)), Long::sum);
        return new Counts(scaledConstituencies, scaledCountries);
    }

    private static long unitedKingdom(Map<String, Long> countries) {
        return countries.getOrDefault(UNITED_KINGDOM, 0L);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
