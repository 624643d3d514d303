package org.clarion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class RushTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private FakePlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform(folder);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void measuresWhatIsSettled() throws IOException {
        assertThat(rush(
                        "--clients",
                        "4",
                        "--seconds",
                        "1",
                        "--json",
                        folder.resolve("rush.json").toString()))
                .isZero();

        var figures = JsonMapper.shared().readTree(Files.readString(folder.resolve("rush.json")));
        assertThat(figures.at("/progress/accepted").asInt()).isPositive().isEqualTo(platform.signatures());
        assertThat(figures.at("/progress/settled").asInt()).isEqualTo(platform.signatures());
        assertThat(figures.at("/signing/p99Millis").asDouble()).isPositive();
        assertThat(figures.at("/parts/petitions/residentMegabytes").asInt()).isPositive();
        assertThat(out).asString().contains("4 clients for 1 s").contains("CPU per settled");
    }

    @Test
    void letsPeopleComeAtAGivenRate() {
        assertThat(rush("--rate", "50", "--seconds", "1")).isZero();

        assertThat(platform.signatures()).isEqualTo(50);
        assertThat(out).asString().contains("50 arrivals a second for 1 s");
    }

    @Test
    void leavesTheWarmUpOutOfTheFigures() {
        assertThat(rush("--rate", "30", "--seconds", "1", "--warm-up", "1")).isZero();

        assertThat(platform.signatures()).isEqualTo(60);
        assertThat(out).asString().containsPattern("Signatures before +30\\R").containsPattern("Settled +30 in");
    }

    @Test
    void failsWhenSignaturesNeverSettle() {
        platform.forgetsEvery = 10;

        assertThat(rush("--rate", "50", "--seconds", "1")).isEqualTo(1);

        assertThat(out).asString().containsPattern("Settled +45 in");
    }

    private int rush(String... arguments) {
        var writer = new PrintWriter(out, true);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--url", platform.url().toString(),
                "--campaigns", platform.url().toString(),
                "--home", folder.toString(),
                "--seed", "1",
                "--patience", "2"));
        return new CommandLine(new Rush()).setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
    }
}
