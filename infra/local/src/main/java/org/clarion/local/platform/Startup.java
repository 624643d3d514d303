package org.clarion.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clarion.backends.Ports;
import org.clarion.local.platform.Part.Stage;
import org.jspecify.annotations.Nullable;

/** Brings parts up, two at a time, and waits until all are ready. */
public final class Startup {

    /** More at once only compete for the processors of a small machine. */
    private static final int AT_A_TIME = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Platform platform;
    private final Consumer<String> progress;
    private final ConcurrentLinkedQueue<String> started = new ConcurrentLinkedQueue<>();
    private volatile boolean cancelled;

    public Startup(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /**
     * Starts what does not run yet.
     *
     * @throws PlatformTrouble with the name of the part that failed and the end of its log
     */
    public void start(List<Part> parts) {
        platform.prepare();
        var missing = parts.stream().filter(part -> !runs(part)).toList();
        missing.forEach(this::claimPorts);
        try (var beginners = Executors.newFixedThreadPool(AT_A_TIME);
                var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ready = new ArrayList<Future<?>>();
            for (var part : parts) {
                var begun = missing.contains(part) ? beginners.submit(() -> begin(part)) : null;
                ready.add(watchers.submit(() -> {
                    var since = begun == null ? null : begun.get();
                    await(part, Stage.READY);
                    tell(part, since);
                    return null;
                }));
            }
            for (var one : ready) {
                one.get();
            }
        } catch (ExecutionException e) {
            cancel();
            throw troubleIn(e);
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted while starting", e);
        }
    }

    private void tell(Part part, @Nullable Instant since) {
        if (!cancelled) {
            progress.accept(
                    since == null
                            ? "%-14s ready, ran already".formatted(part.name())
                            : String.format(Locale.UK, "%-14s ready after %.1f s", part.name(), secondsSince(since)));
        }
    }

    private static RuntimeException troubleIn(Throwable failure) {
        var cause = failure;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** What this start-up has set going. */
    public List<String> started() {
        return List.copyOf(started);
    }

    /** Begins nothing more. */
    public void cancel() {
        cancelled = true;
    }

    private boolean runs(Part part) {
        return platform.processes().find(part.name()).isPresent();
    }

    private void claimPorts(Part part) {
        for (var port : part.ports()) {
            if (!Ports.free(port)) {
                throw new PlatformTrouble(
                        """
                        Port %d is taken, and %s needs it. Stop what listens there, or set CLARION_PORT_BASE \
                        (it is %d) to move the whole platform.""".formatted(port, part.name(), platform.ports().base()));
            }
        }
    }

    private Instant begin(Part part) throws InterruptedException {
        var since = Instant.now();
        synchronized (this) {
            if (cancelled) {
                return since;
            }
            started.add(part.name());
            platform.processes().start(part);
        }
        await(part, Stage.ANSWERING);
        return since;
    }

    private void await(Part part, Stage stage) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        for (var now = part.readiness(); now.stage().compareTo(stage) < 0; now = part.readiness()) {
            if (cancelled) {
                return;
            }
            if (!runs(part)) {
                throw failed(part, "stopped by itself");
            }
            if (Instant.now().isAfter(deadline)) {
                throw failed(part, "was not ready after %d s: it %s".formatted(PATIENCE.toSeconds(), now.says()));
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
        }
    }

    private PlatformTrouble failed(Part part, String how) {
        cancel();
        var log = platform.home().log(part.name());
        var end = LogFile.lastLines(log, 25).stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
        return new PlatformTrouble("%s %s. The end of %s:%n%s".formatted(part.name(), how, log, end));
    }

    private static double secondsSince(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }
}
