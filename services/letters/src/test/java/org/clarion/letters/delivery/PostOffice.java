package org.clarion.letters.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.clarion.letters.RunningService;
import org.clarion.letters.Site;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.SampleActions;
import org.clarion.letters.contact.Office;
import org.clarion.letters.letter.Addressee;
import org.clarion.letters.letter.Asking;
import org.clarion.letters.letter.Course;
import org.clarion.letters.letter.Details;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.Letters;
import org.clarion.letters.letter.Mails;
import org.clarion.letters.letter.Post;
import org.clarion.letters.letter.Sender;
import org.clarion.letters.letter.Written;
import org.clarion.letters.representative.Member;
import org.clarion.letters.representative.Seat;
import org.clarion.letters.representative.Term;
import org.clarion.letters.target.Target;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.places.Constituencies;
import org.clarion.servicedefaults.Ids;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.PublishedMessages.Published;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The whole service with its queue in the hands of the test: nothing leaves by itself. Seats, members and confirmed
 * letters are put into the store as the other features leave them there.
 */
@RunningService
@TestPropertySource(
        properties = {
            "letters.delivery.every=1h",
            "letters.delivery.note-every=1h",
            "letters.delivery.from-hour=0",
            "letters.delivery.until-hour=24",
            "letters.delivery.weekends=true",
            "letters.delivery.per-hour=1000",
            "letters.delivery.spread=false",
            "letters.delivery.jitter=0",
            "clarion.actions.remembered-for=1ms"
        })
abstract class PostOffice {

    static final String OWN_WORDS = "Please support a limit. My brother was held for a year.";
    private static final AtomicLong MEMBERS = new AtomicLong(1000);
    private static final AtomicLong SEATS = new AtomicLong();

    record Ended(
            UUID id,
            long version,
            String state,
            String owner,
            String purpose,
            UUID aggregate,
            long aggregateVersion,
            @Nullable String reason,
            Instant requestedAt,
            Instant finishedAt) {}

    @LocalServerPort
    int port;

    @Autowired
    Letters letters;

    @Autowired
    MongoOperations mongo;

    @Autowired
    PublishedMessages messages;

    @Autowired
    PostRound round;

    @Autowired
    Elections elections;

    @Autowired
    StaffHolds holds;

    @Autowired
    Constituencies constituencies;

    @Autowired
    Clock clock;

    Site site;

    @BeforeEach
    void nothingWaits() {
        site = new Site(port);
        mongo.remove(new Query(), Letter.class);
        mongo.remove(new Query(), Election.class);
        mongo.remove(new Query(), StaffHold.class);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LetterAction opened() {
        return kept(SampleActions.open());
    }

    /** Under an address of its own. */
    LetterAction kept(LetterAction action) {
        var document = new Document();
        mongo.getConverter().write(action, document);
        document.put("slug", Site.freshSlug());
        mongo.getCollection("letter-actions").insertOne(document);
        return action;
    }

    /** A seat that nobody else's test writes to. */
    Target freshSeat() {
        var all = constituencies.all();
        return Target.seat(all.get((int) (SEATS.getAndIncrement() % all.size())).code());
    }

    /** A member who is elected now; whoever held the seat no longer does. */
    Member elected(Target seat, String name, @Nullable String address) {
        var id = MEMBERS.incrementAndGet();
        var member = mongo.save(new Member(
                id,
                name,
                "Ms " + name.substring(name.lastIndexOf(' ') + 1),
                null,
                "Example",
                Office.listed(address),
                List.of(),
                null));
        holds(seat, id);
        return member;
    }

    Member elected(Target seat) {
        return elected(seat, "Nkechi Okafor", "office" + MEMBERS.get() + "@parliament.test");
    }

    void vacated(Target seat) {
        holds(seat, null);
    }

    private void holds(Target seat, @Nullable Long member) {
        mongo.remove(Query.query(where("_id").is(seat.id())), Seat.class);
        var terms = member == null ? List.<Term>of() : List.of(new Term(member, null, null));
        mongo.insert(new Seat(seat.id(), null, terms, List.of(), null));
    }

    Letter confirmed(LetterAction action, Target target) {
        return confirmed(action, target, OWN_WORDS, null, false);
    }

    Letter confirmed(LetterAction action, Target target, String body, @Nullable Addressee shown, boolean test) {
        var now = now();
        var sender = new Sender("Zoë Müller", "zoe@example.org", "12 Example Street\nLondon", "NW1 0AA", "GB");
        var text = new Written("Please support a 28-day limit", "Dear {salutation},", body, "Yours sincerely,", null);
        return mongo.insert(new Letter(
                Ids.next(),
                2,
                action.id(),
                test,
                UUID.randomUUID(),
                new Supporter("pZk4t8mC2wqJ0YvR5nXa7LdS1hGfE9uKoTb3iQxMcV0", "k1"),
                target,
                Status.QUEUED,
                null,
                new Details(sender, text, shown, List.of(), null, "GB", "en", "direct", Details.BASIC, null),
                new Mails(1, Map.of(), false, List.of(), null),
                List.of(),
                new Course(now, now, null, now, null),
                new Post(null, null, null, null, null, null),
                new Asking(0, null, null),
                null));
    }

    Letter find(Letter letter) {
        return letters.find(letter.id()).orElseThrow();
    }

    Status status(Letter letter) {
        return find(letter).status();
    }

    @Nullable Hold hold(Letter letter) {
        return find(letter).hold();
    }

    /** Looks until nothing more is planned: the first look plans a turn, the next takes it. */
    PostRound.Outcome look() {
        var first = round.go();
        return first.and(round.go());
    }

    /** The requests for a mail to the target, oldest first. */
    List<Published> requests(Letter letter) {
        return messages.on(
                "mail-request.v1",
                message -> letter.id().toString().equals(message.key())
                        && message.json().path("purpose").asString().equals(Letter.TARGET_MAIL));
    }

    Published awaitAsked(Letter letter, int times) {
        return messages.await(
                        "mail-request.v1",
                        times,
                        message -> letter.id().toString().equals(message.key())
                                && message.json().path("purpose").asString().equals(Letter.TARGET_MAIL))
                .get(times - 1);
    }

    JsonNode redeem(Published request) {
        return site.redeem(List.of(request)).getFirst();
    }

    static String decision(JsonNode answer) {
        return answer.path("decision").asString();
    }

    /** As notifications says how a mail ended. */
    void ends(Letter letter, long asked, String state, @Nullable String reason) {
        var body = new Ended(
                UUID.nameUUIDFromBytes((letter.id() + "/" + asked).getBytes(UTF_8)),
                4,
                state,
                "letters",
                Letter.TARGET_MAIL,
                letter.id(),
                asked,
                reason,
                now(),
                now());
        messages.send("mail.v1", body.id().toString(), "mail." + state + ".v1", MessageJson.write(body));
    }

    static long version(Published request) {
        return request.json().path("version").asLong();
    }
}
