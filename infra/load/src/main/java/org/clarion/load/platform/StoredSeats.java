package org.clarion.load.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.clarion.load.platform.Hall.Claim;

/** Places and registrations in the store of their service: no page shows whose they are. */
public final class StoredSeats implements SeatRecords {

    private final MongoClient client;
    private final MongoCollection<Document> places;
    private final MongoCollection<Document> registrations;

    public StoredSeats(Address address) {
        client = Store.open(address);
        var database = client.getDatabase("registrations");
        places = database.getCollection("places");
        registrations = database.getCollection("registrations");
    }

    @Override
    public Optional<Hall> hall(UUID gathering, long version) {
        return Optional.ofNullable(places.find(and(eq("_id", gathering), gt("version", version)))
                        .projection(include(
                                "version",
                                "rules.rooms.inPerson",
                                "claims.r",
                                "claims.st",
                                "claims.h",
                                "claims.o",
                                "claims.v",
                                "todo.r"))
                        .first())
                .map(StoredSeats::hall);
    }

    private static Hall hall(Document places) {
        var room = places.get("rules", Document.class)
                .getList("rooms", Document.class)
                .getFirst();
        return new Hall(
                places.getLong("version"),
                room.getInteger("inPerson"),
                places.getList("claims", Document.class).stream()
                        .map(StoredSeats::claim)
                        .toList(),
                places.getList("todo", Document.class).size());
    }

    private static Claim claim(Document claim) {
        return new Claim(
                claim.get("r", UUID.class),
                Hall.State.valueOf(claim.getString("st")),
                claim.getInteger("h"),
                claim.getLong("o"),
                claim.getLong("v"));
    }

    @Override
    public List<RegistrationRecord> of(UUID gathering) {
        return registrations
                .find(eq("gathering", gathering))
                .projection(include(
                        "status",
                        "details.by.email",
                        "details.source",
                        "seat.version",
                        "seat.wish.heads",
                        "undecidedSince",
                        "outAt"))
                .map(StoredSeats::registration)
                .into(new ArrayList<>());
    }

    private static RegistrationRecord registration(Document registration) {
        return new RegistrationRecord(
                registration.get("_id", UUID.class),
                registration.getEmbedded(List.of("details", "by", "email"), ""),
                registration.getString("status"),
                registration.getEmbedded(List.of("seat", "wish", "heads"), 0),
                registration.getEmbedded(List.of("details", "source"), ""),
                registration.getEmbedded(List.of("seat", "version"), 0L),
                registration.get("undecidedSince") == null && registration.get("outAt") == null);
    }

    @Override
    public void close() {
        client.close();
    }
}
