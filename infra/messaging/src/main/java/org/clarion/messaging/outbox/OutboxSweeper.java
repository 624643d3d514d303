package org.clarion.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Runs on every instance and sends whatever has waited too long, whoever wrote it. */
class OutboxSweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxSweeper.class);
    private static final int PAGE = 500;

    private final Collection<AggregateStore<?>> stores;
    private final OutboxRelay relay;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Semaphore soon = new Semaphore(0);
    private volatile boolean running;
    private volatile Optional<Instant> oldest = Optional.empty();

    OutboxSweeper(Collection<AggregateStore<?>> stores, OutboxRelay relay, OutboxSettings settings, Clock clock) {
        this.stores = stores;
        this.relay = relay;
        this.settings = settings;
        this.clock = clock;
        relay.onSweepSoon(soon::release);
    }

    /** How long the oldest event waits; zero if none does. As it was at the last sweep. */
    Duration oldestAge() {
        return oldest.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }

    void sweep(Instant before) {
        for (var store : stores) {
            store.ensureIndexes();
            var outbox = store.outbox();
            var waiting = outbox.waitingSince(before, PAGE);
            while (!waiting.isEmpty()) {
                relay.deliver(waiting);
                var next = outbox.waitingSince(before, PAGE);
                if (next.equals(waiting)) {
                    break; // nothing reaches the broker now
                }
                waiting = next;
            }
        }
        oldest = stores.stream()
                .flatMap(store -> store.outbox().oldest().stream())
                .min(Instant::compareTo);
    }

    private void loop() {
        while (running) {
            try {
                var asked = soon.tryAcquire(settings.sweepEvery().toMillis(), TimeUnit.MILLISECONDS);
                soon.drainPermits();
                var now = clock.instant();
                sweep(asked ? now : now.minus(settings.sweepAfter()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException e) {
                log.warn("Cannot look for waiting events: {}", e.getMessage());
            } catch (RuntimeException e) {
                log.error("Sweeping failed; the next round tries again", e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("outbox-sweep").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
