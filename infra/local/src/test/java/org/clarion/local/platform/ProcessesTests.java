package org.clarion.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTests {

    @TempDir
    Path folder;

    private Home home;
    private Processes processes;

    @BeforeEach
    void prepare() {
        home = Home.of(folder, Map.of());
        home.prepare();
        processes = new Processes(home);
    }

    @AfterEach
    void stopAll() {
        processes.recorded().forEach(part -> processes.stop(part, Duration.ofSeconds(5)));
    }

    @Test
    void findsWhatItStartedByItsPidFile() throws Exception {
        var started = processes.start(part("idle", "sleep", "60"));

        assertThat(Files.readString(folder.resolve(".clarion/run/idle.pid")).strip())
                .isEqualTo(Long.toString(started.pid()));
        assertThat(new Processes(home).find("idle")).contains(started);
        // It begins as setsid and becomes the program in the same process.
        await().untilAsserted(() -> assertThat(started.info().command())
                .hasValueSatisfying(command -> assertThat(command).endsWith("sleep")));
    }

    @Test
    void keepsWhatItSaysInALogAndPassesTheEnvironment() {
        processes.start(new TestPart(
                "talker",
                List.of("sh", "-c", "echo $CLARION_WORD; echo on error >&2"),
                Map.of("CLARION_WORD", "hello")));

        await().untilAsserted(() ->
                assertThat(LogFile.lastLines(home.log("talker"), 10)).containsExactly("hello", "on error"));
    }

    @Test
    void noticesAKill() {
        var started = processes.start(part("idle", "sleep", "60"));
        started.destroyForcibly();

        await().untilAsserted(() -> assertThat(processes.find("idle")).isEmpty());
        assertThat(processes.recorded()).containsExactly("idle");
    }

    @Test
    void stopsGentlyFirst() {
        var started = processes.start(part("idle", "sleep", "60"));

        assertThat(processes.stop("idle", Duration.ofSeconds(5))).isTrue();
        awaitEnd(started);
        assertThat(processes.recorded()).isEmpty();
    }

    @Test
    void killsWhatDoesNotListen() {
        var started = processes.start(part("deaf", "sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.1; done"));
        await().untilAsserted(
                        () -> assertThat(LogFile.lastLines(home.log("deaf"), 1)).containsExactly("up"));

        assertThat(processes.stop("deaf", Duration.ofMillis(300))).isFalse();
        awaitEnd(started);
    }

    /** Java asks after its own children a moment later. */
    private static void awaitEnd(ProcessHandle process) {
        await().until(() -> !process.isAlive());
    }

    @Test
    void leavesAloneAProcessThatOnlyHasTheSameNumber() throws Exception {
        var stranger = processes.start(part("stranger", "sleep", "60"));
        var file = Files.copy(home.run().resolve("stranger.pid"), home.run().resolve("kafka.pid"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));

        assertThat(processes.find("kafka")).isEmpty();
        assertThat(processes.stop("kafka", Duration.ofSeconds(1))).isTrue();
        assertThat(stranger.isAlive()).isTrue();
    }

    private static Part part(String name, String... command) {
        return new TestPart(name, List.of(command), Map.of());
    }
}
