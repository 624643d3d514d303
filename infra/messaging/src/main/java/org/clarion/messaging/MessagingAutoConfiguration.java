package org.clarion.messaging;

import com.mongodb.WriteConcern;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clarion.messaging.deadletter.DeadLetterConfiguration;
import org.clarion.messaging.health.BrokerHealth;
import org.clarion.messaging.health.ListenersHealth;
import org.clarion.messaging.listening.ListeningConfiguration;
import org.clarion.messaging.mail.MailClaimsController;
import org.clarion.messaging.mail.MailOwner;
import org.clarion.messaging.outbox.OutboxConfiguration;
import org.clarion.messaging.topics.TopicCreation;
import org.clarion.messaging.topics.TopicSettings;
import org.clarion.messaging.topics.Topics;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;

/** Gives a service its outbox, its listeners' policy, its topics and the health of all that. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(TopicSettings.class)
@Import({OutboxConfiguration.class, ListeningConfiguration.class, DeadLetterConfiguration.class})
public class MessagingAutoConfiguration {

    /** With nothing set, a standalone server loses acknowledged writes when it is killed. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings ->
                settings.writeConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(10, TimeUnit.SECONDS));
    }

    /** A supporter who waits for a store that is away is told so within seconds. */
    @Bean
    MongoClientSettingsBuilderCustomizer honestPatience() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS));
    }

    /** No Java class names in documents. */
    @Bean
    static BeanPostProcessor withoutJavaTypes() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof MappingMongoConverter converter) {
                    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
                }
                return bean;
            }
        };
    }

    @Bean
    Topics topics() {
        return Topics.declared();
    }

    @Bean
    TopicCreation topicCreation(
            Topics topics, TopicSettings settings, KafkaAdmin admin, ApplicationEventPublisher events) {
        return new TopicCreation(topics, settings, admin, events);
    }

    @Bean
    ListenersHealth listenersHealthIndicator(TopicCreation topics, KafkaListenerEndpointRegistry registry) {
        return new ListenersHealth(topics, registry);
    }

    @Bean
    BrokerHealth brokerHealthIndicator(KafkaAdmin admin, Clock clock) {
        return new BrokerHealth(admin, clock);
    }

    @Bean
    @ConditionalOnBean(MailOwner.class)
    MailClaimsController mailClaimsController(List<MailOwner> owners) {
        return new MailClaimsController(owners);
    }
}
