package org.clarion.load.run;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clarion.load.platform.SeatRecords;
import org.clarion.load.proof.HallHistory;

/** Looks at the places of a gathering again and again, whatever happens to the service. */
public final class Lookout implements AutoCloseable {

    /** More often would take from the platform what is to be measured. */
    private static final long GLANCE_MILLIS = 100;

    private final SeatRecords records;
    private final UUID gathering;
    private final HallHistory history;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    public Lookout(SeatRecords records, UUID gathering, HallHistory history, Failure failure) {
        this.records = records;
        this.gathering = gathering;
        this.history = history;
        this.thread =
                Thread.ofPlatform().name("lookout").daemon().start(() -> failure.unlessIn(this::lookAgainAndAgain));
    }

    private void lookAgainAndAgain() {
        try {
            while (!closed.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once more, now. */
    public void look() {
        records.hall(gathering, history.version()).ifPresent(hall -> history.see(hall, System.nanoTime()));
    }

    /** Looks a last time. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
