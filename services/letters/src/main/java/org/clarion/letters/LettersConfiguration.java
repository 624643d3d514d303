package org.clarion.letters;

import org.clarion.servicedefaults.tokens.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LettersConfiguration {

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of(
                "/letters",
                "/letters/**",
                "/api/letter-actions",
                "/api/letter-actions/**",
                "/api/representatives",
                "/api/representatives/**");
    }
}
