package org.clarion.actions.store;

import java.time.Clock;
import org.clarion.messaging.outbox.AggregateStores;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where actions are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActionSettings.class)
public class StoreConfiguration {

    @Bean
    ActionStores actionStores(AggregateStores stores, ActionSettings memory) {
        return new ActionStores(stores, memory);
    }

    @Bean
    ActionCalendar actionCalendar(ActionStores stores, Clock clock) {
        return new ActionCalendar(stores, clock);
    }
}
