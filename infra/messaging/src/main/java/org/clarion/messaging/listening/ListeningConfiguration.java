package org.clarion.messaging.listening;

import java.time.Clock;
import org.aopalliance.aop.Advice;
import org.clarion.messaging.topics.Heartbeat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;

/** How listeners of a service are run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListenerSettings.class)
public class ListeningConfiguration {

    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            KafkaTemplate<String, byte[]> kafka,
            ListenerSettings settings) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        configurer.configure(factory, consumers);
        factory.setCommonErrorHandler(ListenerPolicy.errorHandler(kafka, settings));
        factory.setRecordMessageConverter(new MessageConversion());
        factory.setBatchMessageConverter(new BatchMessagingMessageConverter(new MessageConversion()));
        factory.setRecordFilterStrategy(record -> Heartbeat.TYPE.equals(IncomingMessage.typeOf(record)));
        factory.setAutoStartup(false); // once the topics are there
        factory.getContainerProperties().setAdviceChain(new Advice[] {new ErrorsAsFailures()});
        return factory;
    }

    @Bean
    ListenerStart listenerStart(KafkaListenerEndpointRegistry registry) {
        return new ListenerStart(registry);
    }

    @Bean
    StaleReports staleReports(
            ProducerFactory<String, byte[]> producers,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new StaleReports(producers, clock, service);
    }
}
