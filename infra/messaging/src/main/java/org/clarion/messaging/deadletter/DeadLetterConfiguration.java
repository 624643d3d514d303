package org.clarion.messaging.deadletter;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.ExponentialBackOff;

/** The desk for dead letters of a service. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class DeadLetterConfiguration {

    @Bean
    DeadLetterDesk deadLetterDesk(
            MongoOperations mongo,
            KafkaListenerEndpointRegistry listeners,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new DeadLetterDesk(mongo, listeners, clock, service);
    }

    @Bean
    DeadLetterPages deadLetterPages(DeadLetterDesk desk, @Value("${clarion.dead-letters.path}") String path) {
        return new DeadLetterPages(desk, path);
    }

    @Bean
    DeadLetterWatch deadLetterWatch(DeadLetterDesk desk) {
        return new DeadLetterWatch(desk);
    }

    /** Parks nothing in its turn: there is no dead letter of a dead letter. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> deadLetterContainerFactory(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> consumers) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        configurer.configure(factory, consumers);
        factory.setCommonErrorHandler(new DefaultErrorHandler(new ExponentialBackOff()));
        factory.setAutoStartup(false);
        return factory;
    }
}
