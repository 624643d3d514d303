package org.clarion.load.run;

import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Open-loop arrivals: people come when they come (a Poisson stream), whether or not earlier ones have been served. What waits is
 * counted from the moment at which it was due.
 */
public final class Arrivals {

    /** What one arrival does. */
    public interface Visit {
        /** @param due {@link System#nanoTime()} at which it should have begun */
        void at(long number, long due);
    }

    /** More do not get in at the same time; they stand in line, and their waiting counts. */
    private static final int AT_ONCE = 512;

    private Arrivals() {}

    /**
     * Returns when the last one has been served.
     *
     * @param rate arrivals a second, on average
     */
    public static void run(long count, double rate, long seed, Failure failure, Visit visit) {
        var random = new Random(seed);
        var free = new Semaphore(AT_ONCE);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            double due = System.nanoTime();
            for (long number = 0; number < count && !failure.happened(); number++) {
                due += -Math.log(1 - random.nextDouble()) / rate * 1e9;
                waitUntil((long) due);
                free.acquireUninterruptibly();
                long mine = number;
                long when = (long) due;
                people.execute(() -> {
                    try {
                        failure.unlessIn(() -> visit.at(mine, when));
                    } finally {
                        free.release();
                    }
                });
            }
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
