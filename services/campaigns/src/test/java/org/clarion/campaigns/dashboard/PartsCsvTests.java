package org.clarion.campaigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clarion.campaigns.dashboard.Breakdown.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsCsvTests {

    @Test
    void everyPartIsALine() {
        var csv = PartsCsv.of(
                "constituency",
                List.of(
                        new Part("E14001530", "Stroud", "South West", 12),
                        new Part("W07000112", "Ynys Môn, \"Anglesey\"", "Wales", 1)));

        assertThat(csv)
                .isEqualTo("code,constituency,region,count\r\n"
                        + "E14001530,Stroud,South West,12\r\n"
                        + "W07000112,\"Ynys Môn, \"\"Anglesey\"\"\",Wales,1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void noCellBeginsLikeAFormula(String source) {
        var csv = PartsCsv.of("source", List.of(new Part(source, source, "", 1)));

        assertThat(csv.lines().skip(1).findFirst().orElseThrow().replace("\"", ""))
                .startsWith("'");
    }
}
