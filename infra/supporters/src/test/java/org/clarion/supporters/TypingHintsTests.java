package org.clarion.supporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypingHintsTests {

    private final TypingHints hints = new TypingHints();

    @ParameterizedTest
    @CsvSource({
        "gmial.com, gmail.com",
        "gmal.com, gmail.com",
        "gmail.con, gmail.com",
        "gmail.co, gmail.com",
        "gmail.co.uk, gmail.com",
        "gamil.com, gmail.com",
        "hotmial.co.uk, hotmail.co.uk",
        "hotmail.cm, hotmail.com",
        "hotmai.com, hotmail.com",
        "yaho.co.uk, yahoo.co.uk",
        "yahoo.co.ukk, yahoo.co.uk",
        "btinternet.co.uk, btinternet.com",
        "btintermet.com, btinternet.com",
        "outlok.com, outlook.com",
        "virginmedia.co, virginmedia.com",
        "talktalk.com, talktalk.net",
        "iclould.com, icloud.com",
        "sky.con, sky.com",
        "googlemial.com, googlemail.com",
    })
    void asksAboutSlips(String typed, String meant) {
        assertThat(hints.suggestion(new EmailAddress("Jo.Bloggs@" + typed))).contains("Jo.Bloggs@" + meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "mail.com",
                "ymail.com",
                "email.com",
                "gmx.de",
                "hotmail.fr",
                "hotmail.it",
                "live.co.uk",
                "nhs.net",
                "example.org",
                "parliament.uk",
                "bucher.example",
                "spy.com",
                "me.org",
                "amnesty.org.uk",
                "ox.ac.uk"
            })
    void leavesOtherDomainsAlone(String domain) {
        assertThat(hints.suggestion(new EmailAddress("jo@" + domain))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, abcd, 1",
        "abc, xbc, 1",
        "kitten, sitting, 3"
    })
    void countsSlips(String a, String b, int slips) {
        assertThat(EditDistance.between(a, b)).isEqualTo(slips);
        assertThat(EditDistance.between(b, a)).isEqualTo(slips);
    }
}
