package org.clarion.load.run;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.clarion.load.platform.Visitor;
import org.clarion.load.platform.Visitor.ComeBack;

/** Visitors with their open connections, and their patience when the platform asks them to come back. */
public final class Visitors implements AutoCloseable {

    /** What a visitor does. */
    interface Errand {
        void run(Visitor visitor) throws ComeBack;
    }

    private final List<URI> origins;
    private final Duration patience;
    private final AtomicInteger known = new AtomicInteger();
    private final Queue<Visitor> idle = new ConcurrentLinkedQueue<>();
    private final LongAdder repeated = new LongAdder();

    /** @param patience how long one errand is tried */
    public Visitors(URI origin, Duration patience) {
        this(List.of(origin), patience);
    }

    /** @param origins each visitor comes by one of them, in turn, and stays with it */
    public Visitors(List<URI> origins, Duration patience) {
        this.origins = List.copyOf(origins);
        this.patience = patience;
    }

    /** How often a visitor had to come back. */
    public long repeated() {
        return repeated.sum();
    }

    /** What a visitor is told. */
    public interface Question<T> {
        T ask(Visitor visitor) throws ComeBack;
    }

    /** The answer, once there is one. */
    public <T> T ask(Question<T> question) {
        var answer = new AtomicReference<T>();
        send(visitor -> answer.set(question.ask(visitor)));
        return answer.get();
    }

    void send(Errand errand) {
        var rested = idle.poll();
        var visitor = rested == null ? new Visitor(origins.get(known.getAndIncrement() % origins.size())) : rested;
        var tries = new Tries(visitor.origin().toString(), patience);
        repeated.add(tries.untilDone(() -> errand.run(visitor)));
        idle.add(visitor);
    }

    @Override
    public void close() {
        idle.forEach(Visitor::close);
    }
}
