package org.clarion.load.run;

import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private final URI origin;
    private final Tries tries;
    private final Queue<Visitor> idle = new ConcurrentLinkedQueue<>();
    private final LongAdder repeated = new LongAdder();

    /** @param patience how long one errand is tried */
    public Visitors(URI origin, Duration patience) {
        this.origin = origin;
        this.tries = new Tries(origin.toString(), patience);
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
        var known = idle.poll();
        var visitor = known == null ? new Visitor(origin) : known;
        repeated.add(tries.untilDone(() -> errand.run(visitor)));
        idle.add(visitor);
    }

    @Override
    public void close() {
        idle.forEach(Visitor::close);
    }
}
