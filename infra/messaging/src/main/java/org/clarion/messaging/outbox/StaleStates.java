package org.clarion.messaging.outbox;

import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.messaging.listening.StaleReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/** Answers a reader that saw an old state after a newer one by sending the current one again. */
public class StaleStates {

    private static final Logger log = LoggerFactory.getLogger(StaleStates.class);

    private final AggregateStores stores;

    StaleStates(AggregateStores stores) {
        this.stores = stores;
    }

    @KafkaListener(id = "${spring.application.name}.stale", topics = StaleReports.TOPIC)
    void on(IncomingMessage message) {
        var stale = message.as(StaleReports.Stale.class);
        for (var store : stores.all()) {
            if (store.topic().equals(stale.topic()) && store.republish(stale.id())) {
                log.warn(
                        "An old state of {} (version {}) came after version {} on {}; sent the current one again",
                        stale.id(),
                        stale.seen(),
                        stale.applied(),
                        stale.topic());
            }
        }
    }
}
