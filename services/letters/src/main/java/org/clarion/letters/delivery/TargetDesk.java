package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.LetterEvent;
import org.clarion.letters.letter.Letters;
import org.clarion.letters.letter.Letters.Backlog;
import org.clarion.letters.target.Target;
import org.clarion.messaging.listening.Failures;
import org.clarion.messaging.outbox.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What staff do with the letters to a target. */
@Component
class TargetDesk {

    private static final Logger log = LoggerFactory.getLogger(TargetDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int AT_ONCE = 200;
    private static final Set<Status> MOVABLE = Set.of(Status.QUEUED, Status.HELD, Status.BOUNCED);
    private static final Set<Status> CANCELLABLE = Set.of(Status.QUEUED, Status.HELD, Status.BOUNCED, Status.UNKNOWN);

    /**
     * What has become of many letters.
     *
     * @param left those that stay as they are: their writers have written to the other target too
     * @param all whether time was enough for all of them
     */
    record Moved(int done, int left, boolean all) {}

    private final Letters letters;
    private final StaffHolds holds;
    private final Clock clock;

    TargetDesk(Letters letters, StaffHolds holds, Clock clock) {
        this.letters = letters;
        this.holds = holds;
        this.clock = clock;
    }

    /** What is queued now is held by the next look at the queue, and nothing leaves from this moment on. */
    void hold(Target target, String by) {
        holds.hold(new StaffHold(target.wireName(), clock.instant(), by));
        log.info("Letters to {} are held by staff", target);
    }

    void release(Target target) {
        if (holds.release(target)) {
            log.info("Letters to {} are released by staff", target);
        }
    }

    Moved cancel(Target target) {
        return eachOf(target, CANCELLABLE, null, Letter::cancel);
    }

    Moved redirect(Target target, Target other) {
        return eachOf(target, MOVABLE, null, (letter, now) -> letter.redirect(other, now));
    }

    /** Those that came back, once their office has an address that works. */
    Moved sendAgain(Target target) {
        return eachOf(target, Set.of(Status.BOUNCED), null, Letter::tryAgain);
    }

    /** Those whose writers were asked to change a name in their words. */
    Moved sendAsTheyAre(Target target) {
        return eachOf(target, Set.of(Status.HELD), Hold.NAME_IN_TEXT, Letter::unhold);
    }

    /** Whether a letter in doubt has arrived; says false where it is in doubt no more. */
    boolean decide(UUID letter, boolean wasSent) {
        var before = letters.find(letter).filter(found -> found.status() == Status.UNKNOWN);
        before.ifPresent(found -> {
            letters.change(found, doubted -> doubted.decided(wasSent, clock.instant()));
            log.info("Letter {} {} by the decision of staff", letter, wasSent ? "was sent" : "is sent again");
        });
        return before.isPresent();
    }

    private Moved eachOf(
            Target target,
            Set<Status> in,
            @Nullable Hold hold,
            BiFunction<Letter, Instant, Optional<Change<Letter, LetterEvent>>> decision) {
        var until = clock.instant().plus(PATIENCE);
        var stuck = new HashSet<UUID>();
        int done = 0;
        for (var row : letters.backlog(target)) {
            if (!in.contains(row.status()) || (hold != null && row.hold() != hold)) {
                continue;
            }
            for (var ids = letters.of(row, AT_ONCE + stuck.size());
                    !stuck.containsAll(ids);
                    ids = letters.of(row, AT_ONCE + stuck.size())) {
                for (var id : ids) {
                    if (clock.instant().isAfter(until)) {
                        return new Moved(done, stuck.size(), false);
                    }
                    if (!stuck.contains(id) && move(id, row, decision)) {
                        done++;
                    } else {
                        stuck.add(id);
                    }
                }
            }
        }
        log.info("{} letters to {} are moved by staff, {} stay", done, target, stuck.size());
        return new Moved(done, stuck.size(), true);
    }

    private boolean move(
            UUID id, Backlog row, BiFunction<Letter, Instant, Optional<Change<Letter, LetterEvent>>> decision) {
        var now = clock.instant();
        try {
            var before = letters.find(id);
            if (before.isEmpty() || decision.apply(before.get(), now).isEmpty()) {
                return false;
            }
            letters.change(
                    before.get(),
                    letter -> letter.status() == row.status() ? decision.apply(letter, now) : Optional.empty());
            return true;
        } catch (DuplicateKeyException e) {
            return false; // the same supporter has written to the other target
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e; // the store is away, for every other one too
            }
            log.warn("The letter {} could not be moved: {}", id, e.getClass().getName());
            return false;
        }
    }
}
