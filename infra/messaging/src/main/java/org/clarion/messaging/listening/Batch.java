package org.clarion.messaging.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clarion.messaging.UnreadableMessage;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** Works on many messages at once and still knows which one failed. */
public final class Batch {

    /**
     * Properties of a listener whose topic a rush fills. What comes within a tenth of a second is read together: the store sees
     * a few large writes in place of many small ones.
     */
    public static final String GATHERED = "fetch.min.bytes=65536\nfetch.max.wait.ms=100";

    /** As {@link #GATHERED}, for what may wait a second, and finds next to nothing to do in what a rush brings. */
    public static final String UNHURRIED = "fetch.min.bytes=1048576\nfetch.max.wait.ms=1000";

    /** The batch waits, with the message at {@code index} as its first, until the cause has passed. */
    private static final class Held extends BatchListenerFailedException {
        Held(Throwable cause, int index) {
            super("A message has to wait", cause, index);
        }
    }

    /** No subclass of {@link Held}, nor the other way round: Spring Kafka begins its count anew where one follows the other. */
    private static final class Failed extends BatchListenerFailedException {
        Failed(Throwable cause, int index) {
            super("A message failed", cause, index);
        }
    }

    private Batch() {}

    /**
     * Reads all messages as {@code type} and hands them over together. If that fails for a reason that waiting does not
     * mend, they are handed over one by one to single out the bad one: what comes before it counts as done, it is tried
     * again and then parked, and the rest follows. {@code work} must therefore bear to see a message twice.
     *
     * <p>Everything that may fail belongs into {@code work}. Of what a listener throws besides, Spring Kafka cannot tell
     * whose fault it is, and parks the whole batch.
     */
    public static <T> void of(List<IncomingMessage> messages, Class<T> type, Consumer<List<T>> work) {
        of(messages, message -> message.as(type), work);
    }

    /** As {@link #of(List, Class, Consumer)}, for work that needs more of a message than its body. */
    public static <T> void of(
            List<IncomingMessage> messages, Function<IncomingMessage, T> reading, Consumer<List<T>> work) {
        var readable = new ArrayList<T>(messages.size());
        RuntimeException unreadable = null;
        for (var message : messages) {
            try {
                readable.add(reading.apply(message));
            } catch (UnreadableMessage e) {
                unreadable = e;
                break;
            }
        }
        together(readable, work);
        if (unreadable != null) {
            throw new Failed(unreadable, readable.size());
        }
    }

    private static <T> void together(List<T> items, Consumer<List<T>> work) {
        if (items.isEmpty()) {
            return;
        }
        try {
            work.accept(items);
        } catch (RuntimeException | Error e) {
            if (Failures.isTransient(e)) {
                throw new Held(e, 0);
            }
            oneByOne(items, work);
        }
    }

    private static <T> void oneByOne(List<T> items, Consumer<List<T>> work) {
        for (int i = 0; i < items.size(); i++) {
            try {
                work.accept(List.of(items.get(i)));
            } catch (RuntimeException | Error e) {
                throw Failures.isTransient(e) ? new Held(e, i) : new Failed(e, i);
            }
        }
    }
}
