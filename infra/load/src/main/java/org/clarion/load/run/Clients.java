package org.clarion.load.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.clarion.load.Trouble;

/** A closed loop: so many clients, each of which begins again as soon as it is answered. */
public final class Clients {

    private Clients() {}

    /** Returns when the time is over and every client has its last answer. */
    public static void run(int clients, Duration time, Failure failure, Arrivals.Visit visit) {
        var next = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofPlatform().name("client-" + i).start(() -> {
                while (System.nanoTime() < end && !failure.happened()) {
                    failure.unlessIn(() -> visit.at(next.getAndIncrement(), System.nanoTime()));
                }
            }));
        }
        threads.forEach(Clients::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
    }
}
