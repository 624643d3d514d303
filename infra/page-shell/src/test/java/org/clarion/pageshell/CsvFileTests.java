package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvFileTests {

    @Test
    void everyRowIsALine() {
        var file = new CsvFile("seats", "code", "constituency", "count")
                .row("E14001530", "Stroud", "12")
                .row("W07000112", "Ynys Môn, \"Anglesey\"", "1");

        assertThat(file.text())
                .isEqualTo("code,constituency,count\r\n"
                        + "E14001530,Stroud,12\r\n"
                        + "W07000112,\"Ynys Môn, \"\"Anglesey\"\"\",1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void noCellBeginsLikeAFormula(String cell) {
        var csv = new CsvFile("sources", "source").row(cell).text();

        assertThat(csv.lines().skip(1).findFirst().orElseThrow().replace("\"", ""))
                .startsWith("'");
    }

    @Test
    void noHeadingDoesEither() {
        assertThat(new CsvFile("answers", "=1+1").text()).startsWith("'=1+1");
    }

    @Test
    void aLongFileIsSentRowByRow() throws IOException {
        var response = new MockHttpServletResponse();
        CsvFile.send("updates", List.of("email", "name"), Stream.of(List.of("ann@example.org", "=1+1")), response);

        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"updates.csv\"");
        assertThat(response.getContentAsString()).isEqualTo("email,name\r\nann@example.org,'=1+1\r\n");
    }

    @Test
    void aFileThatFailsIsNotEndedAsIfItWereWhole() {
        var response = new MockHttpServletResponse();
        var rows = Stream.of("ann@example.org", "").map(each -> List.of(each.substring(1)));

        assertThatThrownBy(() -> CsvFile.send("updates", List.of("email"), rows, response))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(response.isCommitted()).isFalse();
    }

    @Test
    void itIsSavedUnderItsName() {
        var answer = new CsvFile("keep-the-act-seats", "code").row("E14001530").download();

        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"keep-the-act-seats.csv\"");
        assertThat(answer.getBody()).endsWith("E14001530\r\n");
    }
}
