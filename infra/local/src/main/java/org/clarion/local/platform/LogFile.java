package org.clarion.local.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A log as people read it: from its end. */
public final class LogFile {

    private static final int TAIL_BYTES = 1024 * 1024;
    private static final Duration GLANCE = Duration.ofMillis(250);

    private LogFile() {}

    /** Among the last megabyte. */
    public static List<String> lastLines(Path log, int count) {
        if (!Files.exists(log)) {
            return List.of("(there is no log yet)");
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var length = file.length();
            var bytes = new byte[(int) Math.min(length, TAIL_BYTES)];
            file.seek(length - bytes.length);
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints what is added to the log, until interrupted. */
    public static void follow(Path log, PrintStream out) throws IOException, InterruptedException {
        var position = Files.size(log);
        while (true) {
            var length = Files.size(log);
            if (length < position) {
                position = 0; // a new file has taken its place
            }
            if (length > position) {
                try (var file = new RandomAccessFile(log.toFile(), "r")) {
                    var bytes = new byte[(int) Math.min(length - position, TAIL_BYTES)];
                    file.seek(position);
                    file.readFully(bytes);
                    out.write(bytes);
                    out.flush();
                    position += bytes.length;
                }
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
        }
    }
}
