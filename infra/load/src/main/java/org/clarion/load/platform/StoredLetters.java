package org.clarion.load.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.clarion.load.platform.LetterRecord.Addressee;
import org.jspecify.annotations.Nullable;

/** Letters in the store of their service, which no page shows one by one: they belong to those who wrote them. */
public final class StoredLetters implements LetterRecords {

    private static final String ACTION = "action";

    private final MongoClient client;
    private final MongoCollection<Document> letters;

    public StoredLetters(Address address) {
        client = Store.open(address);
        letters = client.getDatabase("letters").getCollection("letters");
    }

    @Override
    public List<LetterRecord> of(UUID action) {
        return read(eq(ACTION, action));
    }

    @Override
    public List<LetterRecord> unsent(UUID action) {
        return read(and(eq(ACTION, action), nin("status", "SENT", "DELIVERED", "REPLIED")));
    }

    @Override
    public long count(UUID action) {
        return letters.countDocuments(eq(ACTION, action));
    }

    private List<LetterRecord> read(Bson filter) {
        return letters.find(filter)
                .projection(include(
                        "status",
                        "hold",
                        "target",
                        "details.sender.email",
                        "post",
                        "course.waitingSince",
                        "mails.asked.HELD"))
                .map(StoredLetters::record)
                .into(new ArrayList<>());
    }

    private static LetterRecord record(Document letter) {
        var post = letter.get("post", new Document());
        return new LetterRecord(
                letter.get("_id", UUID.class),
                letter.getString("status"),
                letter.getString("hold"),
                letter.get("target", Document.class).getString("_id"),
                letter.getEmbedded(List.of("details", "sender", "email"), ""),
                Optional.ofNullable(post.get("addressee", Document.class))
                        .map(StoredLetters::addressee)
                        .orElse(null),
                instant(post.getDate("decidedAt")),
                post.get("underWay") != null,
                instant(letter.getEmbedded(List.of("course", "waitingSince"), Date.class)),
                letter.getEmbedded(List.of("mails", "asked", "HELD"), 0));
    }

    private static Addressee addressee(Document to) {
        return new Addressee(
                to.getString("key"), to.getString("name"), to.getString("salutation"), to.getString("address"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    @Override
    public void close() {
        client.close();
    }
}
