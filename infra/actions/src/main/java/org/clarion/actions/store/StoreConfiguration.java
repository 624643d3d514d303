package org.clarion.actions.store;

import org.clarion.messaging.outbox.AggregateStores;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where actions are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemorySettings.class)
public class StoreConfiguration {

    @Bean
    ActionStores actionStores(AggregateStores stores, MemorySettings memory) {
        return new ActionStores(stores, memory);
    }
}
