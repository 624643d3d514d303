package org.clarion.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Collectors;
import org.clarion.messaging.topics.Heartbeat;
import org.clarion.messaging.topics.TopicSettings;
import org.clarion.messaging.topics.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.ProducerFactory;

/** The outbox of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxConfiguration {

    @Bean
    OutboxRelay outboxRelay(ProducerFactory<String, byte[]> producers, OutboxSettings settings) {
        return new OutboxRelay(new EventSender(producers), settings);
    }

    @Bean
    AggregateStores aggregateStores(
            MongoOperations mongo,
            OutboxRelay relay,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new AggregateStores(mongo, relay, new EventFactory(service), clock);
    }

    @Bean
    OutboxSweeper outboxSweeper(AggregateStores stores, OutboxRelay relay, OutboxSettings settings, Clock clock) {
        return new OutboxSweeper(stores.all(), relay, settings, clock);
    }

    @Bean
    OutboxHealth outboxHealthIndicator(OutboxSweeper sweeper, OutboxSettings settings) {
        return new OutboxHealth(sweeper, settings);
    }

    @Bean
    Gauge outboxOldest(OutboxSweeper sweeper, MeterRegistry meters) {
        return Gauge.builder(
                        "clarion.outbox.oldest", sweeper, s -> s.oldestAge().toMillis() / 1000.0)
                .description("Age of the oldest event that waits for the broker")
                .baseUnit("seconds")
                .register(meters);
    }

    @Bean
    StaleStates staleStates(AggregateStores stores) {
        return new StaleStates(stores);
    }

    @Bean
    Heartbeat heartbeat(
            Topics topics,
            AggregateStores stores,
            ProducerFactory<String, byte[]> producers,
            TopicSettings settings,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new Heartbeat(topics, () -> publishedBy(stores), producers, settings, clock, service);
    }

    @Bean
    RepublishController republishController(AggregateStores stores) {
        return new RepublishController(stores);
    }

    private static Collection<String> publishedBy(AggregateStores stores) {
        return stores.all().stream().map(AggregateStore::topic).collect(Collectors.toSet());
    }
}
