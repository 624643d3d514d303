package org.clarion.petitions.progress;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Everybody who watches a number move. Once a second the totals of all watched petitions are read together, whoever
 * watches; a stream in between costs memory and nothing else.
 */
@Component
class Audience {

    private static final Logger log = LoggerFactory.getLogger(Audience.class);

    private final Petitions petitions;
    private final Progress progress;
    private final ProgressWords words;
    private final ProgressSettings settings;
    private final Clock clock;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    Audience(Petitions petitions, Progress progress, ProgressWords words, ProgressSettings settings, Clock clock) {
        this.petitions = petitions;
        this.progress = progress;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** A stream that starts with the total of now; empty where the house is full. */
    Optional<SseEmitter> admit(Petition petition, Locale locale) {
        if (viewers.size() >= settings.viewers()) {
            return Optional.empty();
        }
        var now = progress.of(petition);
        // Nothing shown yet, so that the first look writes it.
        var viewer = new Viewer(petition.id(), locale, new Standing(-1, -1, now.at()), clock.instant());
        viewer.stream().onCompletion(() -> viewers.remove(viewer));
        viewer.stream().onError(failure -> viewers.remove(viewer));
        viewer.stream().onTimeout(() -> viewers.remove(viewer));
        viewers.add(viewer);
        tell(viewer, now);
        return Optional.of(viewer.stream());
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        if (viewers.isEmpty()) {
            return;
        }
        try {
            var watched =
                    petitions.remembered(viewers.stream().map(Viewer::petition).collect(Collectors.toSet()));
            tell(progress.of(watched.values()));
        } catch (DataAccessException e) {
            log.debug("Totals cannot be read just now: {}", e.toString());
        }
    }

    private void tell(Map<UUID, Standing> standings) {
        for (var viewer : viewers) {
            var standing = standings.get(viewer.petition());
            if (standing != null) {
                tell(viewer, standing);
            }
        }
    }

    private void tell(Viewer viewer, Standing standing) {
        var now = clock.instant();
        if (viewer.claim(standing, now)) {
            writers.execute(() -> {
                if (!viewer.write(standing, words.of(standing, viewer.locale()), now)) {
                    viewers.remove(viewer);
                }
            });
        }
    }

    /** Otherwise the server waits for the streams before it goes. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        viewers.forEach(Viewer::end);
        viewers.clear();
    }

    @PreDestroy
    void stop() {
        writers.shutdownNow();
    }
}
