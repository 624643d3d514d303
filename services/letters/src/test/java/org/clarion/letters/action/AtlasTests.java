package org.clarion.letters.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clarion.places.Constituencies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtlasTests {

    private final Atlas atlas = new Atlas(new Constituencies());

    @ParameterizedTest
    @CsvSource({
        "Scotland, GB-SCT",
        "northern ireland, GB-NIR",
        "gb-wls, GB-WLS",
        "France, FR",
        "fr, FR",
        "United Kingdom, GB",
        "Cote d’Ivoire, CI",
        "Atlantis,",
        "England and Wales,"
    })
    void countriesAreKnownAsPeopleCallThem(String typed, @Nullable String code) {
        assertThat(atlas.country(typed).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Aldershot, E14001063",
        "aldershot, E14001063",
        "e14001063, E14001063",
        "Ynys Mon, W07000112",
        "'Ayr, Carrick and Cumnock', S14000107",
        "S14000006, S14000107",
        "Nowhere South,"
    })
    void constituenciesAreKnownByNameAndByCodeAnEarlierOneToo(String typed, @Nullable String code) {
        assertThat(atlas.constituency(typed).orElse(null)).isEqualTo(code);
    }

    @Test
    void everyConstituencyIsFoundByItsName() {
        assertThat(new Constituencies().all())
                .hasSize(650)
                .allSatisfy(seat -> assertThat(atlas.constituency(seat.name())).hasValue(seat.code()));
    }

    @Test
    void codesAreShownAsNames() {
        assertThat(atlas.countryNames(List.of("GB-SCT", "FR"))).containsExactly("France", "Scotland");
        assertThat(atlas.constituencyNames(List.of("W07000112", "E14001063"))).containsExactly("Aldershot", "Ynys Môn");
    }
}
