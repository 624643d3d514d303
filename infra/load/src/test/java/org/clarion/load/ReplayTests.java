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

class ReplayTests {

    private static final String COUNTS = """
            {"data": {"attributes": {
              "signatures_by_country": [{"code": "GB", "signature_count": 1000}, {"code": "FR", "signature_count": 80}],
              "signatures_by_constituency": [
                {"ons_code": "E14001172", "signature_count": 600}, {"ons_code": "N05000001", "signature_count": 300}]}}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private FakePlatform platform;
    private Path counts;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform(folder);
        counts = Files.writeString(folder.resolve("counts.json"), COUNTS);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void everyoneSignsOpensTheMailAndIsCounted() {
        assertThat(replay()).isZero();

        assertThat(platform.signatures()).isEqualTo(108);
        assertThat(platform.opened).hasValue(108);
        assertThat(out)
                .asString()
                .contains("108 signatures in 2 constituencies and 2 countries")
                .contains("2 constituencies and 2 countries compared: every one is exact");
    }

    @Test
    void comesBackWhenThePlatformIsBusyAndSignsOnceAllTheSame() {
        platform.busyEvery = 5;

        assertThat(replay()).isZero();

        assertThat(platform.signatures()).isEqualTo(108);
        assertThat(out).asString().doesNotContain("; 0 tries repeated").contains(" 0 mails twice");
    }

    @Test
    void failsAndNamesWhatDiffers() {
        platform.forgetsEvery = 100;

        assertThat(replay()).isEqualTo(1);

        assertThat(out)
                .asString()
                .containsPattern("(GB|FR): expected \\d+, counted \\d+ \\(-1\\)")
                .contains("differ");
    }

    @Test
    void saysThatThereIsNoSuchPetition() {
        assertThat(command("--petition", "unknown", "--counts", counts.toString()))
                .isEqualTo(1);

        assertThat(out).asString().contains("has no petition \"unknown\" to sign: it answers 404");
    }

    @Test
    void saysThatNothingRunsThere() {
        platform.close();

        assertThat(replay()).isEqualTo(1);

        assertThat(out).asString().contains("No platform answers at " + platform.url());
    }

    private int replay() {
        return command("--petition", "free-them", "--counts", counts.toString(), "--scale", "0.1", "--rate", "500");
    }

    private int command(String... arguments) {
        var writer = new PrintWriter(out, true);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--url", platform.url().toString(),
                "--campaigns", platform.url().toString(),
                "--home", folder.toString(),
                "--seed", "1",
                "--patience", "2"));
        return new CommandLine(new Replay()).setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
    }
}
