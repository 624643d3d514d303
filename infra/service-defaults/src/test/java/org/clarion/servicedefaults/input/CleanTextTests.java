package org.clarion.servicedefaults.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "line\r\nline\ttab", "مرحبا", "😀", "a\u0301", "\uFFFD", "\u200F"})
    void textThatPeopleTypeIsAccepted(String text) {
        assertThat(CleanText.accepts(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("brokenText")
    void controlCharactersAndHalvesAreNot(String text) {
        assertThat(CleanText.accepts(text)).isFalse();
    }

    static Stream<String> brokenText() {
        return Stream.of(
                "\0", "a\u0001", "\u001B[31m", "\u007F", "\u0085", "\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db");
    }

    @Test
    void aTextIsAcceptedExactlyWhenAllItsCodePointsAre() {
        var random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(6), 0, 0x1_0FFFF)
                    .map(point -> random.nextInt(4) == 0 ? point % 0xA0 : point)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var expected = text.codePoints()
                    .allMatch(point -> (!Character.isISOControl(point) || "\r\n\t".indexOf(point) >= 0)
                            && !(point >= 0xD800 && point <= 0xDFFF));
            assertThat(CleanText.accepts(text)).as(text).isEqualTo(expected);
        }
    }
}
