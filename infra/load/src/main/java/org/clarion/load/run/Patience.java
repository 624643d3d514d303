package org.clarion.load.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.clarion.load.Trouble;

/** Waits for something as long as it moves. */
public final class Patience {

    private static final long GLANCE_MILLIS = 200;

    private final Duration standstill;
    private final Failure failure;

    /** @param standstill how long nothing may move */
    public Patience(Duration standstill, Failure failure) {
        this.standstill = standstill;
        this.failure = failure;
    }

    /**
     * @param progress a figure that changes while there is hope
     * @return whether it is done; false after a standstill
     * @throws Trouble when another thread of the run has failed
     */
    public boolean until(BooleanSupplier done, LongSupplier progress) {
        long last = progress.getAsLong();
        long moved = System.nanoTime();
        while (!done.getAsBoolean()) {
            failure.check();
            long now = progress.getAsLong();
            if (now != last) {
                last = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > standstill.toNanos()) {
                return false;
            }
            rest();
        }
        return true;
    }

    /** As {@link #until}, for a figure that has to rise to another. */
    public boolean untilReached(long wanted, LongSupplier figure) {
        var latest = new AtomicLong(figure.getAsLong());
        return until(() -> latest.updateAndGet(_ -> figure.getAsLong()) >= wanted, latest::get);
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
    }
}
