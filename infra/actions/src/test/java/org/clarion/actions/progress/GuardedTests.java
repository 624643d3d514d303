package org.clarion.actions.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTests {

    private static final List<Constituency> ALL = new Constituencies().all();

    @Test
    void smallCountsAreNotTold() {
        var told = Guarded.counts(ALL, Map.of("E14001530", 4L, "E14001063", 5L, "E14001064", 1204L));
        assertThat(told).hasSize(650);
        assertThat(told.get("E14001530")).isEqualTo("<5");
        assertThat(told.get("E14001063")).isEqualTo(5L);
        assertThat(told.get("E14001064")).isEqualTo(1204L);
        assertThat(told.get("E14001065")).as("nobody looks like somebody").isEqualTo("<5");
    }

    @Test
    void whereAllAreLargeAllAreTold() {
        assertThat(Guarded.counts(ALL, everywhere(7))).containsValue(7L).doesNotContainValue("<5");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneMoreIsWithheldWhereOnlyFewAreSmall(int few) {
        var exact = everywhere(9);
        ALL.stream().limit(few).forEach(each -> exact.put(each.code(), 3L));
        var told = Guarded.counts(ALL, exact);
        assertThat(told.values().stream().filter("<5"::equals)).hasSize(few);
        assertThat(told.values().stream().filter("withheld"::equals)).hasSize(1);
    }

    @Test
    void theLastInTheListFindsAnotherToHideBehind() {
        var exact = everywhere(9);
        var last = exact.keySet().stream().max(String::compareTo).orElseThrow();
        exact.put(last, 0L);
        assertThat(Guarded.counts(ALL, exact)).containsValue("withheld").containsEntry(last, "<5");
    }

    /** Whoever knows the country's total and everything told must be left with more than one possibility for each small count. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSmallCountIsFoundBySubtraction(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var exact = everywhere(5);
            exact.replaceAll((code, five) -> five + random.nextInt(40));
            int few = 1 + random.nextInt(3);
            for (int i = 0; i < few; i++) {
                exact.put(ALL.get(random.nextInt(ALL.size())).code(), (long) random.nextInt(5));
            }
            var told = Guarded.counts(ALL, exact);
            long rest = exact.values().stream().mapToLong(Long::longValue).sum()
                    - told.values().stream()
                            .filter(Long.class::isInstance)
                            .mapToLong(each -> (Long) each)
                            .sum();
            long small = told.values().stream().filter("<5"::equals).count();
            long withheld = told.values().stream().filter("withheld"::equals).count();
            var possible = new HashSet<Long>();
            for (long guess = 0; guess < 5; guess++) {
                long left = rest - guess;
                long least = withheld * 5;
                long most = withheld > 0 ? Long.MAX_VALUE : (small - 1) * 4;
                if (left >= least && left <= most) {
                    possible.add(guess);
                }
            }
            boolean allEmptyOrFull = rest - withheld * 5 == 0 || withheld == 0 && rest == small * 4;
            assertThat(possible.size() > 1 || allEmptyOrFull)
                    .as("rest %d", rest)
                    .isTrue();
        }
    }

    private static Map<String, Long> everywhere(long count) {
        var counts = new HashMap<String, Long>();
        ALL.forEach(each -> counts.put(each.code(), count));
        return counts;
    }
}
