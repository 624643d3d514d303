package org.clarion.load.run;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Two figures on their way to a third, in one line that moves; a line every ten seconds where there is no terminal. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final long ON_TERMINAL_MILLIS = 250;
    private static final long IN_FILE_MILLIS = 10_000;

    private final PrintWriter out;
    private final boolean terminal;
    private final long goal;
    private final String deed;
    private final LongSupplier done;
    private final String end;
    private final LongSupplier ended;
    private final long start = System.nanoTime();

    /**
     * @param deed what the first figure counts, such as {@code signed}
     * @param end what the second counts, such as {@code confirmed}; it is to reach the goal
     */
    public ProgressBar(PrintWriter out, long goal, String deed, LongSupplier done, String end, LongSupplier ended) {
        this.out = out;
        this.terminal = System.console() != null && System.console().isTerminal();
        this.goal = goal;
        this.deed = deed;
        this.done = done;
        this.end = end;
        this.ended = ended;
    }

    public void during(Runnable work) {
        var drawing = Thread.ofPlatform().name("progress").daemon().start(this::drawAgainAndAgain);
        try {
            work.run();
        } finally {
            drawing.interrupt();
            draw();
            out.print(terminal ? System.lineSeparator() : "");
            out.flush();
        }
    }

    private void drawAgainAndAgain() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(terminal ? ON_TERMINAL_MILLIS : IN_FILE_MILLIS);
                draw();
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void draw() {
        out.print((terminal ? "\r" : "") + line(System.nanoTime() - start) + (terminal ? "" : System.lineSeparator()));
        out.flush();
    }

    String line(long nanos) {
        long sure = ended.getAsLong();
        int full = (int) (goal == 0 ? WIDTH : Math.min(WIDTH, sure * WIDTH / goal));
        double perSecond = nanos == 0 ? 0 : sure / (nanos / 1e9);
        return "[%s%s] %,d %s, %,d %s of %,d, %,.0f/s "
                .formatted(
                        "#".repeat(full), "·".repeat(WIDTH - full), done.getAsLong(), deed, sure, end, goal, perSecond);
    }
}
