package org.clarion.registrations;

import org.clarion.servicedefaults.tokens.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RegistrationsConfiguration {

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("/events", "/events/**", "/api/gatherings", "/api/gatherings/**");
    }
}
