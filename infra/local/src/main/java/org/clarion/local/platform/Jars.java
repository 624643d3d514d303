package org.clarion.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** Java processes that start fast: jars unpacked once, classes from a shared archive that the first run leaves behind. */
final class Jars {

    private static final String APPLICATION = "application.jar";

    private static final String LEAVING_AN_ARCHIVE = "-XX:+AutoCreateSharedArchive";

    private final Home home;

    Jars(Home home) {
        this.home = home;
    }

    /** @param instance further ones beside the first read its archive and leave none of their own */
    List<String> command(Service service, String instance) {
        var folder = unpacked(service);
        var command = java(folder, service.id(), service.heap());
        if (instance.equals(service.id())) {
            command.add(LEAVING_AN_ARCHIVE);
        }
        command.add("-jar");
        command.add(folder.resolve(APPLICATION).toString());
        return command;
    }

    /** A main class of the launcher's own class path. */
    List<String> command(String name, Class<?> main, int heap, Object... arguments) {
        var command = java(program(), name, heap);
        command.add(LEAVING_AN_ARCHIVE);
        command.add("-Dlogback.configurationFile=org/clarion/backends/process-log.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /**
     * @param build folder of this very build: an archive of another one would be taken for its own, because path, size and
     *     time of a reproducible jar may all be the same
     */
    private List<String> java(Path build, String name, int heap) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var jvm = home.sources().resolve("infra").resolve("jvm");
        command.add("@" + jvm.resolve("options"));
        command.add("-XX:CompilerDirectivesFile=" + jvm.resolve("starting.json"));
        command.add("-Xms" + heap * 3 / 8 + "m"); // what is idle stays small, on a large machine too
        command.add("-Xmx" + heap + "m");
        command.add("-XX:SharedArchiveFile=" + build.resolve(name + ".jsa"));
        return command;
    }

    /** The launcher's own copy of its build; without one, as in tests, a folder of the state. */
    private Path program() {
        var given = System.getProperty("clarion.program");
        return given == null ? home.cache() : Path.of(given);
    }

    private Optional<Path> built(Service service) {
        var target = home.sources().resolve("services").resolve(service.id()).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var files = Files.newDirectoryStream(target, service.id() + "-[0-9]*.jar")) {
            return StreamSupport.stream(files.spliterator(), false).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes unpacked builds that are not the newest; for a moment at which nothing runs. */
    void forgetOlderBuilds() {
        var newest = Stream.of(Service.values())
                .flatMap(service -> built(service).stream().map(jar -> folder(service, jar)))
                .collect(Collectors.toSet());
        try (var folders = Files.newDirectoryStream(home.cache(), Files::isDirectory)) {
            for (var folder : folders) {
                if (!newest.contains(folder) && !folder.getFileName().toString().startsWith("launcher-")) {
                    Home.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unpacked(Service service) {
        var jar = built(service)
                .orElseThrow(() -> new PlatformTrouble(
                        "%s is not built; run ./mvnw package -DskipTests.".formatted(service.id())));
        var folder = folder(service, jar);
        if (Files.exists(folder)) {
            return folder;
        }
        try {
            var part = folder.resolveSibling(folder.getFileName() + ".part");
            Home.delete(part);
            unpack(jar, part);
            Files.move(part.resolve(jar.getFileName()), part.resolve(APPLICATION));
            return Files.move(part, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for each build: the next must not pull classes from under a running service. */
    private Path folder(Service service, Path jar) {
        return home.cache().resolve(service.id() + "-" + fingerprint(jar));
    }

    /** By the checksums of what is in it: the time of a reproducible jar never changes. */
    static String fingerprint(Path jar) {
        var crc = new CRC32();
        var buffer = ByteBuffer.allocate(Long.BYTES);
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> {
                crc.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                crc.update(buffer.clear().putLong(entry.getCrc()).flip());
            });
            return "%08x-%d".formatted(crc.getValue(), Files.size(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException("%s could not be unpacked: %s".formatted(jar, output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking " + jar, e);
        }
    }
}
