package org.clarion.actions.progress;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Gives the pages of actions numbers that move. */
public final class Audiences {

    private static final Logger log = LoggerFactory.getLogger(Audiences.class);

    private final Progress progress;
    private final ProgressWords words;
    private final ProgressSettings settings;
    private final Clock clock;
    private final List<Audience<?>> audiences = new CopyOnWriteArrayList<>();
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    Audiences(Progress progress, ProgressWords words, ProgressSettings settings, Clock clock) {
        this.progress = progress;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * For the controller of one kind of action.
     *
     * @param what is counted; the name of the number in {@code data-live}, such as {@code signatures}
     * @param actions finds actions by their ids, without asking the store each time
     */
    public <A extends Counted> Audience<A> of(String what, Function<Set<UUID>, Map<UUID, A>> actions) {
        var audience = new Audience<>(what, actions, progress, words, settings.viewers(), clock, writers);
        audiences.add(audience);
        return audience;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            audiences.forEach(Audience::look);
        } catch (DataAccessException e) {
            log.debug("Totals cannot be read just now: {}", e.toString());
        }
    }

    /** Otherwise the server waits for the streams before it goes. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        audiences.forEach(Audience::close);
    }

    @PreDestroy
    void stop() {
        writers.shutdownNow();
    }
}
