package org.clarion.letters.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {

    @ParameterizedTest
    @ValueSource(strings = {"name,country\nVale,GB\n", "Name;Country\r\nVale;GB", "NAME\tcountry\nVale\t GB \n"})
    void fieldsArePartedByWhateverPartsTheHeading(String text) {
        var rows = Sheet.read(text).rows();

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().text("name")).isEqualTo("Vale");
        assertThat(rows.getFirst().text("country")).isEqualTo("GB");
        assertThat(rows.getFirst().text("elsewhere")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        assertThat(Sheet.read("\ufeffname\nVale\n").has("name")).isTrue();
    }

    @Test
    void aLineBreakInsideQuotationMarksIsCounted() {
        var rows = Sheet.read("name,about\n\"Vale\",\"two\nlines\"\nReed,x\n").rows();

        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void whatIsWrongIsNamedByItsLine() {
        broken("", broken -> assertThat(broken).isEqualTo(said(1, "empty")));
        broken("name\n", broken -> assertThat(broken).isEqualTo(said(1, "empty")));
        broken("name,name\na,b\n", broken -> assertThat(broken).isEqualTo(said(1, "column-twice")));
        broken("name,country\nVale,GB\nReed\n", broken -> assertThat(broken).isEqualTo(said(3, "columns")));
        broken(
                "name,country\nVale,GB\n\"Reed,GB\n",
                broken -> assertThat(broken).isEqualTo(said(3, "unreadable")));
        broken("name\nVa\u0007le\n", broken -> assertThat(broken).isEqualTo(said(2, "control-characters")));
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedAtTheLineWhereItShows() {
        var latin = "name\nVale\nGrünwald\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Sheet.read(latin))
                .isInstanceOfSatisfying(
                        BrokenSheet.class, broken -> assertThat(words(broken)).isEqualTo(said(3, "not-utf-8")));
        assertThat(Sheet.read("name\nGrünwald\n".getBytes(StandardCharsets.UTF_8))
                        .rows())
                .hasSize(1);
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> Sheet.read("name\nVale\n").required("country"))
                .isInstanceOfSatisfying(
                        BrokenSheet.class,
                        broken -> assertThat(broken.getArguments()).containsExactly("1", "country"));
    }

    private static void broken(String text, Consumer<String> says) {
        assertThatThrownBy(() -> Sheet.read(text))
                .isInstanceOfSatisfying(BrokenSheet.class, broken -> says.accept(words(broken)));
    }

    private static String words(BrokenSheet broken) {
        return said(broken.line(), broken.getCodes()[0].substring("sheet.".length()));
    }

    private static String said(long line, String words) {
        return line + " " + words;
    }
}
