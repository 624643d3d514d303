package org.clarion.messaging.outbox;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clarion.messaging.listening.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A job that comes round again and again and deals with what is due, one by one. A record that it cannot deal with is left
 * for the next look and hides no other; a store that is away ends the look.
 */
public final class Sweep {

    /**
     * What one look has done.
     *
     * @param done dealt with now
     * @param deleted gone for good, dealt with in this look or an earlier one
     * @param failed left for the next look
     */
    public record Outcome(int done, long deleted, int failed) {

        public static final Outcome NOTHING = new Outcome(0, 0, 0);

        public Outcome and(long deleted) {
            return new Outcome(done, this.deleted + deleted, failed);
        }

        public Outcome and(Outcome other) {
            return new Outcome(done + other.done, deleted + other.deleted, failed + other.failed);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final String what;

    /** @param what is dealt with, for the log, such as {@code unconfirmed signatures} */
    public Sweep(String what) {
        this.what = what;
    }

    /** @param step deals with one; what it throws for good is said without its message, which may quote what is in the document */
    public Outcome over(Collection<UUID> due, Consumer<UUID> step) {
        int failed = 0;
        for (var id : due) {
            try {
                step.accept(id);
            } catch (RuntimeException e) {
                if (Failures.isTransient(e)) {
                    throw e; // for every other one too
                }
                log.warn(
                        "One of the {}, {}, is left out: {}",
                        what,
                        id,
                        e.getClass().getName());
                failed++;
            }
        }
        return new Outcome(due.size() - failed, 0, failed);
    }

    /**
     * Looks as often as there may be more, and says what was done. For a scheduled method: a store that is away is said and
     * nothing else, because the next time may succeed.
     *
     * @param atOnce how many a look deals with at the most
     */
    public void run(int atOnce, Supplier<Outcome> look) {
        try {
            Outcome outcome;
            do {
                outcome = look.get();
                if (!outcome.equals(Outcome.NOTHING)) {
                    log.info(
                            "Of the {}: {} done, {} deleted, {} failed and left for the next look",
                            what,
                            outcome.done(),
                            outcome.deleted(),
                            outcome.failed());
                }
            } while (outcome.done() == atOnce);
        } catch (DataAccessException e) {
            log.warn("The {} could not be looked for, the next look may succeed: {}", what, e.toString());
        }
    }
}
