package org.clarion.servicedefaults;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@EnableConfigurationProperties(ServiceAddresses.class)
class ServiceDefaultsAutoConfiguration {

    /** Milliseconds, because the store keeps no more: what was written equals what is read back. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));
    }

    @Bean
    @ConditionalOnMissingBean
    PublicUrl publicUrl(@Value("${clarion.public-url}") URI origin) {
        return new PublicUrl(origin);
    }
}
