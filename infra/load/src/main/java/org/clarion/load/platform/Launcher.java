package org.clarion.load.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clarion.load.Trouble;

/** Ends parts of the platform without warning, and starts and stops them as people would: by {@code ./clarion}. */
public final class Launcher {

    private static final long LONGEST_START_SECONDS = 240;

    private final Address address;

    public Launcher(Address address) {
        this.address = address;
    }

    /** {@code kill -9}: the part does not get to say goodbye. */
    public void kill(String part) {
        var file = address.processes().resolve(part + ".pid");
        try {
            var pid = Long.parseLong(Files.readString(file).strip());
            var process = ProcessHandle.of(pid).orElseThrow(() -> new Trouble(part + " does not run"));
            process.destroyForcibly();
        } catch (IOException | NumberFormatException e) {
            throw new Trouble("%s cannot be killed: no process id in %s".formatted(part, file), e);
        }
    }

    /** Returns when the part is ready. */
    public void restart(String part) {
        run("restart", part);
    }

    /**
     * Starts a further instance of a service and returns when it is ready.
     *
     * @return the name of that part
     */
    public String start(String service, int port) {
        run("start", service, "--port", Integer.toString(port));
        return service + "-" + port;
    }

    /** Returns when the part has ended in good order. */
    public void stop(String part) {
        run("stop", part);
    }

    private void run(String... command) {
        try {
            var said = Files.createTempFile("clarion-", ".log");
            if (!isDone(said, command)) {
                throw new Trouble(
                        "clarion %s failed:%n%s".formatted(String.join(" ", command), Files.readString(said)));
            }
            Files.delete(said);
        } catch (IOException e) {
            throw new Trouble("%s cannot be run".formatted(address.launcher()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
    }

    private boolean isDone(Path said, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(
                        List.of(address.launcher().toAbsolutePath().toString())))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.command().addAll(List.of(command));
        builder.environment()
                .put("CLARION_HOME", address.home().toAbsolutePath().toString());
        builder.environment().put("CLARION_PORT_BASE", Integer.toString(address.portBase()));
        var launcher = builder.start();
        if (!launcher.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
            launcher.destroyForcibly();
            return false;
        }
        return launcher.exitValue() == 0;
    }
}
