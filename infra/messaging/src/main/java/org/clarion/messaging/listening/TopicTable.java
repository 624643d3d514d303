package org.clarion.messaging.listening;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.UnreadableMessage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * A service's own copy of state topics: per aggregate the newest state that has come, whatever came before or after it.
 * Holds what {@code T} declares and nothing else.
 */
public final class TopicTable<T> {

    /** The part of every state message that the guard needs. */
    private record Versioned(UUID id, long version) {}

    private final MongoOperations mongo;
    private final String collection;
    private final Class<T> type;
    private final StaleReports stale;

    public TopicTable(MongoOperations mongo, String collection, Class<T> type, StaleReports stale) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
        this.stale = stale;
    }

    public void apply(IncomingMessage message) {
        var versioned = message.as(Versioned.class);
        if (versioned.id() == null) {
            throw new UnreadableMessage("A state without an id on " + message.topic(), null);
        }
        var kept = new Document("_id", versioned.id())
                .append("version", versioned.version())
                .append("topic", message.topic())
                .append("state", Document.parse(MessageJson.write(message.as(type))));
        var isOlder = Filters.and(Filters.eq("_id", versioned.id()), Filters.lt("version", versioned.version()));
        try {
            mongo.execute(collection, table -> table.replaceOne(isOlder, kept, new ReplaceOptions().upsert(true)));
        } catch (DuplicateKeyException e) {
            // The one that is there is not older: this state is known, or it came late.
            reportIfLate(message, versioned);
        }
    }

    private void reportIfLate(IncomingMessage message, Versioned late) {
        var applied = mongo.execute(
                collection, table -> table.find(Filters.eq("_id", late.id())).first());
        if (applied != null && applied.getLong("version") > late.version()) {
            stale.report(message.topic(), late.id(), late.version(), applied.getLong("version"));
        }
    }

    public Optional<T> find(UUID id) {
        return Optional.ofNullable(mongo.execute(
                        collection, table -> table.find(Filters.eq("_id", id)).first()))
                .map(this::read);
    }

    public List<T> all() {
        return mongo.execute(collection, table -> table.find().map(this::read).into(new ArrayList<>()));
    }

    private T read(Document kept) {
        var json = kept.get("state", Document.class).toJson();
        return MessageJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
