package org.clarion.messaging.health;

import org.clarion.messaging.topics.TopicCreation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Up when the topics are there and every listener runs. A listener that has stopped would otherwise go unseen. */
public class ListenersHealth implements HealthIndicator {

    private final TopicCreation topics;
    private final KafkaListenerEndpointRegistry registry;

    public ListenersHealth(TopicCreation topics, KafkaListenerEndpointRegistry registry) {
        this.topics = topics;
        this.registry = registry;
    }

    @Override
    public Health health() {
        if (!topics.isReady()) {
            return Health.down().withDetail("topics", "not there yet").build();
        }
        var stopped = registry.getListenerContainers().stream()
                .filter(container -> !container.isRunning() || !container.isInExpectedState())
                .map(MessageListenerContainer::getListenerId)
                .toList();
        return stopped.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stopped", stopped).build();
    }
}
