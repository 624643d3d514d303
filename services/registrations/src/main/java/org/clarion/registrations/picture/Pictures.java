package org.clarion.registrations.picture;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All pictures, each under the hash of what it shows: the same one is kept once, and what an address shows never changes. */
@Repository
public class Pictures {

    static final String COLLECTION = "pictures";
    static final String PATH = "/events/pictures/";
    private static final String ENDING = ".jpg";
    private static final int NAME = 32;

    private final MongoOperations mongo;
    private final Clock clock;

    Pictures(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * @param uploaded a JPEG or PNG of at most 300 KB
     * @return its path on this site
     */
    public String keep(byte[] uploaded) throws UnfitPicture {
        var picture = Portrait.of(uploaded);
        var name = name(picture);
        var document = new Document("_id", name)
                .append("content", new Binary(picture))
                .append("keptAt", Date.from(clock.instant()));
        mongo.execute(
                COLLECTION,
                all -> all.replaceOne(Filters.eq("_id", name), document, new ReplaceOptions().upsert(true)));
        return PATH + name + ENDING;
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(mongo.findById(name, Document.class, COLLECTION))
                .map(document -> document.get("content", Binary.class).getData());
    }

    /** @return how many are gone of those that are not shown, and were kept before */
    long deleteUnlessShown(Collection<String> shown, Instant before) {
        var names = shown.stream()
                .map(path -> path.replace(PATH, "").replace(ENDING, ""))
                .toList();
        return mongo.remove(Query.query(where("keptAt").lt(before).and("_id").nin(names)), COLLECTION)
                .getDeletedCount();
    }

    private static String name(byte[] picture) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(picture))
                    .substring(0, NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
