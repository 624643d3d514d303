package org.clarion.notifications.mail;

import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    static {
        // Named here, or Jakarta Mail searches all jars for it anew with every part of every mail.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    @Bean
    Patience patience(MailSettings settings) {
        return settings.patience();
    }
}
