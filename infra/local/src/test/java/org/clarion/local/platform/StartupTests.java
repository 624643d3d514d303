package org.clarion.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clarion.backends.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTests {

    @TempDir
    Path folder;

    private final List<String> progress = new CopyOnWriteArrayList<>();
    private Platform platform;
    private Startup startup;

    @BeforeEach
    void prepare() {
        platform = Platform.of(folder, Map.of());
        startup = new Startup(platform, progress::add);
    }

    @AfterEach
    void stopAll() {
        new Shutdown(platform, progress::add).stop(platform.processes().recorded());
    }

    @Test
    void startsWhatDoesNotRunAndLeavesTheRest() {
        var first = part("first", "sleep", "60");
        startup.start(List.of(first));
        var pid = platform.processes().find("first").orElseThrow().pid();

        startup.start(List.of(first, part("second", "sleep", "60"), part("third", "sleep", "60")));

        assertThat(platform.processes().find("first").orElseThrow().pid()).isEqualTo(pid);
        assertThat(platform.processes().recorded()).containsExactly("first", "second", "third");
        assertThat(progress).anyMatch(line -> line.startsWith("first") && line.contains("ran already"));
    }

    @Test
    void namesThePartThatFailedWithTheEndOfItsLog() {
        var part =
                new TestPart("broken", List.of("sh", "-c", "echo no key; exit 3"), Map.of(), List.of(Ports.orFree(0)));

        assertThatExceptionOfType(PlatformTrouble.class)
                .isThrownBy(() -> startup.start(List.of(part("fine", "sleep", "60"), part)))
                .withMessageContaining("broken stopped by itself")
                .withMessageContaining("no key");
        assertThat(startup.started()).contains("fine", "broken");
    }

    @Test
    void startsNothingWhereAPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var part = new TestPart("late", List.of("sleep", "60"), Map.of(), List.of(taken.getLocalPort()));

            assertThatExceptionOfType(PlatformTrouble.class)
                    .isThrownBy(() -> startup.start(List.of(part("fine", "sleep", "60"), part)))
                    .withMessageContaining("Port %d is taken, and late needs it", taken.getLocalPort())
                    .withMessageContaining("CLARION_PORT_BASE");
            assertThat(platform.processes().recorded()).isEmpty();
        }
    }

    @Test
    void beginsNothingOnceCancelled() {
        startup.cancel();
        startup.start(List.of(part("late", "sleep", "60")));

        assertThat(platform.processes().recorded()).isEmpty();
    }

    private static Part part(String name, String... command) {
        return new TestPart(name, List.of(command), Map.of());
    }
}
