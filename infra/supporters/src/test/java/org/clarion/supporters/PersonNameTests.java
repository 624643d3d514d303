package org.clarion.supporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.clarion.supporters.PersonName.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jo",
                "Dr Jo Bloggs-O'Neill",
                "J.R. Bloggs",
                "J.R.Bloggs",
                "Jo St.John",
                "Siân Glyndŵr",
                "Nguyễn Thị Ánh",
                "李小龍",
                "محمد بن سلمان",
                "علی\u200cرضا",
                "Zoë 🌍",
                "Jo Bloggs, MBE",
                "Sister Mary-Jo (retired)"
            })
    void acceptsNames(String name) {
        assertThat(PersonName.flawIn(name)).isEmpty();
        assertThat(new PersonName(name).value()).isEqualTo(name);
    }

    static Object[][] flawed() {
        return new Object[][] {
            {"", Flaw.MISSING},
            {"  ", Flaw.MISSING},
            {"\u00a0", Flaw.MISSING},
            {"12345", Flaw.MISSING},
            {"…", Flaw.MISSING},
            {"x".repeat(101), Flaw.TOO_LONG},
            {"Jo\nBloggs", Flaw.CONTROL_CHARACTERS},
            {"Jo\r\nBcc: sam", Flaw.CONTROL_CHARACTERS},
            {"Jo\u0000", Flaw.CONTROL_CHARACTERS},
            {"\tJo", Flaw.CONTROL_CHARACTERS},
            {"Jo\u2028Bloggs", Flaw.CONTROL_CHARACTERS},
            {"Jo \u202esggolB", Flaw.CONTROL_CHARACTERS},
            {"Jo\ud800", Flaw.CONTROL_CHARACTERS},
            {"=HYPERLINK(1)", Flaw.LEADING_SIGN},
            {"+Jo", Flaw.LEADING_SIGN},
            {"-Jo", Flaw.LEADING_SIGN},
            {" @Jo", Flaw.LEADING_SIGN},
            {"＝Jo", Flaw.LEADING_SIGN},
            {"=1+1", Flaw.LEADING_SIGN},
            {"https://example.org", Flaw.LINK},
            {"Win at www.example.org", Flaw.LINK},
            {"Jo example.org", Flaw.LINK},
            {"Jo EXAMPLE.COM/x", Flaw.LINK},
            {"jo@example.org", Flaw.LINK},
            {"ftp://jo", Flaw.LINK},
        };
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void namesTheFlaw(String name, Flaw flaw) {
        assertThat(PersonName.flawIn(name)).contains(flaw);
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(name));
    }

    @Test
    void composesAccentsAndTidiesSpaces() {
        assertThat(new PersonName("  Zoe\u0308 \u00a0 Bloggs ").value()).isEqualTo("Zo\u00eb Bloggs");
        assertThat(PersonName.flawIn(null)).contains(Flaw.MISSING);
    }

    @Test
    void accentsDoNotCountTowardsTheLength() {
        assertThat(new PersonName("e\u0301".repeat(100)).value()).hasSize(100);
    }
}
