package org.clarion.messaging.topics;

import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates what is declared and missing, however late the broker comes, and then lets the listeners start. */
public class TopicCreation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Topics topics;
    private final TopicSettings settings;
    private final KafkaAdmin admin;
    private final ApplicationEventPublisher events;
    private volatile boolean running;
    private volatile boolean ready;

    public TopicCreation(Topics topics, TopicSettings settings, KafkaAdmin admin, ApplicationEventPublisher events) {
        this.topics = topics;
        this.settings = settings;
        this.admin = admin;
        this.events = events;
    }

    public boolean isReady() {
        return ready;
    }

    private void untilDone() {
        while (running && !ready) {
            try {
                createMissing();
                ready = true;
                events.publishEvent(new TopicsReady());
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                log.warn("No topics yet: {}", e.toString());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void createMissing() throws ExecutionException, InterruptedException, TimeoutException {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var present = client.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var missing = topics.withDeadLetters()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(this::newTopic)
                    .toList();
            if (!missing.isEmpty()) {
                log.info("Creating {}", missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
            }
            for (var created : client.createTopics(missing).values().values()) {
                try {
                    created.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e; // an instance beside this one may have been quicker, anything else is a failure
                    }
                }
            }
        }
    }

    private NewTopic newTopic(TopicDeclaration topic) {
        var config = new HashMap<>(topic.config());
        if (settings.replicas() == 1) {
            config.put("flush.messages", "1"); // the only copy must be on disk when it is acknowledged
        } else {
            config.put("min.insync.replicas", "2");
        }
        return new NewTopic(topic.name(), topic.partitions(), settings.replicas()).configs(config);
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("topic-creation").start(this::untilDone);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
