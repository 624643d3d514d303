package org.clarion.load.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.clarion.load.Trouble;
import org.clarion.load.platform.Visitor.ComeBack;

/** Asks again, after ever longer pauses, what the platform was not able to do. */
public final class Tries {

    /** What is asked; asking it twice is asking it once. */
    public interface Errand {
        void run() throws ComeBack;
    }

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String whom;
    private final Duration patience;

    /**
     * @param whom for the message when patience ends
     * @param patience how long one errand is tried
     */
    public Tries(String whom, Duration patience) {
        this.whom = whom;
        this.patience = patience;
    }

    /** @return how often it had to be asked again */
    public int untilDone(Errand errand) {
        long end = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        for (int again = 0; ; again++) {
            try {
                errand.run();
                return again;
            } catch (ComeBack busy) {
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            "%s is not served for %d s: %s".formatted(whom, patience.toSeconds(), busy.getMessage()),
                            busy);
                }
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
}
