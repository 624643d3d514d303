package org.clarion.campaigns;

import org.clarion.servicedefaults.tokens.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignsConfiguration {

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("/", "/privacy", "/campaigns/*");
    }
}
