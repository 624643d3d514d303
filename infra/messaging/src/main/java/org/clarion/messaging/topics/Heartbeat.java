package org.clarion.messaging.topics;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.clarion.messaging.envelope.CloudEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Writes a record into each partition of this service's state topics once a day. The active segment of a partition is
 * never compacted, and without a new record a quiet one stays active: what a supporter asked to forget would stay too.
 */
public class Heartbeat implements SmartLifecycle {

    /** Readers pass over records of this type. */
    public static final String TYPE = "heartbeat.v1";

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final Topics topics;
    private final Supplier<Collection<String>> published;
    private final ProducerFactory<String, byte[]> producers;
    private final TopicSettings settings;
    private final Clock clock;
    private final String source;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    public Heartbeat(
            Topics topics,
            Supplier<Collection<String>> published,
            ProducerFactory<String, byte[]> producers,
            TopicSettings settings,
            Clock clock,
            String service) {
        this.source = "/" + service;
        this.topics = topics;
        this.published = published;
        this.producers = producers;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(TopicsReady ready) {
        thread = Thread.ofVirtual().name("heartbeat").start(() -> {
            while (running) {
                beat();
                try {
                    TimeUnit.MILLISECONDS.sleep(settings.heartbeatEvery().toMillis());
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void beat() {
        var own = published.get();
        topics.all().stream()
                .filter(topic -> topic.isState() && own.contains(topic.name()))
                .forEach(this::beat);
    }

    private void beat(TopicDeclaration topic) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            var now = clock.instant();
            var body = "{\"at\":\"" + now + "\"}";
            var record =
                    new ProducerRecord<>(topic.name(), partition, "heartbeat", body.getBytes(StandardCharsets.UTF_8));
            var id = "heartbeat:" + now.toEpochMilli() + ":" + topic.name() + "-" + partition;
            new CloudEvent(id, TYPE, source, now).into(record.headers());
            producers.createProducer().send(record, (metadata, failure) -> {
                if (failure != null) {
                    log.warn("No heartbeat on {} this time: {}", topic.name(), failure.toString());
                }
            });
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (thread.isVirtual()) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
