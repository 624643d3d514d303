package org.clarion.registrations.places;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringWatch;
import org.clarion.registrations.gathering.Gatherings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Where places are asked for. */
@Component
public class PlacesDesk implements GatheringWatch, DisposableBean {

    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final long PATIENCE_SECONDS = 20;

    private final PlacesStore store;
    private final Registrants registrants;
    private final Gatherings gatherings;
    private final Terms terms;
    private final PlacesSettings settings;
    private final Clock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final LoadingCache<UUID, Steward> stewards = Caffeine.newBuilder()
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run)
            .build(this::steward);
    private final LoadingCache<UUID, Places> seen;

    PlacesDesk(
            PlacesStore store,
            Registrants registrants,
            Gatherings gatherings,
            Terms terms,
            PlacesSettings settings,
            Clock clock) {
        this.store = store;
        this.registrants = registrants;
        this.gatherings = gatherings;
        this.terms = terms;
        this.settings = settings;
        this.clock = clock;
        this.seen = Caffeine.newBuilder()
                .maximumSize(200)
                .expireAfterWrite(Duration.ofSeconds(1))
                .executor(Runnable::run)
                .build(store::find);
    }

    /** Completes once it is decided, and will not be forgotten. */
    public CompletableFuture<Answer> ask(UUID gathering, Request request) {
        return stewards.get(gathering).ask(request);
    }

    /** As {@link #ask}, for somebody who waits to hear. */
    public Answer askAndWait(UUID gathering, Request request) {
        return waitFor(ask(gathering, request));
    }

    private static <T> T waitFor(CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** How it stands for each session and mode, a second old at most. */
    public List<Standing> standings(Gathering gathering) {
        return standings(gathering, seen.get(gathering.id()));
    }

    /** As {@link #standings(Gathering)}, of many at once. */
    public Map<UUID, List<Standing>> standings(Collection<Gathering> gatherings) {
        var standings = new HashMap<UUID, List<Standing>>();
        gatherings.forEach(gathering -> standings.put(gathering.id(), standings(gathering)));
        return standings;
    }

    /** By the rules of the gathering where the places do not know them yet. */
    private static List<Standing> standings(Gathering gathering, Places places) {
        if (places.rules().version() >= gathering.version()) {
            return places.standings();
        }
        return new Places(
                        places.gathering(),
                        places.version(),
                        Rules.of(gathering),
                        places.nextOrder(),
                        places.claims(),
                        places.todo(),
                        places.owedSince())
                .standings();
    }

    /** Once this returns, nothing is decided any more by what the gathering was before. */
    @Override
    public void changed(Gathering gathering) {
        if (gathering.isPublic()) {
            waitFor(stewards.get(gathering.id()).look());
        }
    }

    /** Does what is due at a gathering, and hands over what was decided and not taken. */
    void look(UUID gathering) {
        stewards.get(gathering).look();
    }

    private Steward steward(UUID gathering) {
        return new Steward(
                gathering,
                store,
                registrants,
                version -> newerRules(gathering, version),
                terms,
                settings,
                clock,
                executor);
    }

    private @Nullable Rules newerRules(UUID gathering, long version) {
        return gatherings
                .remembered(gathering)
                .filter(known -> known.version() > version)
                .map(Rules::of)
                .orElse(null);
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }
}
