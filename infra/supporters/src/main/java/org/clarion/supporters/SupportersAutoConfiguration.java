package org.clarion.supporters;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Offers what knows a supporter by address only; without its keys a service does not start. */
@AutoConfiguration
@EnableConfigurationProperties(SupportersSettings.class)
class SupportersAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Pseudonyms pseudonyms(SupportersSettings settings) {
        return new Pseudonyms(settings.pseudonymKeys());
    }

    @Bean
    @ConditionalOnMissingBean
    LinkTokens linkTokens(SupportersSettings settings) {
        return new LinkTokens(settings.linkKeys());
    }

    @Bean
    @ConditionalOnMissingBean
    TypingHints typingHints() {
        return new TypingHints();
    }
}
