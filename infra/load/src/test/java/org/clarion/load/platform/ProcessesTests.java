package org.clarion.load.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.clarion.load.platform.Processes.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTests {

    @TempDir
    private Path folder;

    @Test
    void readsProcessorTimeAndMemoryOfEveryPart() throws IOException {
        process("mongodb", 41, "41 (mongod (x) y) S 1 41 41 0 -1 4194560 1 0 0 0 1234 66 0 0 20 0 1 0 5 6 7");
        process("kafka", 42, "42 (java) S 1 42 42 0 -1 4194560 1 0 0 0 1 0 0 0 20 0 1 0 5 6 7");
        Files.writeString(folder.resolve("gone.pid"), "43\n");

        assertThat(new Processes(folder, folder).now())
                .isEqualTo(Map.of("mongodb", new Usage(13_000, 2_048), "kafka", new Usage(10, 2_048)));
    }

    @Test
    void readsRealProcesses() throws IOException {
        Files.writeString(
                folder.resolve("self.pid"),
                Long.toString(ProcessHandle.current().pid()));

        assertThat(new Processes(folder).now().get("self"))
                .satisfies(usage -> assertThat(usage.residentBytes()).isGreaterThan(10_000_000));
    }

    @Test
    void isEmptyWhereNothingRuns() {
        assertThat(new Processes(folder.resolve("none")).now()).isEmpty();
    }

    private void process(String name, int pid, String stat) throws IOException {
        Files.writeString(folder.resolve(name + ".pid"), pid + "\n");
        Files.createDirectories(folder.resolve(Integer.toString(pid)));
        Files.writeString(folder.resolve(pid + "/stat"), stat);
        Files.writeString(folder.resolve(pid + "/status"), "Name:\tx\nVmRSS:\t       2 kB\nThreads:\t1\n");
    }
}
