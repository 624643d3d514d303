package org.clarion.load.run;

import java.util.concurrent.atomic.AtomicReference;
import org.clarion.load.Trouble;
import org.jspecify.annotations.Nullable;

/** The first thing that went wrong in any thread of a run; it ends the run. */
public final class Failure {

    private final AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();

    public boolean happened() {
        return first.get() != null;
    }

    void unlessIn(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            first.compareAndSet(null, e);
        }
    }

    /** @throws Trouble for what went wrong, if anything did */
    public void check() {
        var happened = first.get();
        if (happened != null) {
            throw new Trouble(String.valueOf(happened.getMessage()), happened);
        }
    }
}
