package org.clarion.places;

import java.time.Duration;

/**
 * What an import did.
 *
 * @param rows lines of the source
 * @param postcodes in the new table
 * @param constituencies with at least one postcode
 * @param terminated no longer in use, kept because people go on writing them
 * @param withoutConstituency left out: the source has no constituency for them
 * @param northernIrish left out: their licence does not cover this use
 * @param superseded moved from a code of early 2024 to its successor
 * @param bytes size of the new table
 */
public record ImportReport(
        long rows,
        int postcodes,
        int constituencies,
        long terminated,
        long withoutConstituency,
        long northernIrish,
        long superseded,
        long bytes,
        Duration took) {

    @Override
    public String toString() {
        return "%,d postcodes in %d constituencies (%.1f MB, %.1f s). Of %,d lines: %,d postcodes no longer in use, kept; %,d without a constituency and %,d from Northern Ireland, left out; %,d moved from a superseded code."
                .formatted(
                        postcodes,
                        constituencies,
                        bytes / 1e6,
                        took.toMillis() / 1e3,
                        rows,
                        terminated,
                        withoutConstituency,
                        northernIrish,
                        superseded);
    }
}
