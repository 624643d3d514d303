package org.clarion.campaigns.totals;

import java.time.Instant;
import java.util.UUID;
import org.clarion.totals.TotalRow;

/** Keys of the counts: rows by action, except minutes, which lie in the order of time so that old ones can go. */
final class RowKey {

    static final String FIRST_MINUTE = "m|";

    private static final String ROW = "r|";
    private static final int UUID_LENGTH = 36;
    private static final int MINUTE_LENGTH = "2026-11-24T17:05".length();

    private RowKey() {}

    static String of(UUID action, Row row) {
        return row.dimension().equals(TotalRow.MINUTE)
                ? FIRST_MINUTE + row.value() + "|" + action + "|" + row.measure()
                : ROW + action + "|" + row.measure() + "|" + row.dimension() + "|" + row.value();
    }

    static UUID actionOf(String key) {
        var start = isMinute(key) ? FIRST_MINUTE.length() + MINUTE_LENGTH + 1 : ROW.length();
        return UUID.fromString(key.substring(start, start + UUID_LENGTH));
    }

    static Row rowOf(String key) {
        if (isMinute(key)) {
            var minute = key.substring(FIRST_MINUTE.length(), FIRST_MINUTE.length() + MINUTE_LENGTH);
            return new Row(key.substring(key.lastIndexOf('|') + 1), TotalRow.MINUTE, minute);
        }
        var parts = key.substring(ROW.length() + UUID_LENGTH + 1).split("\\|", 3);
        return new Row(parts[0], parts[1], parts[2]);
    }

    static String oldestMinute(Instant now) {
        return Seen.minuteOf(now.minus(Seen.MINUTES_KEPT));
    }

    /** Before every key of that minute and after every key of an earlier one. */
    static String firstOf(String minute) {
        return FIRST_MINUTE + minute;
    }

    private static boolean isMinute(String key) {
        return key.startsWith(FIRST_MINUTE);
    }
}
