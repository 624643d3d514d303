package org.clarion.gateway;

import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts and sessions. Only staff pages ask it, and they say soon when it is away. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer storeOfStaff() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(20).maxWaitTime(2, TimeUnit.SECONDS));
    }
}
