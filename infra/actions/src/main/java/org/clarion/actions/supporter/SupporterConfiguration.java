package org.clarion.actions.supporter;

import java.time.Clock;
import org.clarion.supporters.Pseudonyms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What staff and other kinds of action need to reach supporters, in a service that keeps any. */
@Configuration(proxyBeanMethods = false)
public class SupporterConfiguration {

    @Bean
    SupporterNames supporterNames(Pseudonyms pseudonyms) {
        return new SupporterNames(pseudonyms);
    }

    @Bean
    @ConditionalOnBean(SupporterRecords.class)
    ConsentWatch consentWatch(SupporterRecords records) {
        return new ConsentWatch(records);
    }

    @Bean
    @ConditionalOnBean(SupporterRecords.class)
    SupporterPages supporterPages(
            SupporterRecords records,
            SupporterNames names,
            MongoOperations mongo,
            Clock clock,
            MessageSource words,
            @Value("${spring.application.name}") String service) {
        return new SupporterPages(
                new SupporterDesk(records, names, new Inquiries(mongo), clock),
                new SubscriberFile(words, clock),
                service);
    }
}
