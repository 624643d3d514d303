package org.clarion.letters.representative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalutationTests {

    private static final List<String> TITLES = List.of("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Professor");
    private static final List<String> GIVEN =
            List.of("Ada", "Órla", "Al", "Van", "Jean-Luc", "Zoë", "Søren", "Mary-Anne");
    private static final List<String> SURNAMES = List.of(
            "Vale", "Oak-Reed", "MacIvor", "O’Dwyer", "Ní Dhálach", "van der Zee", "de Souza", "Grünwald", "Li");

    @ParameterizedTest
    @CsvSource({
        "Ms Ada Vale, Ms Vale",
        "Dr Ada Vale, Dr Vale",
        "Sir John Vale, Sir John",
        "Dame Ada Oak Reed, Dame Ada",
        "Ada Vale, Ada Vale",
        "Ada Mary Vale, Ada Mary Vale",
        "Mr John Singh Vale, Mr John Singh Vale",
        "Ms Noor van der Zee, Ms van der Zee",
        "Dr Al Vale, Dr Vale",
        "Mr Van Vale, Mr Vale",
        "Mr John D. Vale, Mr Vale",
        "Mr John D Vale, Mr Vale",
        "Ms Órla Ní Dhálach, Ms Ní Dhálach",
        "Rt Hon Ada Vale MP, Ada Vale",
        "Rt Hon Sir John Vale KC MP, Sir John",
        "The Rt Hon Dr Ada Vale MP, Dr Vale",
        "The Lord Vale of Kemble, Lord Vale",
        "Baroness Vale, Baroness Vale",
        "Professor Sir John Vale, Sir John",
        "Professor Lord Vale, Professor Lord Vale",
        "Rev Ada Vale, Rev Ada Vale",
        "Sir J. Vale, Sir J. Vale",
        "Mr Vale, Mr Vale",
        "Mr, Mr",
        "The Editor, Editor",
        "'Ms  Ada \u00a0 Vale', Ms Vale",
        "'Mr John Vale, OBE', Mr Vale",
        "MP, MP",
    })
    void aNameTellsHowALetterBegins(String name, String salutation) {
        assertThat(Salutation.of(name)).isEqualTo(salutation);
    }

    @Test
    void theFullTitleTellsATitleThatTheDisplayedNameLeavesOut() {
        assertThat(Salutation.of("John Vale", "Rt Hon Sir John Vale MP", null)).isEqualTo("Sir John");
        assertThat(Salutation.of("Ada Vale", "Rt Hon Ada Vale MP", null)).isEqualTo("Ada Vale");
        assertThat(Salutation.of("Ada Vale", "Dr Somebody Else MP", null)).isEqualTo("Ada Vale");
        assertThat(Salutation.of("Ms Ada Vale", "Rt Hon Ada Vale MP", null)).isEqualTo("Ms Vale");
    }

    @Test
    void aSurnameThatIsToldApartSettlesWhichOfTheNamesItIs() {
        assertThat(Salutation.of("Mr John Singh Vale", null, "Singh Vale")).isEqualTo("Mr Singh Vale");
        assertThat(Salutation.of("Mr John Singh Vale", null, "Vale")).isEqualTo("Mr Vale");
        assertThat(Salutation.of("Mr John Singh Vale", null, "Reed")).isEqualTo("Mr John Singh Vale");
        assertThat(Salutation.of("Sir John Singh Vale", null, "Singh Vale")).isEqualTo("Sir John");
    }

    /** Twenty thousand names of all sorts, always the same ones. */
    @Test
    void nobodyLosesPartOfTheirSurnameOrGetsATitleThatIsNotTheirs() {
        var random = new Random(20261128);
        for (int i = 0; i < 20_000; i++) {
            var title = random.nextInt(4) == 0 ? "" : pick(TITLES, random);
            var given = pick(GIVEN, random);
            var surname = pick(SURNAMES, random);
            var name = (title + " " + given + " " + surname).strip();
            var styled = (random.nextBoolean() ? "Rt Hon " : "") + name + (random.nextBoolean() ? " MP" : "");

            assertThat(Salutation.of(styled)).as(styled).isEqualTo(title.isEmpty() ? name : title + " " + surname);
            assertThat(Salutation.of(name, styled, surname)).as(styled).endsWith(surname);
        }
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
