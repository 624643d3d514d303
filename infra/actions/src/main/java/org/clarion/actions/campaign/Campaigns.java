package org.clarion.actions.campaign;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.messaging.listening.StaleReports;
import org.clarion.messaging.listening.TopicTable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;

/** The campaigns that have been heard of. */
public class Campaigns {

    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(10);
    private static final int REMEMBERED = 200;

    private final TopicTable<Campaign> table;
    private final LoadingCache<UUID, Optional<Campaign>> memory;

    Campaigns(MongoOperations mongo, StaleReports stale) {
        this.table = new TopicTable<>(mongo, "campaigns", Campaign.class, stale);
        this.memory = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(REMEMBERED_FOR)
                .executor(Runnable::run)
                .build(table::find);
    }

    @KafkaListener(id = "${spring.application.name}.campaigns", topics = "campaign.v1")
    void on(IncomingMessage message) {
        table.apply(message);
    }

    /** For pages that many look at: some seconds old at most. */
    public Optional<Campaign> find(@Nullable UUID id) {
        return id == null ? Optional.empty() : memory.get(id);
    }

    /** All, by title, for a form to choose one from: id → title. */
    public List<Map.Entry<String, String>> choices(String language) {
        return all(language).stream()
                .map(each -> Map.entry(each.id().toString(), each.title(language)))
                .toList();
    }

    /** All, by title. */
    public List<Campaign> all(String language) {
        return table.all().stream()
                .sorted(Comparator.comparing(campaign -> campaign.title(language), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
