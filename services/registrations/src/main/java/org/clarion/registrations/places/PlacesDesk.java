package org.clarion.registrations.places;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringWatch;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.places.Places.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Where places are asked for. */
@Component
public class PlacesDesk implements GatheringWatch, DisposableBean {

    /** How many of one session and mode are left for somebody who comes now; null for as many as they like. */
    public record Left(int session, String mode, @Nullable Integer left) {}

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
    public List<Left> left(Gathering gathering) {
        var places = seen.get(gathering.id());
        var standing = places.rules().version() < gathering.version()
                ? new Places(
                        places.gathering(),
                        places.version(),
                        Rules.of(gathering),
                        places.nextOrder(),
                        places.claims(),
                        places.todo(),
                        places.owedSince())
                : places;
        return standing.standings().stream()
                .map(each -> new Left(each.session(), each.mode().wireName(), each.left()))
                .toList();
    }

    List<Standing> standings(UUID gathering) {
        return store.find(gathering).standings();
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
