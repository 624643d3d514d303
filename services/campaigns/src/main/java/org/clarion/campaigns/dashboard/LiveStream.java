package org.clarion.campaigns.dashboard;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.clarion.totals.TotalsListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what has changed to each viewer until the stream ends itself (design rule 17). A viewer costs a virtual thread that
 * sleeps; it looks again when totals change in this instance, and in any case every two seconds, because another instance
 * may have read the change.
 */
@Component
class LiveStream implements TotalsListener {

    static final Duration LIFE = Duration.ofSeconds(55);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(2);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

    private final Clock clock;
    private final JsonMapper json;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingChanged = lock.newCondition();

    LiveStream(Clock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void changed(Set<UUID> actions) {
        lock.lock();
        try {
            somethingChanged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @param texts all that the viewer sees; only what differs from the time before is sent */
    SseEmitter to(Locale language, Supplier<Map<String, String>> texts) {
        var viewer = new SseEmitter(LIFE.plusSeconds(10).toMillis());
        Thread.ofVirtual().name("viewer").start(() -> {
            LocaleContextHolder.setLocale(language);
            serve(viewer, texts);
        });
        return viewer;
    }

    private void serve(SseEmitter viewer, Supplier<Map<String, String>> texts) {
        try {
            var end = clock.instant().plus(LIFE);
            var beaten = Instant.MIN;
            var seen = new HashMap<String, String>();
            for (var now = clock.instant(); now.isBefore(end); now = clock.instant()) {
                var news = new HashMap<>(texts.get());
                news.entrySet().removeAll(seen.entrySet());
                if (!news.isEmpty()) {
                    viewer.send(SseEmitter.event().data(json.writeValueAsString(news)));
                    seen.putAll(news);
                    beaten = now;
                } else if (beaten.plus(BEAT).isBefore(now)) {
                    viewer.send(SseEmitter.event().comment(""));
                    beaten = now;
                }
                TimeUnit.MILLISECONDS.sleep(AT_MOST_EVERY.toMillis());
                awaitChange();
            }
            viewer.complete();
        } catch (IOException | IllegalStateException e) {
            log.debug("A viewer has left: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            viewer.complete();
        } catch (RuntimeException e) {
            // The store may be away for a while: the browser comes back by itself and asks again.
            log.warn("A dashboard's stream ends early: {}", e.toString());
            viewer.complete();
        }
    }

    private void awaitChange() throws InterruptedException {
        lock.lock();
        try {
            if (!somethingChanged.await(LOOK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS)) {
                log.trace("Nothing was heard; looking anyway");
            }
        } finally {
            lock.unlock();
        }
    }
}
