package org.clarion.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {

    @TempDir
    Path folder;

    @Test
    void showsTheEnd() throws Exception {
        var log = Files.writeString(
                folder.resolve("a.log"),
                IntStream.rangeClosed(1, 200_000)
                        .mapToObj(line -> "line " + line)
                        .collect(Collectors.joining("\n")));

        assertThat(LogFile.lastLines(log, 2)).containsExactly("line 199999", "line 200000");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(LogFile.lastLines(folder.resolve("none.log"), 5)).containsExactly("(there is no log yet)");
    }
}
