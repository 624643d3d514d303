package org.clarion.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstituenciesTests {

    private final Constituencies constituencies = new Constituencies();

    @Test
    void areSixHundredAndFifty() {
        var byNation = constituencies.all().stream()
                .collect(Collectors.groupingBy(Constituency::nation, Collectors.counting()));

        assertThat(byNation)
                .containsOnlyKeys("England", "Scotland", "Wales", "Northern Ireland")
                .containsEntry("England", 543L)
                .containsEntry("Scotland", 57L)
                .containsEntry("Wales", 32L)
                .containsEntry("Northern Ireland", 18L);
        assertThat(constituencies.all()).extracting(Constituency::code).doesNotHaveDuplicates();
    }

    @Test
    void haveAPlaceOfTheirOwnOnTheHexMap() {
        assertThat(constituencies.all())
                .extracting(c -> List.of(c.hexQ(), c.hexR()))
                .doesNotHaveDuplicates();
    }

    @Test
    void areSortedAsAReaderExpects() {
        var names = constituencies.all().stream().map(Constituency::name).toList();

        assertThat(names).startsWith("Aberafan Maesteg").endsWith("York Outer");
        assertThat(names.indexOf("Ynys Môn")).isLessThan(names.indexOf("York Central"));
    }

    @ParameterizedTest
    @CsvSource({
        "S14000006, S14000107, 'Ayr, Carrick and Cumnock'",
        "S14000008, S14000108, 'Berwickshire, Roxburgh and Selkirk'",
        "S14000010, S14000109, Central Ayrshire",
        "S14000040, S14000110, Kilmarnock and Loudoun",
        "S14000058, S14000111, West Aberdeenshire and Kincardine",
        "E14001172, E14001172, Cities of London and Westminster",
    })
    void areFoundByCodeAndBySupersededCode(String code, String now, String name) {
        var found = constituencies.byCode(code).orElseThrow();

        assertThat(found.code()).isEqualTo(now);
        assertThat(found.name()).isEqualTo(name);
    }

    @Test
    void othersAreNotFound() {
        assertThat(constituencies.byCode("E14000530")).isEmpty();
        assertThat(constituencies.byCode("")).isEmpty();
    }

    @Test
    void countriesAreNamedInTheReadersLanguage() {
        assertThat(Countries.in(Locale.UK))
                .contains(new Country("GB", "United Kingdom"), new Country("XK", "Kosovo"), new Country("FR", "France"))
                .hasSizeGreaterThan(240);
        assertThat(Countries.in(Locale.FRENCH)).contains(new Country("GB", "Royaume-Uni"));
        assertThat(Countries.isKnown("GB")).isTrue();
        assertThat(Countries.isKnown("UK")).isFalse();
    }
}
