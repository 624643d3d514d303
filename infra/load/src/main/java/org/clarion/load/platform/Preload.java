package org.clarion.load.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.clarion.load.Trouble;
import org.clarion.load.people.Crowd;
import org.clarion.load.people.Signer;
import org.clarion.places.Places;
import org.clarion.servicedefaults.Ids;

/**
 * Puts many confirmed signatures on a petition in minutes instead of hours: copies of one that came the real way, under other ids and of
 * other people, written straight into the store of petitions and then published by its own "republish". So topics and totals
 * hold them as they hold any other; only the mails were never sent.
 */
public final class Preload implements AutoCloseable {

    private static final String SERVICE = "petitions";
    private static final int BATCH = 2_000;
    private static final Duration LONGEST_REPUBLISH = Duration.ofMinutes(60);

    private final Address address;
    private final MongoClient client;
    private final MongoCollection<Document> signatures;
    private final Places places;
    private final SecureRandom random = new SecureRandom();

    public Preload(Address address) {
        this.address = address;
        this.places = address.places();
        this.client = Store.open(address);
        this.signatures = client.getDatabase(SERVICE).getCollection("signatures");
    }

    /** @param crowd whose people are on the copies, from number 1; nobody writes to them */
    public void copy(UUID petition, Crowd crowd, long count) {
        var model = signatures
                .find(and(eq("petition", petition), eq("status", "CONFIRMED")))
                .first();
        if (model == null) {
            throw new Trouble("There is no confirmed signature to copy");
        }
        for (long done = 0; done < count; done += BATCH) {
            var copies = new ArrayList<Document>(BATCH);
            for (long number = done + 1; number <= Math.min(done + BATCH, count); number++) {
                copies.add(copy(model, crowd.signer(number)));
            }
            signatures.insertMany(copies, new InsertManyOptions().ordered(false));
        }
    }

    private Document copy(Document model, Signer signer) {
        var copy = new Document(model);
        copy.remove("out");
        copy.remove("outAt");
        copy.put("_id", Ids.next());
        copy.put("signer", new UUID(random.nextLong(), random.nextLong()));
        copy.put("supporter", new Document(model.get("supporter", Document.class)).append("pseudonym", pseudonym()));
        copy.put("mails", new Document(model.get("mails", Document.class)).append("answered", List.of()));
        var details = new Document(model.get("details", Document.class));
        var by = new Document(details.get("by", Document.class));
        details.put("by", by.append("name", signer.name()).append("email", signer.email()));
        details.put("source", signer.source());
        if (signer.postcode() != null) {
            by.put("postcode", signer.postcode().replace(" ", ""));
            places.find(signer.postcode())
                    .ifPresent(place ->
                            details.put("constituency", place.constituency().code()));
        }
        copy.put("details", details);
        return copy;
    }

    private String pseudonym() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns when petitions has marked everything to be sent; the sending goes on. */
    public void publish() {
        var request = HttpRequest.newBuilder(address.petitions().resolve("/internal/republish"))
                .timeout(LONGEST_REPUBLISH)
                .header("Authorization", "Bearer " + LauncherKey.of(address).forService(SERVICE))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Trouble("petitions answers %d when asked to publish again".formatted(answer.statusCode()));
            }
        } catch (IOException e) {
            throw new Trouble("petitions cannot be asked to publish again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
    }

    /** How many documents still have something to send. */
    public long waiting() {
        return signatures.countDocuments(exists("outAt"));
    }

    @Override
    public void close() {
        client.close();
    }
}
