package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.letters.action.LetterActions;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.Letters;
import org.clarion.letters.letter.Letters.Backlog;
import org.clarion.letters.target.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits, why, and until when. */
@Component
class Queue {

    /**
     * Letters that wait for the same reason.
     *
     * @param hold null unless they are held
     * @param targets to how many targets they go
     * @param since when the first of them began to wait
     */
    record Reason(Status status, @Nullable Hold hold, long letters, long targets, Instant since) {}

    /**
     * Letters that wait for their turn at one office.
     *
     * @param next when the next of them leaves; null where that is not planned yet
     * @param end when the last of them will have left, if no more come
     */
    record Line(Target target, long letters, @Nullable Instant next, Instant end) {}

    /** @param lines the longest first */
    record Overview(List<Reason> reasons, List<Line> lines) {

        long waiting() {
            return lines.stream().mapToLong(Line::letters).sum();
        }

        /** When the last letter of all will have left; empty where none waits for its turn. */
        Optional<Instant> end() {
            return lines.stream().map(Line::end).max(Comparator.naturalOrder());
        }
    }

    private final Letters letters;
    private final LetterActions actions;
    private final Paces paces;
    private final DeliverySettings settings;
    private final Clock clock;

    Queue(Letters letters, LetterActions actions, Paces paces, DeliverySettings settings, Clock clock) {
        this.letters = letters;
        this.actions = actions;
        this.paces = paces;
        this.settings = settings;
        this.clock = clock;
    }

    Overview overview() {
        var rows = letters.backlog();
        return new Overview(reasons(rows), lines(rows));
    }

    /** Of one target. */
    Overview of(Target target) {
        var rows = letters.backlog(target);
        return new Overview(reasons(rows), lines(rows));
    }

    private static List<Reason> reasons(List<Backlog> rows) {
        var byReason = rows.stream().collect(Collectors.groupingBy(row -> Map.entry(row.status(), hold(row))));
        return byReason.values().stream()
                .map(Queue::reason)
                .sorted(Comparator.comparing(Reason::status)
                        .thenComparing(reason ->
                                reason.hold() == null ? "" : reason.hold().name()))
                .toList();
    }

    private static Optional<Hold> hold(Backlog row) {
        return Optional.ofNullable(row.hold());
    }

    private static Reason reason(List<Backlog> rows) {
        var first = rows.getFirst();
        return new Reason(
                first.status(),
                first.hold(),
                rows.stream().mapToLong(Backlog::letters).sum(),
                rows.stream().map(Backlog::target).distinct().count(),
                rows.stream().map(Backlog::since).min(Comparator.naturalOrder()).orElseThrow());
    }

    private List<Line> lines(List<Backlog> rows) {
        var byTarget = rows.stream()
                .filter(row -> row.status() == Status.QUEUED && !row.test() && row.letters() > row.underWay())
                .collect(Collectors.groupingBy(Backlog::target));
        var known = paces.of(byTarget.keySet());
        var lines = new ArrayList<Line>();
        byTarget.forEach((target, own) -> lines.add(line(own, Objects.requireNonNull(known.get(target)))));
        lines.sort(Comparator.comparingLong(Line::letters)
                .reversed()
                .thenComparing(line -> line.target().wireName()));
        return lines;
    }

    private Line line(List<Backlog> rows, Pace pace) {
        var oldest = rows.stream().min(Comparator.comparing(Backlog::since)).orElseThrow();
        var timetable = settings.timetable(actions.remembered(oldest.action()).orElse(null));
        var count =
                rows.stream().mapToLong(row -> row.letters() - row.underWay()).sum();
        var now = clock.instant();
        var next = timetable.openFrom(pace.nextAt().isAfter(now) ? pace.nextAt() : now);
        return new Line(pace.target(), count, pace.planned() ? next : null, timetable.end(next, count));
    }

    /** Letters by target and state, of one action or of all; those that wait for a turn and those under way are one. */
    Map<Target, Map<Status, Long>> byTarget(@Nullable UUID action) {
        var counts = new HashMap<Target, Map<Status, Long>>();
        for (var row : letters.backlog()) {
            if (!row.test() && (action == null || row.action().equals(action))) {
                counts.computeIfAbsent(row.target(), any -> new EnumMap<>(Status.class))
                        .merge(row.status(), row.letters(), Long::sum);
            }
        }
        return counts;
    }
}
