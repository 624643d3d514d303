package org.clarion.testsupport;

import com.mongodb.ConnectionString;
import java.util.List;
import java.util.UUID;
import org.clarion.backends.MailSink;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A real MongoDB, a real Kafka broker and an SMTP sink for a test's application, by Testcontainers where Docker answers
 * and as processes of this machine otherwise. Each application context has a database and a broker of its own. A test
 * whose backend cannot be had fails.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Backends {

    @Bean
    TestKafka testKafka() {
        return TestKafka.start();
    }

    @Bean
    MongoConnectionDetails mongoConnection() {
        var uri = TestMongo.shared().uri("test-" + UUID.randomUUID());
        return () -> new ConnectionString(uri);
    }

    @Bean
    KafkaConnectionDetails kafkaConnection(TestKafka kafka) {
        return () -> List.of(kafka.bootstrapServers());
    }

    @Bean
    MailSink mailSink() {
        return MailSink.start(0);
    }

    @Bean
    PublishedMessages publishedMessages(TestKafka kafka) {
        return new PublishedMessages(kafka.bootstrapServers());
    }

    @Bean
    DynamicPropertyRegistrar addressesAndSecrets(MailSink mail) {
        return properties -> {
            properties.add("spring.mail.host", () -> "127.0.0.1");
            properties.add("spring.mail.port", mail::port);
            properties.add("spring.kafka.producer.properties[interceptor.classes]", ContractInterceptor.class::getName);
            TestSecrets.all().forEach((name, value) -> properties.add(name, () -> value));
        };
    }
}
