package org.clarion.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/**
 * The folders of a platform.
 *
 * @param sources the repository, whose built jars run
 * @param state everything that the platform keeps
 */
public record Home(Path sources, Path state) {

    /** State lies in {@code CLARION_HOME}, else in {@code .clarion} of the repository. */
    public static Home of(Path sources, Map<String, String> environment) {
        var given = environment.get("CLARION_HOME");
        var state = given == null || given.isBlank() ? sources.resolve(".clarion") : Path.of(given);
        return new Home(
                sources.toAbsolutePath().normalize(), state.toAbsolutePath().normalize());
    }

    public Path data() {
        return state.resolve("data");
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path run() {
        return state.resolve("run");
    }

    public Path mail() {
        return state.resolve("mail");
    }

    public Path secrets() {
        return state.resolve("secrets");
    }

    /** Extracted jars and class archives: can be deleted at any time. */
    public Path cache() {
        return state.resolve("cache");
    }

    /** The postcode table that {@code places import} writes. */
    public Path places() {
        return state.resolve("places").resolve("places.bin");
    }

    /** Which pieces of the demonstration content have been loaded. */
    public Path demonstration() {
        return data().resolve("demonstration.properties");
    }

    public void prepare() {
        try {
            for (var folder : new Path[] {data(), logs(), run(), mail(), cache()}) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what was collected and keeps secrets, imported places and the caches. */
    public void forget() throws IOException {
        for (var folder : new Path[] {data(), logs(), run(), mail()}) {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
