package org.clarion.supporters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, direct",
                "'', direct",
                "'   ', direct",
                "Facebook, facebook",
                "News Letter / May, news-letter-may",
                "Zürich, zurich",
                "t.co, t.co",
                "--x--, x",
                "?!, other",
                "李, other",
                "jo.bloggs@example.org, other",
                "'=cmd|x', cmd-x",
            })
    void becomesAShortPlainWord(String given, String expected) {
        assertThat(Source.of(given)).isEqualTo(new Source(expected));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "newsletter, email, may, https://t.co/x, newsletter",
                "null, email, may, https://t.co/x, email",
                "'', '', may, https://t.co/x, may",
                "null, null, null, https://www.BBC.co.uk/news?id=1, bbc.co.uk",
                "null, null, null, https://Clarion.example.org/petitions, direct",
                "null, null, null, not a url, direct",
                "null, null, null, about:blank, direct",
                "null, null, null, null, direct",
            })
    void takesTheFirstThatSaysSomething(
            String source, String medium, String campaign, String referrer, String expected) {
        assertThat(Source.from(source, medium, campaign, referrer, "clarion.example.org"))
                .isEqualTo(new Source(expected));
    }

    @ParameterizedTest
    @MethodSource("seededNoise")
    void noiseIsTamed(String noise) {
        assertThat(Source.of(noise).value()).matches("[a-z0-9][a-z0-9._-]{0,59}");
    }

    static Stream<String> seededNoise() {
        var random = new Random(751472);
        return Stream.generate(() -> random.ints(random.nextInt(200), 0, 0x3000)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .limit(200);
    }
}
