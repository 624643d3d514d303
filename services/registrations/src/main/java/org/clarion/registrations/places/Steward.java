package org.clarion.registrations.places;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.clarion.registrations.places.Request.Accept;
import org.clarion.registrations.places.Request.Alter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Decides about the places at one gathering for all who ask this instance, as many at once as there are. It may lose
 * everything that it holds at any moment: requests can be repeated, and decisions stand on the list in the document.
 */
final class Steward {

    /** A request and who waits for what comes of it. */
    private record Waiting(Request request, CompletableFuture<Answer> answer) {}

    private static final Logger log = LoggerFactory.getLogger(Steward.class);
    private static final int TRIES = 50;

    private final UUID gathering;
    private final PlacesStore store;
    private final Registrants registrants;
    private final LongFunction<@Nullable Rules> newerRules;
    private final Terms terms;
    private final PlacesSettings settings;
    private final Clock clock;
    private final Executor executor;

    private final Queue<Waiting> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Decision> toTake = new ConcurrentLinkedQueue<>();
    private final Queue<Decision> taken = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean deciding = new AtomicBoolean();
    private final AtomicBoolean handing = new AtomicBoolean();
    private final Queue<CompletableFuture<Places>> looks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean striking = new AtomicBoolean();
    private volatile @Nullable Places known;

    /** @param newerRules version → the rules of the gathering, if they are newer than that; else null */
    Steward(
            UUID gathering,
            PlacesStore store,
            Registrants registrants,
            LongFunction<@Nullable Rules> newerRules,
            Terms terms,
            PlacesSettings settings,
            Clock clock,
            Executor executor) {
        this.gathering = gathering;
        this.store = store;
        this.registrants = registrants;
        this.newerRules = newerRules;
        this.terms = terms;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
    }

    CompletableFuture<Answer> ask(Request request) {
        var waiting = new Waiting(request, new CompletableFuture<>());
        requests.add(waiting);
        decideSoon();
        return waiting.answer();
    }

    /** Does what is due, and hands over again what was decided and not taken. */
    CompletableFuture<Places> look() {
        var look = new CompletableFuture<Places>();
        looks.add(look);
        decideSoon();
        return look;
    }

    private void decideSoon() {
        if (deciding.compareAndSet(false, true)) {
            executor.execute(this::decideAll);
        }
    }

    private void decideAll() {
        do {
            try {
                while (hasWork()) {
                    decideOnce();
                }
            } finally {
                deciding.set(false);
            }
        } while (hasWork() && deciding.compareAndSet(false, true));
    }

    private boolean hasWork() {
        return !requests.isEmpty() || !looks.isEmpty() || striking.get();
    }

    private void decideOnce() {
        striking.set(false);
        var lookers = drain(looks, Integer.MAX_VALUE);
        var together = drain(requests, settings.atOnce());
        var struck = drain(taken, Integer.MAX_VALUE);
        try {
            var before = lookers.isEmpty() ? null : store.find(gathering);
            var after = decide(before, together, struck);
            if (before != null) {
                hand(after.todo());
                lookers.forEach(each -> each.complete(after));
            }
        } catch (RuntimeException e) {
            known = null;
            together.forEach(each -> each.answer().completeExceptionally(e));
            lookers.forEach(each -> each.completeExceptionally(e));
            if (together.isEmpty()) {
                log.warn("Places could not be looked at, the next look may succeed: {}", e.toString());
            }
        }
    }

    private Places decide(@Nullable Places fresh, List<Waiting> together, List<Decision> struck) {
        var asked = together.stream().map(Waiting::request).toList();
        var before = fresh;
        for (int i = 1; ; i++) {
            if (before == null) {
                before = known != null && i == 1 ? known : store.find(gathering);
            }
            var pass = new Pass(newerRules.apply(before.rules().version()), struck, asked, free(before, asked));
            var result = Allocation.decide(before, pass, terms, clock.instant());
            if (stands(before, result)) {
                known = result.after();
                answer(together, result);
                hand(result.after().todo().stream()
                        .filter(decision -> decision.version() == result.after().version())
                        .toList());
                return result.after();
            }
            if (i == TRIES) {
                throw new OptimisticLockingFailureException("The places of " + gathering + " change too fast");
            }
            before = null;
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(1, 2 + i)));
        }
    }

    /** Whether what was decided holds: it was written, or nothing had to be written and the places stand as they were seen. */
    private boolean stands(Places before, Allocation.Result result) {
        if (result.after() != before) {
            return store.replace(result.after(), Allocation.due(result.after()));
        }
        return store.version(gathering) == before.version();
    }

    private static void answer(List<Waiting> together, Allocation.Result result) {
        for (int i = 0; i < together.size(); i++) {
            together.get(i).answer().complete(result.answers().get(i));
        }
    }

    /** Asks only about those whom the places do not know. */
    private Set<UUID> free(Places before, List<Request> asked) {
        var known = new HashSet<UUID>();
        before.claims().forEach(claim -> known.add(claim.registration()));
        before.todo().forEach(decision -> known.add(decision.registration()));
        var unknown = asked.stream()
                .filter(request -> !(request instanceof Alter || request instanceof Accept))
                .filter(request -> !known.contains(request.registration()))
                .toList();
        return unknown.isEmpty() ? Set.of() : registrants.free(unknown);
    }

    private void hand(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        toTake.addAll(decisions);
        if (handing.compareAndSet(false, true)) {
            executor.execute(this::handAll);
        }
    }

    private void handAll() {
        do {
            try {
                while (!toTake.isEmpty()) {
                    var done = registrants.take(gathering, drain(toTake, settings.atOnce()));
                    taken.addAll(done);
                }
            } catch (RuntimeException e) {
                toTake.clear(); // they stand on the list, and a sweeper hands them over again
                log.warn("Decisions about places wait for the next look: {}", e.toString());
            } finally {
                handing.set(false);
            }
        } while (!toTake.isEmpty() && handing.compareAndSet(false, true));
        CompletableFuture.delayedExecutor(settings.strikeAfter().toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(this::decideIfTaken);
    }

    private void decideIfTaken() {
        if (!taken.isEmpty()) {
            striking.set(true);
            decideSoon();
        }
    }

    private static <T> List<T> drain(Queue<T> queue, int most) {
        var all = new ArrayList<T>();
        for (T each = queue.poll(); each != null; each = all.size() < most ? queue.poll() : null) {
            all.add(each);
        }
        return all;
    }
}
