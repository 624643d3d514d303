package org.clarion.campaigns.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.messaging.listening.StaleReports;
import org.clarion.messaging.listening.TopicTable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** All actions that were ever announced. A new kind of action is heard as soon as the contracts declare its topic. */
@Component
public class Catalogue {

    private final TopicTable<Listed> actions;

    Catalogue(MongoOperations mongo, StaleReports stale) {
        this.actions = new TopicTable<>(mongo, "actions", Listed.class, stale);
    }

    @KafkaListener(id = "campaigns.catalogue", topics = "#{@topics.named('ACTION')}")
    void on(IncomingMessage message) {
        actions.apply(message);
    }

    /** The newest first: ids grow with time. */
    public List<Listed> all() {
        return actions.all().stream()
                .sorted(Comparator.comparing((Listed action) -> action.id().toString())
                        .reversed())
                .toList();
    }

    public Optional<Listed> find(UUID action) {
        return actions.find(action);
    }
}
