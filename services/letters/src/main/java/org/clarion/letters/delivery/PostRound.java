package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.letters.delivery.Obstacles.Standing;
import org.clarion.letters.delivery.Pace.Step;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.LetterEvent;
import org.clarion.letters.letter.Letters;
import org.clarion.letters.letter.Letters.Backlog;
import org.clarion.letters.target.Target;
import org.clarion.messaging.listening.Failures;
import org.clarion.messaging.outbox.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * One look over all that waits: a letter whose turn it is leaves, one that something stands against is held, and one that
 * nothing stands against any more goes back into the queue. Any number of instances may do it at the same time.
 */
@Component
class PostRound {

    private static final Logger log = LoggerFactory.getLogger(PostRound.class);
    private static final int CANDIDATES = 5;

    /**
     * What one look has done.
     *
     * @param released letters whose turn had come
     * @param failed left for the next look
     */
    record Outcome(int released, int held, int letGo, int failed) {

        static final Outcome NOTHING = new Outcome(0, 0, 0, 0);

        Outcome and(Outcome other) {
            return new Outcome(
                    released + other.released, held + other.held, letGo + other.letGo, failed + other.failed);
        }
    }

    private final Letters letters;
    private final Obstacles obstacles;
    private final Paces paces;
    private final DeliverySettings settings;
    private final Clock clock;

    PostRound(Letters letters, Obstacles obstacles, Paces paces, DeliverySettings settings, Clock clock) {
        this.letters = letters;
        this.obstacles = obstacles;
        this.paces = paces;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${letters.delivery.every:5s}", initialDelayString = "2s")
    void goAndSay() {
        try {
            var outcome = go();
            if (outcome.held() + outcome.letGo() + outcome.failed() > 0) {
                log.info(
                        "Letters: {} leave, {} are held, {} go on, {} failed and are left for the next look",
                        outcome.released(),
                        outcome.held(),
                        outcome.letGo(),
                        outcome.failed());
            }
        } catch (DataAccessException e) {
            log.warn("The letters that wait could not be looked at, the next look may succeed: {}", e.toString());
        }
    }

    Outcome go() {
        var now = clock.instant();
        var waiting = letters.backlog().stream()
                .filter(row -> row.status() == Status.QUEUED || row.status() == Status.HELD)
                .toList();
        if (waiting.isEmpty()) {
            return Outcome.NOTHING;
        }
        var byTarget = waiting.stream().collect(Collectors.groupingBy(Backlog::target));
        var standing = obstacles.at(
                now,
                byTarget.keySet(),
                waiting.stream().map(Backlog::action).distinct().toList());
        return released(byTarget, standing, now).and(moved(waiting, standing, now));
    }

    private Outcome released(Map<Target, List<Backlog>> byTarget, Standing standing, Instant now) {
        var known = paces.of(byTarget.keySet());
        var all = Outcome.NOTHING;
        for (var rows : byTarget.entrySet()) {
            var ready = rows.getValue().stream()
                    .filter(row -> row.status() == Status.QUEUED
                            && row.letters() > row.underWay()
                            && standing.against(row.target(), row.action(), row.test())
                                    .isEmpty())
                    .toList();
            all = all.and(toWriters(ready, now));
            var pace = Objects.requireNonNull(known.get(rows.getKey()));
            var toOffice = ready.stream().filter(row -> !row.test()).toList();
            if (takesTurn(pace, toOffice, standing, now)) {
                all = all.and(releaseOne(rows.getKey(), standing, now));
            }
        }
        return all;
    }

    /** The pace moves on first: what ends in between has lost its turn, not sent two letters. */
    private boolean takesTurn(Pace pace, List<Backlog> ready, Standing standing, Instant now) {
        var oldest = ready.stream().min(Comparator.comparing(Backlog::since));
        if (oldest.isEmpty()) {
            return false;
        }
        var timetable = settings.timetable(standing.action(oldest.get().action()));
        var count =
                ready.stream().mapToLong(row -> row.letters() - row.underWay()).sum();
        var chance = ThreadLocalRandom.current().nextDouble();
        return switch (pace.step(now, timetable, count, chance)) {
            case Step.Nothing nothing -> false;
            case Step.Plan plan -> {
                var planned = paces.advance(plan.next());
                yield planned && !plan.next().nextAt().isAfter(now) && takesTurn(plan.next(), ready, standing, now);
            }
            case Step.Turn turn -> paces.advance(turn.next());
        };
    }

    private Outcome releaseOne(Target target, Standing standing, Instant now) {
        var all = Outcome.NOTHING;
        for (var id : letters.releasable(target, CANDIDATES)) {
            var outcome = change(id, letter -> isReady(letter, standing) ? letter.release(now) : Optional.empty());
            all = all.and(outcome == Changed.YES ? new Outcome(1, 0, 0, 0) : failures(outcome));
            if (outcome == Changed.YES) {
                return all;
            }
        }
        return all;
    }

    private static boolean isReady(Letter letter, Standing standing) {
        return !letter.test() && standing.against(letter).isEmpty();
    }

    /** What is tried out goes to its writers, at once and at nobody's expense. */
    private Outcome toWriters(List<Backlog> ready, Instant now) {
        var all = Outcome.NOTHING;
        for (var row : ready) {
            if (row.test()) {
                for (var id : letters.of(row, settings.atOnce())) {
                    var outcome = change(id, letter -> letter.release(now));
                    all = all.and(outcome == Changed.YES ? new Outcome(1, 0, 0, 0) : failures(outcome));
                }
            }
        }
        return all;
    }

    private Outcome moved(List<Backlog> waiting, Standing standing, Instant now) {
        var all = Outcome.NOTHING;
        for (var row : waiting) {
            var wanted = standing.against(row.target(), row.action(), row.test());
            if (row.hold() != Hold.NAME_IN_TEXT && !wanted.equals(Optional.ofNullable(row.hold()))) {
                all = all.and(move(row, wanted, now));
            }
        }
        return all;
    }

    private Outcome move(Backlog row, Optional<Hold> wanted, Instant now) {
        var all = Outcome.NOTHING;
        for (var id : letters.of(row, settings.atOnce())) {
            var outcome = change(
                    id,
                    letter -> !isOf(row, letter)
                            ? Optional.empty()
                            : wanted.isPresent() ? letter.hold(wanted.get()) : letter.unhold(now));
            var done = wanted.isPresent() ? new Outcome(0, 1, 0, 0) : new Outcome(0, 0, 1, 0);
            all = all.and(outcome == Changed.YES ? done : failures(outcome));
        }
        return all;
    }

    private static boolean isOf(Backlog row, Letter letter) {
        return letter.target().equals(row.target())
                && letter.action().equals(row.action())
                && letter.test() == row.test()
                && letter.status() == row.status()
                && letter.hold() == row.hold();
    }

    private enum Changed {
        YES,
        NO,
        FAILED
    }

    private static Outcome failures(Changed outcome) {
        return outcome == Changed.FAILED ? new Outcome(0, 0, 0, 1) : Outcome.NOTHING;
    }

    private Changed change(UUID id, Function<Letter, Optional<Change<Letter, LetterEvent>>> decision) {
        try {
            var before = letters.find(id);
            if (before.isEmpty() || decision.apply(before.get()).isEmpty()) {
                return Changed.NO;
            }
            letters.change(before.get(), decision::apply);
            return Changed.YES;
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e; // the store is away, for every other one too
            }
            // Without the message: it may quote what is in the document.
            log.warn("The letter {} could not be moved on: {}", id, e.getClass().getName());
            return Changed.FAILED;
        }
    }
}
