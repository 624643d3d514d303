package org.clarion.notifications.sending;

import org.clarion.backends.MailSink;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** An owner and a line to the mail server that tests can let fail. */
@TestConfiguration(proxyBeanMethods = false)
public class SendingBackends {

    @Bean
    FakeOwner owner() {
        return new FakeOwner();
    }

    @Bean
    MailLine mailLine(MailSink sink) {
        return new MailLine(sink.port());
    }

    @Bean
    DynamicPropertyRegistrar ownerAddress(FakeOwner owner) {
        return properties -> properties.add("clarion.services.petitions", owner::address);
    }

    @Bean
    JavaMailSenderImpl mailSender(MailLine line) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(line.port());
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return sender;
    }
}
