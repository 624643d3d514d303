package org.clarion.actions.supporter;

import java.time.Clock;
import org.clarion.supporters.Pseudonyms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The pages on which staff find and erase supporters, in a service that keeps any. */
@Configuration(proxyBeanMethods = false)
public class SupporterConfiguration {

    @Bean
    SupporterNames supporterNames(Pseudonyms pseudonyms) {
        return new SupporterNames(pseudonyms);
    }

    @Bean
    @ConditionalOnBean(SupporterRecords.class)
    SupporterPages supporterPages(
            SupporterRecords records,
            MongoOperations mongo,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new SupporterPages(new SupporterDesk(records, new Inquiries(mongo), clock), service);
    }
}
