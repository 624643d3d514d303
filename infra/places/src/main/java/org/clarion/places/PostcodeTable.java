package org.clarion.places;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;

/**
 * Postcodes in order, seven bytes each: five for the postcode, two for the place of its constituency in the list at the start. 1.73
 * million take 12 MB, mapped into memory and shared by every process that reads them.
 *
 * <p>Layout, big-endian: magic, rows, constituencies, CRC-32 of the rest; codes of nine bytes; rows; one byte of padding so
 * that a row can be read as a long.
 */
final class PostcodeTable {

    /** The file is no table of this version of the program, or was cut short. */
    static final class Unreadable extends IOException {
        Unreadable(String message) {
            super(message);
        }
    }

    private static final long MAGIC = 0x434c50_4f5354_3031L; // CLPOST01
    private static final int HEADER = 8 + 4 + 4 + 4;
    private static final int CODE = 9;
    private static final int ROW = 7;
    private static final int INDEX_BITS = 16;

    private final ByteBuffer bytes;
    private final Constituency[] constituencies;
    private final int firstRow;
    private final int rows;

    private PostcodeTable(ByteBuffer bytes, Constituency[] constituencies, int rows) {
        this.bytes = bytes;
        this.constituencies = constituencies;
        this.rows = rows;
        this.firstRow = HEADER + constituencies.length * CODE;
    }

    static PostcodeTable map(Path file, Constituencies known) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), known);
        }
    }

    static PostcodeTable read(ByteBuffer bytes, Constituencies known) throws Unreadable {
        if (bytes.limit() < HEADER || bytes.getLong(0) != MAGIC) {
            throw new Unreadable("not a postcode table of this version");
        }
        int rows = bytes.getInt(8);
        int count = bytes.getInt(12);
        var checksum = new CRC32();
        checksum.update(bytes.duplicate().position(HEADER));
        if (bytes.limit() != HEADER + (long) count * CODE + (long) rows * ROW + 1
                || (int) checksum.getValue() != bytes.getInt(16)) {
            throw new Unreadable("damaged postcode table");
        }
        var constituencies = new Constituency[count];
        for (int i = 0; i < count; i++) {
            var code = new byte[CODE];
            bytes.get(HEADER + i * CODE, code);
            constituencies[i] = known.byCode(new String(code, StandardCharsets.US_ASCII))
                    .orElseThrow(() -> new Unreadable("postcode table with unknown constituencies"));
        }
        return new PostcodeTable(bytes, constituencies, rows);
    }

    /** @param rows a postcode's key and 16 bits for its place in {@code codes}, ascending, no postcode twice */
    static ByteBuffer encode(List<String> codes, long[] rows) {
        var bytes = ByteBuffer.allocate(HEADER + codes.size() * CODE + rows.length * ROW + 1);
        bytes.position(HEADER);
        codes.forEach(code -> bytes.put(code.getBytes(StandardCharsets.US_ASCII)));
        for (var row : rows) {
            bytes.putInt((int) (row >>> 24)).putShort((short) (row >>> 8)).put((byte) row);
        }
        var checksum = new CRC32();
        checksum.update(bytes.duplicate().position(HEADER).limit(bytes.capacity()));
        return bytes.putLong(0, MAGIC)
                .putInt(8, rows.length)
                .putInt(12, codes.size())
                .putInt(16, (int) checksum.getValue())
                .clear();
    }

    Optional<Constituency> find(Postcode postcode) {
        long wanted = postcode.key();
        int low = 0;
        int high = rows - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long row = row(middle);
            long key = row >>> INDEX_BITS;
            if (key == wanted) {
                return Optional.of(constituency(row));
            }
            if (key < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    void forEach(BiConsumer<Postcode, Constituency> consumer) {
        for (int i = 0; i < rows; i++) {
            consumer.accept(Postcode.ofKey(row(i) >>> INDEX_BITS), constituency(row(i)));
        }
    }

    private long row(int number) {
        return bytes.getLong(firstRow + number * ROW) >>> 8;
    }

    private Constituency constituency(long row) {
        return constituencies[(int) (row & 0xffff)];
    }

    int size() {
        return rows;
    }
}
