package org.clarion.load.run;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.clarion.load.Trouble;

/** What happens to a platform while people use it: one thing after the other, each once so many have come. */
public final class Happenings {

    /** @param from how many have to have come before */
    public record Happening(long from, Runnable what) {}

    private static final long GLANCE_MILLIS = 20;

    private final Thread thread;

    private Happenings(Thread thread) {
        this.thread = thread;
    }

    /** @param happenings in their order */
    public static Happenings during(List<Happening> happenings, LongSupplier come, Failure failure) {
        return new Happenings(Thread.ofPlatform()
                .name("happenings")
                .daemon()
                .start(() -> failure.unlessIn(() -> {
                    for (var each : happenings) {
                        while (come.getAsLong() < each.from() && !failure.happened()) {
                            rest();
                        }
                        failure.check();
                        each.what().run();
                    }
                })));
    }

    /** Returns when all has happened, or the run has failed. */
    public void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
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
