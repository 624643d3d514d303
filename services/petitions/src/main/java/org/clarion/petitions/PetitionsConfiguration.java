package org.clarion.petitions;

import org.clarion.servicedefaults.tokens.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PetitionsConfiguration {

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("/petitions", "/petitions/**", "/api/petitions", "/api/petitions/**");
    }
}
