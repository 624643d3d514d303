package org.clarion.actions.progress;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Everybody who watches the number of an action move. Once a second the totals of all watched actions are read together,
 * whoever watches; a stream in between costs memory and nothing else.
 */
public final class Audience<A extends Counted> {

    private final String what;
    private final Function<Set<UUID>, Map<UUID, A>> actions;
    private final Progress progress;
    private final ProgressWords words;
    private final int seats;
    private final Clock clock;
    private final Executor writers;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

    Audience(
            String what,
            Function<Set<UUID>, Map<UUID, A>> actions,
            Progress progress,
            ProgressWords words,
            int seats,
            Clock clock,
            Executor writers) {
        this.what = what;
        this.actions = actions;
        this.progress = progress;
        this.words = words;
        this.seats = seats;
        this.clock = clock;
        this.writers = writers;
    }

    /** The number as a stream. Where the house is full: 204, which tells a browser not to come back; the page then asks now and then. */
    public ResponseEntity<SseEmitter> follow(A action, Locale locale) {
        return admit(action, locale)
                .map(stream -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(stream))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** The number of now. */
    public ResponseEntity<Map<String, Object>> once(A action, Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(words.of(what, progress.of(action), locale));
    }

    /** A stream that starts with the total of now; empty where the house is full. */
    private Optional<SseEmitter> admit(A action, Locale locale) {
        if (viewers.size() >= seats) {
            return Optional.empty();
        }
        var now = progress.of(action);
        // Nothing shown yet, so that the first look writes it.
        var viewer = new Viewer(action.id(), locale, new Standing(-1, -1, now.at()), clock.instant());
        viewer.stream().onCompletion(() -> viewers.remove(viewer));
        viewer.stream().onError(failure -> viewers.remove(viewer));
        viewer.stream().onTimeout(() -> viewers.remove(viewer));
        viewers.add(viewer);
        tell(viewer, now);
        return Optional.of(viewer.stream());
    }

    void look() {
        if (viewers.isEmpty()) {
            return;
        }
        var watched = actions.apply(viewers.stream().map(Viewer::action).collect(Collectors.toSet()));
        var standings = progress.of(watched.values());
        for (var viewer : viewers) {
            var standing = standings.get(viewer.action());
            if (standing != null) {
                tell(viewer, standing);
            }
        }
    }

    private void tell(Viewer viewer, Standing standing) {
        var now = clock.instant();
        if (viewer.claim(standing, now)) {
            writers.execute(() -> {
                if (!viewer.write(standing, words.of(what, standing, viewer.locale()), now)) {
                    viewers.remove(viewer);
                }
            });
        }
    }

    void close() {
        viewers.forEach(Viewer::end);
        viewers.clear();
    }
}
