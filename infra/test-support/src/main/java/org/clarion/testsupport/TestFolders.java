package org.clarion.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for the data of backends, under the build's own output. */
final class TestFolders {

    private TestFolders() {}

    static Path fresh(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "backends")), name + "-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
