package org.clarion.totals;

import java.time.Clock;
import org.clarion.messaging.MessagingAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Gives a service its copy of the totals. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
public class TotalsAutoConfiguration {

    @Bean
    TotalsStore totalsStore(MongoOperations mongo, Clock clock) {
        return new TotalsStore(mongo, clock);
    }

    /** Not in a service that shows no totals: it would read and store every one for nothing. */
    @Bean
    @ConditionalOnProperty(name = "clarion.totals.read", matchIfMissing = true)
    TotalsReader totalsReader(TotalsStore store, ObjectProvider<TotalsListener> listeners) {
        return new TotalsReader(store, listeners.orderedStream().toList());
    }

    @Bean
    Totals totals(TotalsStore store) {
        return new Totals(store);
    }
}
