package org.clarion.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTests {

    @TempDir
    Path folder;

    @Test
    void tellBuildsApartThatHaveTheSameTimeAndSize() throws Exception {
        var one = jar("one.jar", "a");
        var other = jar("other.jar", "b");

        assertThat(Files.size(one)).isEqualTo(Files.size(other));
        assertThat(Jars.fingerprint(one)).isNotEqualTo(Jars.fingerprint(other));
    }

    @Test
    void knowTheSameBuildAgain() throws Exception {
        assertThat(Jars.fingerprint(jar("one.jar", "a"))).isEqualTo(Jars.fingerprint(jar("again.jar", "a")));
    }

    private Path jar(String name, String content) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var entry = new ZipEntry("Main.class");
            entry.setTime(Instant.parse("2026-11-24T00:00:00Z").toEpochMilli());
            zip.putNextEntry(entry);
            zip.write(content.getBytes());
        }
        return file;
    }
}
