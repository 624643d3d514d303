package org.clarion.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the modules of the repository lie, seen from this one. */
final class House {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private House() {}

    static List<Path> services() {
        return modules("services");
    }

    static List<Path> libraries() {
        return modules("infra");
    }

    /** The compiled classes of modules that have any; a service without is a build that was left out. */
    static List<Path> classes(List<Path> modules) {
        var classes = modules.stream()
                .map(module -> module.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        assertThat(classes).as("built modules: run this with -am").isNotEmpty();
        return classes;
    }

    /** All files below the resources of all modules whose name ends so. */
    static List<Path> resources(String ending) {
        return modules().stream()
                .map(module -> module.resolve("src/main/resources"))
                .filter(Files::isDirectory)
                .flatMap(folder -> filesBelow(folder, ending).stream())
                .toList();
    }

    /** All Java sources of all modules, without tests. */
    static List<Path> sources() {
        return modules().stream()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> filesBelow(folder, ".java").stream())
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file.toAbsolutePath().normalize()).toString();
    }

    private static List<Path> modules() {
        return java.util.stream.Stream.concat(services().stream(), libraries().stream())
                .toList();
    }

    private static List<Path> modules(String folder) {
        try (var modules = Files.list(ROOT.resolve(folder))) {
            return modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
