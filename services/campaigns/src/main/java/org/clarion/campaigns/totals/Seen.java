package org.clarion.campaigns.totals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.campaigns.totals.Counted.Cell;
import org.clarion.messaging.UnreadableMessage;
import org.clarion.totals.TotalRow;
import org.jspecify.annotations.Nullable;

/** The part of a participation that is counted, whatever its kind. */
record Seen(
        UUID id,
        long version,
        UUID action,
        @Nullable Instant countedAt,
        Map<String, Long> measures,
        Map<String, String> dimensions) {

    static final Duration MINUTES_KEPT = Duration.ofHours(48);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** From here on a date no longer has the ten characters that rows are named by. */
    private static final Instant YEAR_10000 = Instant.parse("9999-12-31T12:00:00Z"); // somewhere it has begun

    private static final Set<String> OURS = Set.of(TotalRow.ALL, "day", "hour", TotalRow.MINUTE);
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,49}");
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_SOURCE = 64;

    Seen {
        // Bound from JSON: what the sender left out is null whatever the types say.
        measures = Objects.requireNonNullElse(measures, Map.of());
        dimensions = Objects.requireNonNullElse(dimensions, Map.of());
    }

    /** @throws UnreadableMessage if something that every participation has is missing, or a name would break a row's key */
    Seen checked() {
        if (id == null || action == null || version < 1) {
            throw new UnreadableMessage("A participation without id, action or version", null);
        }
        if (countedAt != null && (countedAt.isBefore(Instant.EPOCH) || !countedAt.isBefore(YEAR_10000))) {
            throw new UnreadableMessage("A participation that counted at " + countedAt, null);
        }
        measures.forEach((name, amount) -> {
            if (amount == null) {
                throw new UnreadableMessage("No amount of " + name, null);
            }
            check(name);
        });
        dimensions.keySet().forEach(Seen::check);
        return this;
    }

    /** The figures in which this state counts; before it is counted at all, only those over everything. */
    Counted counted(Instant now) {
        var amounts = new TreeMap<String, Long>(measures);
        amounts.values().removeIf(amount -> amount == 0);
        return new Counted(version, action, amounts, cells(now));
    }

    private List<Cell> cells(Instant now) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(TotalRow.ALL, TotalRow.ALL));
        if (countedAt == null) {
            return cells;
        }
        cells.add(new Cell("day", LocalDate.ofInstant(countedAt, LONDON).toString()));
        cells.add(new Cell("hour", hourOf(countedAt)));
        if (countedAt.isAfter(now.minus(MINUTES_KEPT))) {
            cells.add(new Cell(TotalRow.MINUTE, minuteOf(countedAt)));
        }
        dimensions.forEach((name, value) -> {
            if (value != null && !value.isBlank() && !OURS.contains(name)) {
                cells.add(new Cell(name, name.equals(Row.SOURCE) ? normalised(value) : cut(value, LONGEST_VALUE)));
            }
        });
        return cells;
    }

    static String minuteOf(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString().substring(0, "2026-11-24T17:05".length());
    }

    private static String hourOf(Instant time) {
        return minuteOf(time).substring(0, "2026-11-24T17".length());
    }

    private static String normalised(String source) {
        return cut(source.strip().toLowerCase(Locale.ROOT), LONGEST_SOURCE);
    }

    private static String cut(String value, int length) {
        return value.length() <= length ? value : value.substring(0, length);
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UnreadableMessage("No name of a measure or dimension: " + cut(name, 50), null);
        }
    }
}
