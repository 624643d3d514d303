package org.clarion.messaging.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Sends events after the write that holds them was acknowledged, and takes them out of their documents after the broker
 * has them. It may lose everything that it holds at any moment: the documents still have it, and a sweeper sends it.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MOST_REMOVED_TOGETHER = 500;

    private final EventSender sender;
    private final OutboxSettings settings;
    private final BlockingQueue<Parcel> toSend;
    private final BlockingQueue<Parcel> toRemove = new LinkedBlockingQueue<>();
    private volatile Runnable sweep = () -> {};
    private volatile boolean running;
    private List<Thread> threads = List.of();

    OutboxRelay(EventSender sender, OutboxSettings settings) {
        this.sender = sender;
        this.settings = settings;
        this.toSend = new ArrayBlockingQueue<>(settings.queue());
    }

    /** Hands over events that were just written. Never waits: what finds no room is left to the sweeper. */
    void send(Parcel parcel) {
        if (running && !toSend.offer(parcel)) {
            log.debug(
                    "No room to send at once from {}; the sweeper will",
                    parcel.from().name());
        }
    }

    /** Sends what has been read back from the store, and completes when all of it was removed. */
    void deliver(List<Parcel> parcels) {
        var sent = parcels.stream()
                .filter(parcel -> !parcel.events().isEmpty())
                .map(parcel -> sender.send(parcel.events()).handle((ok, failure) -> failure == null ? parcel : null))
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        var delivered = new ArrayList<>(
                parcels.stream().filter(parcel -> parcel.events().isEmpty()).toList());
        sent.stream()
                .map(CompletableFuture::join)
                .filter(parcel -> parcel != null)
                .forEach(delivered::add);
        if (delivered.size() < parcels.size()) {
            log.warn("{} of {} parcels did not reach the broker", parcels.size() - delivered.size(), parcels.size());
        }
        remove(delivered);
    }

    void onSweepSoon(Runnable sweep) {
        this.sweep = sweep;
    }

    void sweepSoon() {
        sweep.run();
    }

    private void sendLoop() {
        while (running) {
            try {
                var parcel = toSend.poll(200, TimeUnit.MILLISECONDS);
                if (parcel != null) {
                    sender.send(parcel.events()).whenComplete((ok, failure) -> {
                        if (failure == null) {
                            toRemove.add(parcel);
                        }
                    });
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void removeLoop() {
        while (running || !toRemove.isEmpty()) {
            try {
                var first = toRemove.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    TimeUnit.MILLISECONDS.sleep(settings.removeEvery().toMillis());
                    var together = new ArrayList<Parcel>();
                    together.add(first);
                    toRemove.drainTo(together, MOST_REMOVED_TOGETHER - 1);
                    remove(together);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException e) {
                log.warn("Sent events stay in the store and will be sent again: {}", e.getMessage());
            }
        }
    }

    private void remove(List<Parcel> sent) {
        sent.stream()
                .collect(Collectors.groupingBy(Parcel::from))
                .forEach((from, parcels) -> from.remove(parcels).forEach(this::send));
    }

    @Override
    public void start() {
        running = true;
        threads = List.of(
                Thread.ofPlatform().daemon().name("outbox-send").start(this::sendLoop),
                Thread.ofPlatform().daemon().name("outbox-remove").start(this::removeLoop));
    }

    @Override
    public void stop() {
        running = false;
        for (var thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts to take requests, and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
