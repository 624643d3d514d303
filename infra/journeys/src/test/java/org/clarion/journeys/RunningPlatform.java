package org.clarion.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole platform, started by its own launcher as {@code ./clarion up --detach} does, with state and ports of its own.
 * Where {@code CLARION_JOURNEYS_HOME} and {@code CLARION_JOURNEYS_PORT_BASE} name one that runs, it is used and kept.
 */
final class RunningPlatform implements AutoCloseable {

    static final String STAFF = "campaigner@example.org";

    private static final int FIRST_BASE = 8900;
    private static final int PORTS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home;
    private final int base;
    private final Mailbox mails;
    private final boolean ours;

    private RunningPlatform(Path home, int base, boolean ours) {
        this.home = home;
        this.base = base;
        this.ours = ours;
        this.mails = new Mailbox(home.resolve("mail"));
    }

    /** A fresh platform with nothing but the demonstration content, or the one that somebody keeps running for this. */
    static RunningPlatform start() {
        var kept = System.getenv("CLARION_JOURNEYS_HOME");
        if (kept != null) {
            var base = Integer.parseInt(System.getenv("CLARION_JOURNEYS_PORT_BASE"));
            return new RunningPlatform(Path.of(kept).toAbsolutePath(), base, false);
        }
        var home = Path.of("target/platform").toAbsolutePath();
        new RunningPlatform(home, FIRST_BASE, true).clarion("reset", "--yes");
        var platform = new RunningPlatform(home, freeBase(), true);
        platform.clarion("up", "--detach");
        return platform;
    }

    URI url(String path) {
        return URI.create("http://localhost:" + base + path);
    }

    /** An address of a part that the gateway does not show. */
    URI inside(int offset, String path) {
        return URI.create("http://127.0.0.1:" + (base + offset) + path);
    }

    int port(int offset) {
        return base + offset;
    }

    Mailbox mails() {
        return mails;
    }

    String staffLink() {
        return clarion("staff-link", STAFF)
                .lines()
                .filter(line -> line.startsWith("http"))
                .toList()
                .getLast();
    }

    /** {@code kill -9}: no part gets to say goodbye. */
    void kill(String part) {
        try {
            var pid = Long.parseLong(
                    Files.readString(home.resolve("run").resolve(part + ".pid")).strip());
            var process = ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(part + " does not run"));
            assertThat(process.destroyForcibly()).as("%s can be killed", part).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restart(String part) {
        clarion("restart", part);
    }

    /** Runs one command of the launcher and gives what it printed. */
    String clarion(String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dclarion.sources=" + House.ROOT,
                "-cp",
                launcher(),
                "org.clarion.local.Clarion"));
        command.addAll(List.of(words));
        try {
            Files.createDirectories(home);
            var output = Files.createTempFile(home, "launcher-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("CLARION_HOME", home.toString());
            builder.environment().put("CLARION_PORT_BASE", Integer.toString(base));
            builder.environment().remove("CLARION_PUBLIC_URL");
            var process = builder.start();
            var ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            var said = Files.readString(output);
            assertThat(ended && process.exitValue() == 0)
                    .as("clarion %s%n%s", String.join(" ", words), said)
                    .isTrue();
            Files.delete(output);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (ours) {
            clarion("down");
        }
    }

    private static String launcher() {
        var target = House.ROOT.resolve("infra/local/target");
        try (var jars = Files.list(target)) {
            var own = jars.filter(jar -> jar.getFileName().toString().matches("local-[\\d.]+\\.jar"))
                    .findFirst();
            return Stream.of(own.orElseThrow(), target.resolve("lib/*"))
                    .map(Path::toString)
                    .reduce((one, other) -> one + File.pathSeparator + other)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("infra/local is not built: run this with -am", e);
        }
    }

    private static int freeBase() {
        return IntStream.iterate(FIRST_BASE, base -> base < 60_000, base -> base + 100)
                .filter(RunningPlatform::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int base) {
        return IntStream.range(base, base + PORTS).allMatch(port -> {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.isBound();
            } catch (IOException _) {
                return false;
            }
        });
    }
}
