package org.clarion.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesImportTests {

    private final Constituencies constituencies = new Constituencies();

    @TempDir
    private Path folder;

    private Path source;
    private Path table;

    @BeforeEach
    void name() {
        source = folder.resolve("source.csv");
        table = folder.resolve("data/places.table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postcode,constituency\nSW1A 0AA,E14001172",
                "SW1A0AA,E14001172",
                "postcode,pcon24cd\r\nSW1A0AA,E14001172\r\n",
                "\ufeffPostcode,Constituency\n\"sw1a 0aa\",\"E14001172\"\n",
                "constituency_code,name,postcode\nE14001172,\"Cities, two\nlines\",SW1A 0AA\n",
                "pcd,pcd2,pcds,dointr,doterm,oscty,pcon\nSW1A0AA,SW1A 0AA,SW1A 0AA,198001,,E999,E14001172\n",
                "pcd7,pcd8,pcds,dointr,doterm,cty25cd,pcon24cd\n\"SW1A0AA\",\"SW1A 0AA\",\"SW1A 0AA\",\"198001\",\"\",\"E9\",\"E14001172\"\n",
                "pcd,doterm,pcon18cd,pcon24cd\nSW1A0AA,,E14000639,E14001172\n",
            })
    void findsTheColumnsOfEveryRelease(String lines) throws IOException {
        var report = importOf(lines);

        assertThat(report.postcodes()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(1);
        assertThat(constituencyOf("SW1A 0AA")).isEqualTo("E14001172");
    }

    @Test
    void unpacksGzip() throws IOException {
        Files.write(source, packed("postcode,constituency\nSW1A 0AA,E14001172\n"));

        PlacesImport.run(source, table);

        assertThat(constituencyOf("SW1A 0AA")).isEqualTo("E14001172");
    }

    @Test
    void leavesOutWhatHasNoConstituencyAndNorthernIreland() throws IOException {
        var report = importOf("""
                postcode,constituency
                AB43 1AG,
                JE2 3AB,L99999999
                IM1 1AA,M99999999
                BT1 1AA,N05000001
                SW1A 0AA,E14001172
                """);

        assertThat(report.postcodes()).isEqualTo(1);
        assertThat(report.withoutConstituency()).isEqualTo(3);
        assertThat(report.northernIrish()).isEqualTo(1);
        assertThat(Places.from(table, constituencies).find("BT1 1AA")).isEmpty();
    }

    @Test
    void movesSupersededCodes() throws IOException {
        var report = importOf("KA7 1UB,S14000006\n");

        assertThat(report.superseded()).isEqualTo(1);
        assertThat(constituencyOf("KA7 1UB")).isEqualTo("S14000107");
    }

    @Test
    void keepsTerminatedPostcodesUnlessTheyAreInUseAgain() throws IOException {
        var report = importOf("""
                pcds,doterm,pcon24cd
                AB10 1AA,199612,S14000061
                SW1A 0AA,200001,E14001063
                SW1A 0AA,,E14001172
                """);

        assertThat(report.terminated()).isEqualTo(2);
        assertThat(report.postcodes()).isEqualTo(2);
        assertThat(constituencyOf("AB10 1AA")).isEqualTo("S14000061");
        assertThat(constituencyOf("SW1A 0AA")).isEqualTo("E14001172");
    }

    @Test
    void theSameLineTwiceIsHarmless() throws IOException {
        assertThat(importOf("SW1A0AA,E14001172\nSW1A 0AA,E14001172\n").postcodes())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                         | line 1: the file is empty",
                "name,constituency\\nA,E14001172                            | line 1: no postcode column",
                "postcode,name\\nSW1A 0AA,A                                 | line 1: no constituency column",
                "postcode,constituency\\n                                   | line 1: the file ends",
                "postcode,constituency\\nAB43 1AG,                          | line 2: the file ends",
                "postcode,constituency\\nSW1A 0AA,E14001172\\nRUBBISH,E14001172 | line 3: \"RUBBISH\" is not a postcode",
                "postcode,constituency\\nSW1A 0AA,E14000639                 | line 2: \"E14000639\" is not a constituency",
                "postcode,constituency\\nSW1A 0AA,Westminster               | line 2: \"Westminster\" is not a constituency",
                "postcode,constituency\\nSW1A 0AA,E14001172\\n\\nSW1A 0AB  | line 4: 1 columns instead of 2",
                "postcode,constituency\\nSW1A 0AA,E14001172,x              | line 2: 3 columns instead of 2",
                "SW1A 0AA,E14001172\\nM1 1AA,E14001063\\nSW1A0AA,E14001063 | line 3: \"SW1A0AA\" is in another constituency than on line 1",
                "SW1A 0AA,E14001172\\n\"M1 1AA,E14001063\\nM1 1AB,E14001063 | line 2: cannot be read",
            })
    void aBrokenFileChangesNothingAndNamesTheLine(String lines, String message) throws IOException {
        importOf("AB10 1AB,S14000061\n");
        var before = Files.readAllBytes(table);

        assertThatThrownBy(() -> importOf(lines.replace("\\n", "\n")))
                .isInstanceOf(BrokenSource.class)
                .hasMessageStartingWith(message);

        assertThat(Files.readAllBytes(table)).isEqualTo(before);
        try (var files = Files.list(table.getParent())) {
            assertThat(files).containsExactly(table);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 15, 40, 5_000})
    void aPackedFileCutShortChangesNothing(int length) throws IOException {
        importOf("AB10 1AB,S14000061\n");
        var lines = new StringBuilder("postcode,constituency\n");
        PostcodeTests.seeded().distinct().forEach(p -> lines.append(p.value()).append(",E14001172\n"));
        var whole = packed(lines.toString());
        Files.write(source, Arrays.copyOf(whole, Math.min(length, whole.length - 9)));

        assertThatThrownBy(() -> PlacesImport.run(source, table))
                .isInstanceOf(BrokenSource.class)
                .hasMessageContaining("cut short or damaged");

        assertThat(constituencyOf("AB10 1AB")).isEqualTo("S14000061");
    }

    @Test
    void saysInASentenceWhatItDid() throws IOException {
        assertThat(importOf("SW1A 0AA,E14001172\n")).asString().startsWith("1 postcodes in 1 constituencies (");
    }

    private ImportReport importOf(String lines) throws IOException {
        return PlacesImport.run(Files.writeString(source, lines), table);
    }

    private String constituencyOf(String postcode) {
        return Places.from(table, constituencies)
                .find(postcode)
                .orElseThrow()
                .constituency()
                .code();
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
