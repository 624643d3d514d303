package org.clarion.load.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountsTests {

    @Test
    void scalesByLargestRemainder() {
        var counts = Counts.of(Map.of("A", 33L, "B", 33L, "C", 34L), Map.of("GB", 100L, "FR", 49L));

        var tenth = counts.scaled(0.1);

        assertThat(tenth.constituencies())
                .containsEntry("A", 3L)
                .containsEntry("B", 3L)
                .containsEntry("C", 4L);
        assertThat(tenth.countries()).containsEntry("GB", 10L).containsEntry("FR", 5L);
    }

    @Test
    void breaksTiesByCode() {
        assertThat(Counts.of(Map.of("B", 1L, "A", 1L), Map.of("GB", 2L))
                        .scaled(0.5)
                        .constituencies())
                .isEqualTo(new TreeMap<>(Map.of("A", 1L, "B", 0L)));
    }

    @Test
    void knowsWhoHasNoConstituency() {
        assertThat(Counts.of(Map.of("A", 7L), Map.of("GB", 10L, "FR", 3L)).withoutConstituency())
                .isEqualTo(3);
    }

    @Test
    void theCountryNeverFallsBelowItsConstituencies() {
        var scaled = Counts.of(Map.of("A", 10L), Map.of("GB", 10L, "FR", 5L, "DE", 5L))
                .scaled(0.05);

        assertThat(scaled.constituencies()).containsEntry("A", 1L);
        assertThat(scaled.countries().get("GB")).isEqualTo(1);
        assertThat(scaled.withoutConstituency()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void everyShareIsRoundedAndTheirSumIsTheRoundedSum(TreeMap<String, Long> counts, double factor) {
        var scaled = LargestRemainder.scale(counts, factor);

        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        assertThat(scaled.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(Math.round(sum * factor));
        counts.forEach((key, count) ->
                assertThat(scaled.get(key)).isBetween((long) (count * factor), (long) (count * factor) + 1));
    }

    static Stream<Object[]> seeded() {
        var random = new Random(700143);
        return Stream.generate(() -> {
                    var counts = new TreeMap<String, Long>();
                    for (int i = 0; i < 1 + random.nextInt(650); i++) {
                        counts.put("E%08d".formatted(i), (long) random.nextInt(5_000));
                    }
                    return new Object[] {counts, random.nextInt(1, 100) / 100.0};
                })
                .limit(100);
    }

    @Test
    void comparesWhatHasBeenAddedSinceTheStart() {
        var before = Counts.of(Map.of("A", 5L), Map.of("GB", 5L));
        var after = Counts.of(Map.of("A", 8L), Map.of("GB", 9L, "FR", 2L));

        assertThat(Comparison.of(Counts.of(Map.of("A", 3L), Map.of("GB", 4L, "FR", 2L)), before, after)
                        .isExact())
                .isTrue();
    }

    @Test
    void namesEveryDifference() {
        var expected = Counts.of(Map.of("A", 3L, "B", 1L), Map.of("GB", 4L));
        var counted = Counts.of(Map.of("A", 2L, "C", 1L), Map.of("GB", 4L, "FR", 1L));

        var comparison = Comparison.of(expected, Counts.of(Map.of(), Map.of()), counted);

        assertThat(comparison.isExact()).isFalse();
        assertThat(comparison.differences())
                .extracting(Comparison.Difference::where)
                .containsExactly("A", "B", "C", "FR");
        assertThat(comparison.differences().getFirst()).hasToString("A: expected 3, counted 2 (-1)");
    }
}
