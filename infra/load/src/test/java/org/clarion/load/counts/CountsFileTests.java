package org.clarion.load.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.clarion.load.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsFileTests {

    private static final String JSON = """
            {"data": {"attributes": {"signature_count": 18,
              "signatures_by_country": [
                {"name": "United Kingdom", "code": "GB", "signature_count": 12},
                {"name": "British Antarctic Territory", "code": "BAT", "signature_count": 2},
                {"name": "Antarctica", "code": "AQ", "signature_count": 1},
                {"name": "Kosovo", "code": "XK", "signature_count": 3}],
              "signatures_by_constituency": [
                {"name": "Aldershot", "ons_code": "E14001063", "signature_count": 4},
                {"name": "Ayr, Carrick and Cumnock", "ons_code": "S14000006", "signature_count": 5}]}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsWhatParliamentPublishes() throws IOException {
        var counts = CountsFile.read(file(JSON));

        assertThat(counts.constituencies()).isEqualTo(Map.of("E14001063", 4L, "S14000107", 5L));
        assertThat(counts.countries()).isEqualTo(Map.of("GB", 12L, "AQ", 3L, "XK", 3L));
        assertThat(counts.withoutConstituency()).isEqualTo(3);
        assertThat(counts.total()).isEqualTo(18);
    }

    @Test
    void readsTheLastLineWithFigures() throws IOException {
        var counts = CountsFile.read(file("""
                snapshot_utc,total_uk_constituencies,E14001063,W07000112
                2024-11-24T20:57:31Z,30,10,20
                2024-11-24T21:57:31Z,33,11,22
                2024-11-24T22:57:31Z,,,
                """));

        assertThat(counts.constituencies()).isEqualTo(Map.of("E14001063", 11L, "W07000112", 22L));
        assertThat(counts.countries()).isEqualTo(Map.of("GB", 33L));
    }

    @Test
    void unpacksGzip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(JSON.getBytes());
        }

        assertThat(CountsFile.read(Files.write(folder.resolve("counts.gz"), packed.toByteArray()))
                        .total())
                .isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'snapshot,E14000530\n1,2\n' | E14000530, which is no constituency of the 2024 boundaries",
                "'snapshot,E14001063\n'      | holds no counts",
                "'{\"data\":{}}'             | cannot be read",
                "'{'                         | cannot be read",
                "''                          | holds no counts",
                "'snapshot,E14001063\n1,x\n' | cannot be read",
                "'{\"data\":{\"attributes\":{\"signatures_by_constituency\":[],\"signatures_by_country\":[{\"code\":\"ZZ\",\"signature_count\":1}]}}}' | ZZ, which is no country",
            })
    void saysWhyAFileCannotBeUsed(String content, String reason) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> CountsFile.read(file))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(reason);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("counts"), content);
    }
}
