package org.clarion.letters.letter;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.clarion.letters.action.Addressing;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.SampleActions;
import org.clarion.letters.contact.Office;
import org.clarion.letters.representative.Member;
import org.clarion.letters.representative.Seat;
import org.clarion.letters.representative.Term;
import org.clarion.letters.target.TargetEntry;
import org.clarion.letters.target.TargetList;
import org.clarion.testsupport.ActionClient;
import org.clarion.testsupport.ServiceClient;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The running service as supporters and other services see it, with a directory to write to. */
final class LetterSite extends ServiceClient {

    /** In the sample of postcodes, and its constituency. */
    static final String POSTCODE = "AB42 4EL";

    static final String SEAT = "S14000062";

    /** Another of the sample. */
    static final String ELSEWHERE = "E14001063";

    private static final AtomicInteger MEMBERS = new AtomicInteger(90_000);
    private final MongoOperations mongo;

    LetterSite(int port, MongoOperations mongo) {
        super("letters", port);
        this.mongo = mongo;
    }

    /** Open to everybody, to one's own MP unless said otherwise. */
    LetterAction open(Addressing addressing) {
        return put(SampleActions.open(addressing), false, LetterAction.Status.OPEN);
    }

    LetterAction open() {
        return open(Addressing.ownMp());
    }

    LetterAction put(LetterAction sample, boolean test, LetterAction.Status status) {
        var action = new LetterAction(
                UUID.randomUUID(),
                2,
                ActionClient.freshSlug(),
                status,
                null,
                sample.addressing(),
                null,
                test,
                Instant.EPOCH,
                null,
                sample.closedAt(),
                sample.texts(),
                List.of());
        return mongo.insert(action);
    }

    /** Somebody new in a seat. */
    Member elect(String seat, String name, String salutation) {
        var id = MEMBERS.incrementAndGet();
        var address = "office" + id + "@parliament.test";
        var member = mongo.insert(
                new Member(id, name, salutation, null, "Independent", Office.listed(address), List.of(), null));
        mongo.remove(new Query(Criteria.where("_id").is(seat)), Seat.class);
        mongo.insert(new Seat(seat, null, List.of(new Term(id, null, null)), List.of(), null));
        return member;
    }

    void vacate(String seat) {
        mongo.remove(new Query(Criteria.where("_id").is(seat)), Seat.class);
        mongo.insert(new Seat(seat, null, List.of(), List.of(), null));
    }

    UUID list(String... names) {
        var list = mongo.insert(new TargetList(UUID.randomUUID(), "A committee", "", Instant.EPOCH, "ada", null));
        for (var name : names) {
            mongo.insert(new TargetEntry(
                    UUID.randomUUID(),
                    list.id(),
                    name,
                    "Chair",
                    null,
                    "Dr " + name.substring(name.lastIndexOf(' ') + 1),
                    "GB",
                    Office.listed(name.toLowerCase().replace(' ', '.') + "@committee.test"),
                    null,
                    name,
                    null));
        }
        return list.id();
    }

    static Map<String, Object> letter(String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("body", SampleLetters.BODY);
        body.put("name", "Ann O’Nym");
        body.put("address", "7 Leather Lane\nPeterhead");
        body.put("postcode", POSTCODE);
        body.put("email", email);
        body.put("language", "en");
        body.put("consent", Map.of("updates", true, "wording", "updates-2026-11"));
        body.put("source", "newsletter.autumn");
        return body;
    }

    HttpResponse<String> write(LetterAction action, Map<String, ?> body, String... headers) {
        return postJson("/api/letter-actions/" + action.slug() + "/letters", body, headers);
    }

    HttpResponse<String> step(LetterAction action, String step, Map<String, ?> fields) {
        return postForm("/letters/" + action.slug() + "/" + step, fields);
    }
}
