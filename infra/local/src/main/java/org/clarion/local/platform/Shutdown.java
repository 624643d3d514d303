package org.clarion.local.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Stops parts in the order that loses nothing: the services first, then what they stand on. */
public final class Shutdown {

    /** The first time, each service leaves an archive of its classes behind, from which the next start is quicker. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final List<String> LAST = List.of("mail", "kafka", "mongodb");

    private final Platform platform;
    private final Consumer<String> progress;

    public Shutdown(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    public void stop(Collection<String> parts) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.stream().filter(part -> !LAST.contains(part)).forEach(part -> workers.submit(() -> stop(part)));
        }
        LAST.stream().filter(parts::contains).forEach(this::stop);
    }

    private void stop(String part) {
        var ran = platform.processes().find(part).isPresent();
        var began = System.nanoTime();
        var inTime = platform.processes().stop(part, PATIENCE);
        if (!inTime) {
            progress.accept("%-14s did not stop within %d s and was killed".formatted(part, PATIENCE.toSeconds()));
        } else if (ran) {
            progress.accept(
                    String.format(Locale.UK, "%-14s stopped after %.1f s", part, (System.nanoTime() - began) / 1e9));
        }
    }
}
