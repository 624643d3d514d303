package org.clarion.letters.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.letters.position.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {

    private static final Wording BASIC =
            new Wording(null, "Subject", "Dear {salutation},", "Body", List.of("Why?"), "Yours,");

    @Test
    void theSalutationIsFilledInWhereverItStands() {
        assertThat(BASIC.openingFor("Ms Vale")).isEqualTo("Dear Ms Vale,");
        var twice = new Wording(null, "S", "Dear {salutation}, yes {salutation}", "B", List.of(), "C");
        assertThat(twice.openingFor("$1 {salutation}")).isEqualTo("Dear $1 {salutation}, yes $1 {salutation}");
        assertThat(new Wording(null, "S", "To the Board", "B", List.of(), "C").openingFor("X"))
                .isEqualTo("To the Board");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear {name},",
                "Dear {Salutation},",
                "Dear { salutation },",
                "Dear {{salutation}},",
                "Dear {salutation,",
                "Dear salutation},",
                "Dear {},"
            })
    void whatCannotBeFilledInIsRefused(String opening) {
        assertThat(Placeholders.strangeIn(opening, Wording.SALUTATION)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording(null, "S", opening, "B", List.of(), "C"));
    }

    @Test
    void whatIsStrangeIsNamedAndNotAtLength() {
        assertThat(Placeholders.strangeIn("Dear {first name}, {x}", Wording.SALUTATION))
                .hasValue("{first name}");
        assertThat(Placeholders.strangeIn("{" + "x".repeat(500) + "}").orElseThrow())
                .hasSizeLessThan(50);
        assertThat(Placeholders.strangeIn("{salutation}")).hasValue("{salutation}");
        assertThat(Placeholders.strangeIn("Nothing (here) [or here]")).isEmpty();
    }

    static Stream<String> unsafe() {
        return Stream.of(
                "A\rB",
                "A\nBcc: x@example.org",
                "A\tB",
                "A\u0000",
                "A\u0085B",
                "A\u2028B",
                "A\u2029B",
                "A\u560aB",
                "A\u560dB",
                "A\u202eB",
                "A\u2066B",
                "A\ufeffB",
                "A\ud800B",
                "=?utf-8?q?Hidden?=",
                "Hi =?ISO-8859-1?B?QUJD?=");
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    void aSubjectThatAMailCouldBreakOnIsRefused(String subject) {
        assertThat(Subject.flawIn(subject)).hasValue(Subject.Flaw.UNSAFE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wording(null, subject, "Dear {salutation},", "B", List.of(), "C"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please support a 28-day limit",
                "Hawliau dynol yng Nghymru: pleidleisiwch",
                "Čeština, Ċentru, 人權, حقوق",
                "Is 2 =? 3",
                "Time’s up – 28 days “at most”"
            })
    void aSubjectInAnyScriptIsFine(String subject) {
        assertThat(Subject.flawIn(subject)).isEmpty();
    }

    @Test
    void aSubjectHasAnEndAndABeginning() {
        assertThat(Subject.flawIn(" \u00a0\u3000")).hasValue(Subject.Flaw.MISSING);
        assertThat(Subject.flawIn("")).hasValue(Subject.Flaw.MISSING);
        assertThat(Subject.flawIn("x".repeat(150))).isEmpty();
        assertThat(Subject.flawIn("x".repeat(151))).hasValue(Subject.Flaw.TOO_LONG);
    }

    @Test
    void aVariantChangesWhatItSaysAndNothingElse() {
        var id = UUID.randomUUID();
        var variant = new Variant(id, "V", anybody(), null, null, "Thank you", List.of(), null);
        assertThat(variant.over(BASIC))
                .isEqualTo(new Wording(id, "Subject", "Dear {salutation},", "Thank you", List.of("Why?"), "Yours,"));
        assertThat(variant.changes()).containsExactly("body");
        var whole = new Variant(id, "V", anybody(), "S2", "Hello {salutation}", "B2", List.of("How?"), "Bye");
        assertThat(whole.over(BASIC))
                .isEqualTo(new Wording(id, "S2", "Hello {salutation}", "B2", List.of("How?"), "Bye"));
        assertThat(whole.changes()).containsExactly("subject", "opening", "body", "prompts", "closing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # countries | parties | seats   | position | country | party         | seat      | position  | fits
                                |         |           |          | GB      | Labour        | E14001063 | SUPPORTS  | true
                    GB          |         |           |          | GB      | Labour        | E14001063 |           | true
                    GB-ENG      |         |           |          | GB      | Labour        | E14001063 |           | true
                    GB-SCT      |         |           |          | GB      | Labour        | E14001063 |           | false
                    GB-SCT      |         |           |          | GB      |               | S14000107 |           | true
                    GB-WLS      |         |           |          | GB      |               | W07000112 |           | true
                    GB-NIR      |         |           |          | GB      |               | N05000001 |           | true
                    GB-SCT;FR   |         |           |          | FR      |               |           |           | true
                    GB-ENG      |         |           |          | GB      |               |           |           | false
                    FR          |         |           |          | GB      |               |           |           | false
                                | Labour  |           |          | GB      | labour        | E14001063 |           | true
                                | Labour  |           |          | GB      | Labour Co-op  | E14001063 |           | false
                                | Labour  |           |          | GB      |               | E14001063 |           | false
                                | SNP;Lib |           |          | GB      | Lib           | E14001063 |           | true
                                |         | E14001063 |          | GB      |               | E14001063 |           | true
                                |         | E14001063 |          | GB      |               | E14001064 |           | false
                                |         | E14001063 |          | FR      |               |           |           | false
                                |         |           | SUPPORTS | GB      |               | E14001063 | SUPPORTS  | true
                                |         |           | SUPPORTS | GB      |               | E14001063 | OPPOSES   | false
                                |         |           | SUPPORTS | GB      |               | E14001063 |           | false
                    GB-SCT      | Labour  |           | SUPPORTS | GB      | Labour        | S14000107 | SUPPORTS  | true
                    GB-SCT      | Labour  |           | SUPPORTS | GB      | Labour        | S14000107 | UNDECIDED | false
                    GB-SCT      | Labour  |           | SUPPORTS | GB      | Green         | S14000107 | SUPPORTS  | false
                    GB-SCT      | Labour  |           | SUPPORTS | GB      | Labour        | E14001063 | SUPPORTS  | false
                    """)
    void whoFitsEveryPartIsIncluded(
            @Nullable String countries,
            @Nullable String parties,
            @Nullable String seats,
            @Nullable Position wanted,
            String country,
            @Nullable String party,
            @Nullable String seat,
            @Nullable Position position,
            boolean fits) {
        var readers =
                new Readership(all(countries), all(parties), all(seats), wanted == null ? Set.of() : Set.of(wanted));
        assertThat(readers.includes(new Reader(country, party, seat, position))).isEqualTo(fits);
        assertThat(readers.isEverybody())
                .isEqualTo(countries == null && parties == null && seats == null && wanted == null);
    }

    @Test
    void theFirstVariantThatFitsWins() {
        var scotland = variant("Scotland", new Readership(Set.of("GB-SCT"), Set.of(), Set.of(), Set.of()));
        var supports = variant("Supports", new Readership(Set.of(), Set.of(), Set.of(), Set.of(Position.SUPPORTS)));
        var text = SampleActions.draft().text().with(List.of(scotland, supports));
        assertThat(text.variantFor(new Reader("GB", null, "S14000107", Position.SUPPORTS)))
                .hasValue(scotland);
        assertThat(text.variantFor(new Reader("GB", null, "E14001063", Position.SUPPORTS)))
                .hasValue(supports);
        assertThat(text.variantFor(new Reader("GB", null, "E14001063", null))).isEmpty();
        assertThat(text.wordingFor(new Reader("GB", null, "E14001063", Position.SUPPORTS)))
                .isEqualTo(text.wording(supports.id()).orElseThrow());
        assertThat(text.wording(null)).hasValue(text.wording());
        assertThat(text.wording(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,8,18", "1001,8,18", "20,18,8", "20,8,8", "20,-1,8", "20,8,25"})
    void aPaceAtWhichNothingEverLeavesIsNone(int perHour, int from, int until) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pacing(perHour, from, until, false));
        assertThat(new Pacing(20, 0, 24, true).perHour()).isEqualTo(20);
    }

    @Test
    void aLetterGoesToSomebody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Addressing(false, null, Addressing.Choice.ALL));
    }

    private static Variant variant(String name, Readership readers) {
        return new Variant(UUID.randomUUID(), name, readers, null, null, name + " words", List.of(), null);
    }

    private static Set<String> all(@Nullable String several) {
        return several == null ? Set.of() : Set.of(several.split(";"));
    }

    private static Readership anybody() {
        return new Readership(Set.of(), Set.of(), Set.of(), Set.of());
    }
}
