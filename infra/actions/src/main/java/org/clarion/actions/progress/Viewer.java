package org.clarion.actions.progress;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Somebody who looks at an action's page while its number moves. */
final class Viewer {

    static final Duration LONGEST = Duration.ofSeconds(55);
    static final Duration BEAT = Duration.ofSeconds(15);

    private final UUID action;
    private final Locale locale;
    private final Instant since;
    private final SseEmitter stream = new SseEmitter(Duration.ofSeconds(75).toMillis());
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant lastWrite;
    private volatile long shown;
    private volatile long goal;

    Viewer(UUID action, Locale locale, Standing shown, Instant now) {
        this.action = action;
        this.locale = locale;
        this.since = now;
        this.lastWrite = now;
        this.shown = shown.count();
        this.goal = shown.goal();
    }

    UUID action() {
        return action;
    }

    Locale locale() {
        return locale;
    }

    SseEmitter stream() {
        return stream;
    }

    /** Whether there is something to write now, and nothing is being written. Who gets yes must call {@link #write}. */
    boolean claim(Standing now, Instant at) {
        var due = isOver(at) || now.count() != shown || now.goal() != goal || !at.isBefore(lastWrite.plus(BEAT));
        return due && busy.compareAndSet(false, true);
    }

    private boolean isOver(Instant at) {
        return !at.isBefore(since.plus(LONGEST));
    }

    /**
     * Writes what is due.
     *
     * @return whether the stream goes on
     */
    boolean write(Standing now, Object words, Instant at) {
        try {
            if (isOver(at)) {
                stream.complete(); // the browser comes back by itself
                return false;
            }
            var moved = now.count() != shown || now.goal() != goal;
            stream.send(
                    moved
                            ? SseEmitter.event().data(words, MediaType.APPLICATION_JSON)
                            : SseEmitter.event().comment(""));
            shown = now.count();
            goal = now.goal();
            lastWrite = at;
            return true;
        } catch (IOException | IllegalStateException gone) {
            stream.complete(); // the viewer has left
            return false;
        } finally {
            busy.set(false);
        }
    }

    void end() {
        stream.complete();
    }
}
