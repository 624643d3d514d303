package org.clarion.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real, standalone {@code mongod} as a process of its own, on loopback. */
public final class MongoServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double CACHE_GIGABYTES = 0.25;

    private final Process process;
    private final int port;
    private final Thread atExit = new Thread(this::end, "stop-mongod");

    private MongoServer(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param data folder of the data, made where it is missing; the log lies in it
     * @param port 0 for a free one
     */
    public static MongoServer start(Path data, int port) {
        var chosen = Ports.orFree(port);
        Ports.claim("MongoDB", chosen);
        var log = data.resolve("mongod.log");
        try {
            var command = command(data, chosen, CACHE_GIGABYTES);
            var server = new MongoServer(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start(),
                    chosen);
            server.awaitReady(log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command line that serves a folder, which is made where it is missing; for whoever runs the process otherwise.
     *
     * @param cacheGigabytes upper bound of the store's cache in GiB; reached only when there is as much data
     */
    public static List<String> command(Path data, int port, double cacheGigabytes) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                MongodBinary.find().toString(),
                "--dbpath",
                data.toString(),
                "--bind_ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--nounixsocket",
                "--quiet",
                "--wiredTigerCacheSizeGB",
                Double.toString(cacheGigabytes),
                "--setParameter",
                "diagnosticDataCollectionEnabled=false");
    }

    public String uri(String database) {
        return "mongodb://127.0.0.1:%d/%s".formatted(port, database);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the server as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
        forgetExit();
    }

    @Override
    public void close() {
        end();
        forgetExit();
    }

    private void end() {
        process.destroy();
        if (!awaitEnd(Duration.ofSeconds(20))) {
            process.destroyForcibly();
        }
    }

    private boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The JVM is going down already, and the hook with it.
        }
    }

    private void awaitReady(Path log) throws IOException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                close();
                throw new BackendUnavailable("MongoDB did not start. The end of %s:%n%s".formatted(log, tail(log)));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new BackendUnavailable("Interrupted while MongoDB was starting", e);
            }
        }
    }

    private boolean answers() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
