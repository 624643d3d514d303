package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class FiguresTests {

    private final Figures figures = new Figures(Words.onClasspath().messageSource());

    FiguresTests() throws IOException {}

    @BeforeEach
    void readInEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 signatures", "1, 1 signature", "2, 2 signatures", "1204, '1,204 signatures'"})
    void numbersAreCountedInWords(long number, String words) {
        assertThat(figures.counted("sample.signatures", number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T14:32:00Z, 14:32, 31 January 2026, 2026-01-31T14:32",
        "2026-07-31T23:30:00Z, 00:30, 1 August 2026, 2026-08-01T00:30"
    })
    void timesAreLondonTimes(Instant at, String time, String day, String field) {
        assertThat(figures.time(at)).isEqualTo(time);
        assertThat(figures.day(at)).isEqualTo(day);
        assertThat(figures.dayAndTime(at)).isEqualTo(day + ", " + time);
        assertThat(FormFields.time(at)).isEqualTo(field);
        assertThat(Figures.instant(LocalDateTime.parse(field))).isEqualTo(at);
    }

    @Test
    void aNumberHasItsTime() {
        assertThat(figures.counted("sample.signatures", 1204, Instant.parse("2026-11-24T14:32:00Z")))
                .isEqualTo("1,204 signatures, 14:32");
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0%", "1, 100000, 1%", "99999, 100000, 99%", "5, 5, 100%", "7, 5, 100%", "0, 0, 0%", "3, 0, 0%"})
    void aPartIsNeverCalledNothingOrAll(long part, long whole, String share) {
        assertThat(figures.share(part, whole)).isEqualTo(share);
    }
}
