package org.clarion.notifications.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Patience patience(MailSettings settings) {
        return settings.patience();
    }
}
