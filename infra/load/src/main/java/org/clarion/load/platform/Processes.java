package org.clarion.load.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the platform's processes have used, from {@code run/*.pid} and {@code /proc}. Linux only. */
public final class Processes {

    /**
     * @param cpuMillis user and system time since the process started
     * @param residentBytes memory in use now
     */
    public record Usage(long cpuMillis, long residentBytes) {}

    // Linux reports in hundredths of a second to every program, whatever its own clock.
    private static final long MILLIS_PER_TICK = 10;
    private static final int UTIME = 11; // counted from the field after the name
    private static final int STIME = 12;

    private final Path folder;
    private final Path proc;

    public Processes(Path folder) {
        this(folder, Path.of("/proc"));
    }

    Processes(Path folder, Path proc) {
        this.folder = folder;
        this.proc = proc;
    }

    /** By name of the part, such as {@code mongodb} or {@code petitions}; empty where there are no such files. */
    public SortedMap<String, Usage> now() {
        var usage = new TreeMap<String, Usage>();
        if (!Files.isDirectory(folder)) {
            return usage;
        }
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            for (var file : files) {
                var part = file.getFileName().toString().replaceFirst("\\.pid$", "");
                read(part, Files.readString(file).strip().split("\\s+")[0], usage);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return usage;
    }

    private void read(String part, String pid, Map<String, Usage> usage) throws IOException {
        try {
            var stat = Files.readString(proc.resolve(pid).resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
            usage.put(part, new Usage(ticks * MILLIS_PER_TICK, resident(pid)));
        } catch (NoSuchFileException ended) {
            usage.remove(part);
        }
    }

    private long resident(String pid) throws IOException {
        return Files.readAllLines(proc.resolve(pid).resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
