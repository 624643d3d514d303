package org.clarion.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Java processes that start fast: jars unpacked once, classes from a shared archive that the first run leaves behind. */
final class Jars {

    private static final String APPLICATION = "application.jar";
    private static final List<String> LEAN = List.of(
            "-XX:+UseSerialGC", "-XX:+AutoCreateSharedArchive", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xss512k");

    private final Home home;

    Jars(Home home) {
        this.home = home;
    }

    List<String> command(Service service, String instance) {
        var command = java(instance, service.heap());
        command.add("-jar");
        command.add(unpacked(service).resolve(APPLICATION).toString());
        return command;
    }

    /** A main class of the launcher's own class path. */
    List<String> command(String name, Class<?> main, int heap, Object... arguments) {
        var command = java(name, heap);
        command.add("-Dlogback.configurationFile=org/clarion/backends/process-log.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private List<String> java(String name, int heap) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LEAN);
        command.add("-Xmx" + heap + "m");
        command.add("-XX:SharedArchiveFile=" + home.cache().resolve(name + ".jsa"));
        return command;
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
        try {
            var built = Files.getLastModifiedTime(jar).toMillis();
            return home.cache().resolve(service.id() + "-" + Long.toHexString(built));
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
