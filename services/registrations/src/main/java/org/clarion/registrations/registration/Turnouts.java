package org.clarion.registrations.registration;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.clarion.registrations.attendance.Turnout;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.registration.Registration.Status;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Counts heads at the door. The store adds them up, because a hall of 5,000 is asked for again and again. */
@Repository
class Turnouts {

    /** One session in one mode. */
    private record Spot(int session, Mode mode) {}

    private final MongoOperations mongo;

    Turnouts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<Turnout> of(UUID gathering) {
        var expected = heads(gathering, "$seat.wish.sessions", "$seat.wish.sessions", "$seat.wish.heads");
        var here = heads(gathering, "$attendance.steps", "$attendance.steps.session", "$attendance.steps.heads");
        var spots = new HashSet<>(expected.keySet());
        spots.addAll(here.keySet());
        return spots.stream()
                .map(spot -> new Turnout(
                        spot.session(), spot.mode(), expected.getOrDefault(spot, 0), here.getOrDefault(spot, 0)))
                .toList();
    }

    /** @param each the list of which every entry counts */
    private Map<Spot, Integer> heads(UUID gathering, String each, String session, String heads) {
        var pipeline = List.of(
                Aggregates.match(
                        Filters.and(Filters.eq("gathering", gathering), Filters.eq("status", Status.CONFIRMED.name()))),
                Aggregates.unwind(each),
                Aggregates.group(
                        new Document("session", session).append("mode", "$seat.wish.mode"),
                        Accumulators.sum("heads", heads)));
        var rows =
                mongo.execute(Registration.class, all -> all.aggregate(pipeline).into(new ArrayList<>()));
        var counted = new HashMap<Spot, Integer>();
        for (var row : rows) {
            var spot = row.get("_id", Document.class);
            counted.put(
                    new Spot(spot.getInteger("session"), Mode.valueOf(spot.getString("mode"))),
                    row.getInteger("heads"));
        }
        return counted;
    }
}
