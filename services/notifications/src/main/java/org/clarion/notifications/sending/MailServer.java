package org.clarion.notifications.sending;

import jakarta.mail.Session;
import org.clarion.servicedefaults.MissingSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server by Spring's own settings ({@code spring.mail.*}). */
@Component
class MailServer {

    private final JavaMailSenderImpl settings;

    MailServer(ObjectProvider<JavaMailSenderImpl> settings) {
        var configured = settings.getIfAvailable();
        if (configured == null) {
            throw new MissingSetting("spring.mail.host");
        }
        this.settings = configured;
    }

    Session session() {
        return settings.getSession();
    }

    Conversation conversation() {
        var protocol = settings.getProtocol();
        return new Conversation(session(), protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
    }

    @Nullable String host() {
        return settings.getHost();
    }

    int port() {
        return settings.getPort();
    }

    @Nullable String username() {
        return settings.getUsername();
    }

    @Nullable String password() {
        return settings.getPassword();
    }
}
