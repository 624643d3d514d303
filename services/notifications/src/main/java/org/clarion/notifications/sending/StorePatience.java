package org.clarion.notifications.sending;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.clarion.messaging.listening.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a write until the store takes it, for writes whose content nobody else knows. */
final class StorePatience {

    private static final Logger log = LoggerFactory.getLogger(StorePatience.class);
    private static final long BETWEEN_TRIES = 200;

    private StorePatience() {}

    static <T> T untilStored(Supplier<T> write) {
        for (int failures = 0; ; failures++) {
            try {
                return write.get();
            } catch (RuntimeException e) {
                if (!Failures.isTransient(e) || !pause()) {
                    throw e;
                }
                if (failures == 0) {
                    log.warn("Waiting for the store: {}", e.getClass().getSimpleName());
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
