package org.clarion.places;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Postcodes in any order on their way into a table. A postcode in use wins over the same one terminated. */
final class TableDraft {

    /** One postcode in use, two constituencies. */
    static final class Conflict extends Exception {

        private final long key;

        private Conflict(long key) {
            this.key = key;
        }

        boolean concerns(Postcode postcode) {
            return postcode.key() == key;
        }
    }

    private static final int INDEX_BITS = 16;
    private static final long INDEX = 0xffff;
    private static final long TERMINATED = 1L << INDEX_BITS; // sorts behind the same postcode in use

    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private long[] entries = new long[1 << 10];
    private int size;

    void add(Postcode postcode, Constituency constituency, boolean terminated) {
        int index = indexes.computeIfAbsent(constituency.code(), code -> {
            codes.add(code);
            return codes.size() - 1;
        });
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = postcode.key() << INDEX_BITS + 1 | (terminated ? TERMINATED : 0) | index;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int constituencies() {
        return codes.size();
    }

    ByteBuffer encode() throws Conflict {
        Arrays.sort(entries, 0, size);
        var rows = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            long key = entries[i] >>> INDEX_BITS + 1;
            long row = key << INDEX_BITS | entries[i] & INDEX;
            if (count == 0 || rows[count - 1] >>> INDEX_BITS != key) {
                rows[count++] = row;
            } else if (rows[count - 1] != row && (entries[i] & TERMINATED) == 0) {
                throw new Conflict(key);
            }
        }
        return PostcodeTable.encode(codes, Arrays.copyOf(rows, count));
    }
}
