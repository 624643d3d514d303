package org.clarion.places;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Makes a postcode table from a release of the Office for National Statistics or a plain list. Terminated postcodes stay,
 * because people go on writing them and the place has not moved; a postcode in use wins over a terminated one.
 */
public final class PlacesImport {

    // The office's codes for "none": Channel Islands, Isle of Man, no grid reference.
    private static final Pattern NO_CONSTITUENCY = Pattern.compile("|[A-Z]9{8}");

    private final Constituencies known = new Constituencies();
    private final TableDraft draft = new TableDraft();
    private long rows;
    private long terminated;
    private long withoutConstituency;
    private long northernIrish;
    private long superseded;

    private PlacesImport() {}

    /**
     * Replaces {@code table} in one step, or leaves it as it is.
     *
     * @throws BrokenSource when the source cannot be used; names the line
     * @throws IOException when a file cannot be read or written
     */
    public static ImportReport run(Path source, Path table) throws IOException {
        return new PlacesImport().importing(source, table);
    }

    private ImportReport importing(Path source, Path table) throws IOException {
        long start = System.nanoTime();
        new PostcodeSource(source).forEach(this::add);
        if (draft.isEmpty()) {
            throw new BrokenSource(rows + 1, "the file ends without a single postcode that has a constituency");
        }
        var bytes = encoded(source);
        var made = PostcodeTable.read(bytes, known);
        replace(table, bytes);
        return new ImportReport(
                rows,
                made.size(),
                draft.constituencies(),
                terminated,
                withoutConstituency,
                northernIrish,
                superseded,
                bytes.limit(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void add(PostcodeSource.Row row) {
        rows++;
        var postcode = postcode(row);
        if (NO_CONSTITUENCY.matcher(row.constituency()).matches()) {
            withoutConstituency++;
        } else if (postcode.isNorthernIrish()) {
            northernIrish++;
        } else {
            draft.add(postcode, constituency(row), row.terminated());
            terminated += row.terminated() ? 1 : 0;
        }
    }

    private static Postcode postcode(PostcodeSource.Row row) {
        return Postcode.parse(row.postcode()).orElseThrow(() -> row.broken(row.postcode(), "is not a postcode"));
    }

    private Constituency constituency(PostcodeSource.Row row) {
        superseded += known.isSuperseded(row.constituency()) ? 1 : 0;
        return known.byCode(row.constituency())
                .orElseThrow(() -> row.broken(row.constituency(), "is not a constituency of the 2024 boundaries"));
    }

    private ByteBuffer encoded(Path source) throws IOException {
        try {
            return draft.encode();
        } catch (TableDraft.Conflict conflict) {
            throw named(conflict, source);
        }
    }

    /** Reads the source once more, because the order of its lines is gone after sorting. */
    private static BrokenSource named(TableDraft.Conflict conflict, Path source) throws IOException {
        var lines = new ArrayList<PostcodeSource.Row>();
        new PostcodeSource(source).forEach(row -> {
            if (!row.terminated() && conflict.concerns(postcode(row))) {
                lines.add(row);
            }
        });
        return lines.getLast()
                .broken(
                        lines.getLast().postcode(),
                        "is in another constituency than on line "
                                + lines.getFirst().line());
    }

    private static void readableByAll(Path table) throws IOException {
        var posix = Files.getFileAttributeView(table, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void replace(Path table, ByteBuffer bytes) throws IOException {
        var folder = table.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, ".places", ".new");
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            readableByAll(fresh); // services may run as somebody else, in a container for one
            Files.move(fresh, table, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
