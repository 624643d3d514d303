package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTests {

    private static final List<Integer> SEATS =
            IntStream.rangeClosed(1, 130).boxed().toList();

    @Test
    void thePageInTheMiddleLeadsBothWays() {
        var page = Paging.of("2", "q=vale&page=2").of(SEATS);

        assertThat(page.rows()).hasSize(50).startsWith(51);
        assertThat(page.first()).isEqualTo(51);
        assertThat(page.last()).isEqualTo(100);
        assertThat(page.total()).isEqualTo(130);
        assertThat(page.before()).isEqualTo("?q=vale&page=1");
        assertThat(page.after()).isEqualTo("?q=vale&page=3");
    }

    @Test
    void whatFitsOnOnePageLeadsNowhere() {
        var page = Paging.of(null, null).of(SEATS.subList(0, 50));

        assertThat(page.rows()).hasSize(50);
        assertThat(page.before()).isNull();
        assertThat(page.after()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-3, 1", "two, 1", "'', 1", "4, 101", "99999999999, 101"})
    void anAddressThatLeadsNowhereShowsTheNearestPage(String wanted, long first) {
        assertThat(Paging.of(wanted, "page=" + wanted).of(SEATS).first()).isEqualTo(first);
    }

    @Test
    void anEmptyListHasOnePage() {
        var page = Paging.of("2", "page=2").of(List.of());

        assertThat(page.rows()).isEmpty();
        assertThat(page.before()).isNull();
        assertThat(page.after()).isNull();
    }

    @Test
    void whatIsReadPageByPageKnowsWhetherThereIsMore() {
        assertThat(read("1").after()).isEqualTo("?page=2");
        assertThat(read("3").rows()).hasSize(30);
        assertThat(read("3").after()).isNull();
        assertThat(read("3").total()).isNull();
    }

    private static Paged<Integer> read(String page) {
        return Paging.of(page, "page=" + page)
                .from((skip, most) -> SEATS.stream().skip(skip).limit(most).toList());
    }

    @Test
    void whatIsEncodedInTheAddressStaysSo() {
        assertThat(Paging.of("1", "q=Ynys%20M%C3%B4n%26&standing=").of(SEATS).after())
                .isEqualTo("?q=Ynys%20M%C3%B4n%26&standing=&page=2");
    }

    @Test
    void whatWasToBeSaidOnceIsNotSaidOnEveryPage() {
        assertThat(Paging.of("1", "state=held&tried=again")
                        .without("tried")
                        .of(SEATS)
                        .after())
                .isEqualTo("?state=held&page=2");
    }

    @Test
    void anAnswerGivenElsewhereNamesWhereTheListIs() {
        assertThat(Paging.first("/staff/mail/suppressions").of(SEATS).after())
                .isEqualTo("/staff/mail/suppressions?page=2");
    }
}
