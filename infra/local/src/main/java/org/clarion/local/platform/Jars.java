package org.clarion.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes that start fast: jars unpacked once, classes from a shared archive that the first run leaves behind. */
final class Jars {

    private static final List<String> LEAN = List.of(
            "-XX:+UseSerialGC", "-XX:+AutoCreateSharedArchive", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xss512k");

    private final Home home;

    Jars(Home home) {
        this.home = home;
    }

    List<String> command(Service service, String instance) {
        var folder = unpacked(service);
        var command = java(instance, service.heap());
        command.add("-jar");
        command.add(folder.resolve(jar(service).getFileName()).toString());
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

    private Path jar(Service service) {
        var target = home.sources().resolve("services").resolve(service.id()).resolve("target");
        try (var files = Files.newDirectoryStream(target, service.id() + "-[0-9]*.jar")) {
            for (var file : files) {
                return file;
            }
        } catch (IOException e) {
            throw new PlatformTrouble("%s is not built; run ./mvnw package -DskipTests.".formatted(service.id()), e);
        }
        throw new PlatformTrouble("%s is not built; run ./mvnw package -DskipTests.".formatted(service.id()));
    }

    /** Deletes unpacked builds that are not the newest; for a moment at which nothing runs. */
    void forgetOlderBuilds() {
        for (var service : Service.values()) {
            var newest = folder(service, jar(service));
            try (var folders = Files.newDirectoryStream(home.cache(), service.id() + "-*")) {
                for (var folder : folders) {
                    if (!folder.equals(newest) && Files.isDirectory(folder)) {
                        Home.delete(folder);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path unpacked(Service service) {
        var jar = jar(service);
        var folder = folder(service, jar);
        if (Files.exists(folder)) {
            return folder;
        }
        try {
            var part = folder.resolveSibling(folder.getFileName() + ".part");
            Home.delete(part);
            unpack(jar, part);
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
