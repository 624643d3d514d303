package org.clarion.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Processes that outlive the launcher, found again by their pid files. */
public final class Processes {

    private static final long LARGEST_LOG = 64L * 1024 * 1024;
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(5);
    private static final boolean HAS_SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final Home home;

    Processes(Home home) {
        this.home = home;
    }

    /** Parts that have a pid file, alive or not. */
    public List<String> recorded() {
        if (!Files.isDirectory(home.run())) {
            return List.of();
        }
        try (var files = Files.list(home.run())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<ProcessHandle> find(String part) {
        var file = pidFile(part);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var written = Files.getLastModifiedTime(file).toInstant();
            // A number is used again in time; whoever began after the file was written is somebody else.
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(Processes::lives)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> start.isBefore(written.plus(CLOCK_SLACK)))
                            .orElse(true));
        } catch (IOException | NumberFormatException e) {
            throw new PlatformTrouble("%s cannot be read; delete it.".formatted(file), e);
        }
    }

    ProcessHandle start(Part part) {
        var launch = part.launch();
        var command = new ArrayList<String>();
        if (HAS_SETSID) {
            // A session of its own: Ctrl-C reaches the launcher only, which then stops all in order.
            command.add("/usr/bin/setsid");
        }
        command.addAll(launch.command());
        try {
            var log = home.log(part.name());
            turnOver(log);
            var builder = new ProcessBuilder(command)
                    .directory(home.state().toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(launch.environment());
            var process = builder.start().toHandle();
            Files.writeString(pidFile(part.name()), process.pid() + "\n");
            return process;
        } catch (IOException e) {
            throw new PlatformTrouble("%s could not be started: %s".formatted(part.name(), e.getMessage()), e);
        }
    }

    /** @return whether it went by itself, within the time given */
    boolean stop(String part, Duration patience) {
        var running = find(part);
        var inTime = running.map(process -> stop(process, patience)).orElse(true);
        try {
            Files.deleteIfExists(pidFile(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inTime;
    }

    private static boolean stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (ended(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        ended(process, Duration.ofSeconds(10));
        return false;
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (lives(process)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** A process that has ended counts as alive in Java until its parent asks after it, and in a container nobody may. */
    private static boolean lives(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException _) {
            return process.isAlive();
        }
    }

    private static void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path pidFile(String part) {
        return home.run().resolve(part + ".pid");
    }
}
