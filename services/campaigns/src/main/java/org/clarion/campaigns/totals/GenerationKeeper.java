package org.clarion.campaigns.totals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.clarion.messaging.topics.TopicsReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Runs in this instance the generations that the plan wants, starts again what has failed and moves the plan on. */
@Component
class GenerationKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GenerationKeeper.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final GenerationPlans plans;
    private final GenerationSwitch generationSwitch;
    private final CountingTopology topology;
    private final StreamsSettings streamsSettings;
    private final CountingSettings settings;
    private final Clock clock;
    private final Map<Integer, GenerationRun> runs = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> pauses = new HashMap<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    GenerationKeeper(
            GenerationPlans plans,
            GenerationSwitch generationSwitch,
            CountingTopology topology,
            StreamsSettings streamsSettings,
            CountingSettings settings,
            Clock clock) {
        this.plans = plans;
        this.generationSwitch = generationSwitch;
        this.topology = topology;
        this.streamsSettings = streamsSettings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Generation → state, of those that run in this instance. */
    Map<Integer, KafkaStreams.State> states() {
        return runs.values().stream().collect(Collectors.toMap(GenerationRun::generation, GenerationRun::state));
    }

    @EventListener
    void on(TopicsReady ready) {
        thread = Thread.ofPlatform().name("generations").start(this::keep);
    }

    private void keep() {
        while (running) {
            try {
                step();
            } catch (RuntimeException e) {
                log.warn("Generations of totals stay as they are for now: {}", e.toString());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(settings.lookEvery().toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void step() {
        var plan = plans.current(this::first);
        for (var run : runs.values()) {
            if (!plan.wants(run.generation()) || run.hasEnded()) {
                stop(run);
            }
        }
        startIfMissing(plan.current(), plan);
        if (plan.building() != null) {
            startIfMissing(plan.building(), plan);
        }
        forgetStateOfOthers(plan);
        generationSwitch.advance(plan);
    }

    /** A plan that was lost must not begin below what readers of the topic have seen. */
    private int first() {
        try (var progress = generationSwitch.progress()) {
            return Math.max(1, progress.newestGeneration());
        }
    }

    private void startIfMissing(int generation, GenerationPlan plan) {
        var pause = pauses.getOrDefault(generation, Instant.MIN);
        if (plan.wants(generation)
                && !runs.containsKey(generation)
                && !clock.instant().isBefore(pause)) {
            var streams = new KafkaStreams(topology.build(generation), streamsSettings.of(generation));
            runs.put(generation, GenerationRun.start(generation, streams));
        }
    }

    private void stop(GenerationRun run) {
        if (run.hasEnded()) {
            pauses.put(run.generation(), clock.instant().plus(PAUSE_AFTER_FAILURE));
        }
        run.stop();
        runs.remove(run.generation());
    }

    private void forgetStateOfOthers(GenerationPlan plan) {
        if (!Files.isDirectory(settings.stateDir())) {
            return;
        }
        try (var folders = Files.list(settings.stateDir())) {
            for (var folder : folders.toList()) {
                var generation =
                        StreamsSettings.generationOf(folder.getFileName().toString());
                if (generation > 0 && generation < plan.current() && !runs.containsKey(generation)) {
                    forget(folder, generation);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path folder, int generation) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        log.info("State of generation {} removed", generation);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
        runs.values().forEach(GenerationRun::stop);
        runs.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
