package org.clarion.messaging.listening;

import org.clarion.messaging.topics.TopicsReady;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Starts the listeners once their topics are there. */
class ListenerStart {

    private final KafkaListenerEndpointRegistry registry;

    ListenerStart(KafkaListenerEndpointRegistry registry) {
        this.registry = registry;
    }

    @EventListener
    void on(TopicsReady ready) {
        registry.getListenerContainers().forEach(MessageListenerContainer::start);
    }
}
