package org.clarion.load.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.clarion.load.Trouble;

/** Ends parts of the platform without warning, and starts them again as people would: {@code ./clarion restart}. */
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
        try {
            var said = Files.createTempFile("clarion-restart-", ".log");
            var ended = run(part, said);
            if (!ended) {
                throw new Trouble("%s was not started again:%n%s".formatted(part, Files.readString(said)));
            }
            Files.delete(said);
        } catch (IOException e) {
            throw new Trouble("%s cannot be run".formatted(address.launcher()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
    }

    private boolean run(String part, Path said) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(address.launcher().toAbsolutePath().toString(), "restart", part)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
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
