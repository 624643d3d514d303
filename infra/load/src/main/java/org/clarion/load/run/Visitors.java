package org.clarion.load.run;

import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.clarion.load.Trouble;
import org.clarion.load.platform.Visitor;
import org.clarion.load.platform.Visitor.ComeBack;

/** Visitors with their open connections, and their patience when the platform asks them to come back. */
public final class Visitors implements AutoCloseable {

    /** What a visitor does. */
    interface Errand {
        void run(Visitor visitor) throws ComeBack;
    }

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final URI origin;
    private final Duration patience;
    private final Queue<Visitor> idle = new ConcurrentLinkedQueue<>();
    private final LongAdder repeated = new LongAdder();

    /** @param patience how long one errand is tried */
    public Visitors(URI origin, Duration patience) {
        this.origin = origin;
        this.patience = patience;
    }

    /** How often a visitor had to come back. */
    public long repeated() {
        return repeated.sum();
    }

    void send(Errand errand) {
        var known = idle.poll();
        var visitor = known == null ? new Visitor(origin) : known;
        long end = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                errand.run(visitor);
                idle.add(visitor);
                return;
            } catch (ComeBack busy) {
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            "%s is not served for %d s: %s".formatted(origin, patience.toSeconds(), busy.getMessage()),
                            busy);
                }
                repeated.increment();
                rest(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private static void rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
    }

    @Override
    public void close() {
        idle.forEach(Visitor::close);
    }
}
