package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Admission;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.gathering.Venue;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Request.End;
import org.clarion.registrations.places.Wish;
import org.clarion.testsupport.ConsentElsewhere;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.PublishedMessages.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

@RunningService
class RegisteringIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    PublishedMessages messages;

    @Autowired
    MongoOperations mongo;

    private Site site;
    private Inbox inbox;
    private Gathering talk;

    @BeforeEach
    void open() {
        site = new Site(port, context);
        inbox = new Inbox(site, context);
        talk = open(1);
    }

    @Test
    void fromTheFormToTheTicketAndBack() {
        var email = Site.freshEmail();
        var page = site.page("/events/" + talk.slug()).body();
        assertThat(page)
                .contains("itemtype=\"https://schema.org/Event\"", "1 place left", "action=\"/events/" + talk.slug())
                .doesNotContain("meet.example.org", "By the lion");
        var registered = site.registerByForm(talk, Site.form(email));
        assertThat(registered.statusCode()).isEqualTo(303);
        var sent = registered.headers().firstValue("Location").orElseThrow();
        assertThat(site.page(sent).body()).contains("Now look into your inbox");

        var asked = mail(talk, email, "registration.confirm");
        assertThat(asked.required("decision").asString()).isEqualTo("SEND");
        assertThat(asked.required("address").asString()).isEqualTo(email);
        assertThat(asked.required("model").required("until").asString()).isNotEmpty();
        var confirm = Site.path(asked, "confirm");
        for (int i = 0; i < 2; i++) {
            var looked = site.page(confirm);
            assertThat(looked.body()).contains("Confirm my registration", "action=\"" + confirm + "\"");
            assertThat(looked.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        assertThat(status(talk, email)).as("opening a link changes nothing").isEqualTo("AWAITING_CONFIRMATION");
        for (int i = 0; i < 2; i++) {
            assertThat(site.postForm(confirm, Map.of()).statusCode())
                    .as("press " + i)
                    .isEqualTo(303);
        }
        assertThat(site.page(confirm).body()).contains("You have a place", "By the lion");

        var ticket = mail(talk, email, "registration.ticket");
        assertThat(ticket.required("model").required("code").asString()).matches("[A-Z0-9]{6}");
        assertThat(ticket.required("model").required("where").asString()).contains("The Old Library", "By the lion");
        var manage = Site.path(ticket, "manage");
        assertThat(site.page(manage).body()).contains("Change your registration", "Cancel my registration");
        assertThat(site.postForm(manage, Map.of("updates", "true")).headers().firstValue("Location"))
                .hasValue(manage + "?saved");
        var cancel = Site.linkIn(site.page(manage).body(), "cancel");
        assertThat(site.page(cancel).body()).contains("Cancel your registration?");
        assertThat(site.postForm(cancel, Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(cancel).body()).contains("Your registration is cancelled");
        assertThat(site.postForm(cancel, Map.of()).statusCode()).isEqualTo(303);
        assertThat(mail(talk, email, "registration.cancelled")
                        .required("decision")
                        .asString())
                .isEqualTo("SEND");

        assertThat(site.postForm(confirm, Map.of()).statusCode())
                .as("a cancelled person confirms")
                .isEqualTo(409);
        assertThat(types(talk, 4))
                .containsExactly(
                        "registration.recorded.v1",
                        "registration.confirmed.v1",
                        "registration.consent-changed.v1",
                        "registration.cancelled.v1");
    }

    @Test
    void staffShowAndEraseWhatIsKeptUnderAnAddressAndThePlaceGoesToWhoeverWaits() {
        var email = Site.freshEmail();
        var next = Site.freshEmail();
        register(talk, email);
        confirm(talk, email);
        register(talk, next);
        inbox.request(talk, next, "registration.confirm-waiting");
        site.postForm(Site.path(mail(talk, next, "registration.confirm-waiting"), "confirm"), Map.of());
        var id = UUID.fromString(inbox.id(talk, email));
        var page = "/staff/registrations/supporters";

        assertThat(site.staffPost(page + "/search", Map.of("email", email), "campaigner")
                        .body())
                .contains("Ann O’Nym", "Has a place", talk.programme().title());
        assertThat(site.staffPost(page + "/erase", Map.of("email", email, "sure", "true"), "campaigner")
                        .body())
                .contains("Erased a supporter, records: 1")
                .doesNotContain("O’Nym");

        var erased = Objects.requireNonNull(mongo.findById(id, Registration.class));
        assertThat(erased.status()).isEqualTo(Registration.Status.CANCELLED);
        assertThat(erased.registrant()).isNull();
        assertThat(erased.details().by()).isNull();
        mail(talk, next, "registration.offer");
        var asked = messages.on("mail-request.v1", message -> id.toString().equals(message.key()));
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(site.redeem(List.of(each))
                                .getFirst()
                                .required("decision")
                                .asString())
                        .as("nobody writes to them any more")
                        .isEqualTo("NO_LONGER_NEEDED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature.v1", "letter.v1", "registration.v1"})
    void whoSaidYesIsInTheFileUntilTheySayNoToWhateverKindOfAction(String topic) {
        var email = Site.freshEmail();
        register(talk, email);
        confirm(talk, email);
        assertThat(subscribers()).containsOnlyOnce(email + ",Ann O’Nym,en,");

        var registered =
                messages.on("registration.v1", each -> inbox.id(talk, email).equals(each.key()));
        new ConsentElsewhere(messages).sayNo(topic, registered.getFirst().json().required("supporter"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(subscribers()).doesNotContain(email));
        assertThat(types(talk, 3)).endsWith("registration.consent-changed.v1");
        assertThat(messages.on(topic + ".dlt")).isEmpty();
    }

    private String subscribers() {
        return site.staffPost("/staff/registrations/supporters/updates", Map.of(), "campaigner")
                .body();
    }

    @Test
    void everybodyGetsTheSameAnswer() {
        var email = Site.freshEmail();
        var bodies = new ArrayList<String>();
        bodies.add(site.register(talk, Site.registration(email)).body());
        mail(talk, email, "registration.confirm");
        bodies.add(site.register(talk, Site.registration(email)).body());
        bodies.add(site.register(talk, Site.registration(Site.freshEmail())).body());
        confirm(talk, email);
        var last = site.register(talk, Site.registration(email));
        bodies.add(last.body());
        assertThat(last.statusCode()).isEqualTo(202);
        assertThat(Set.copyOf(bodies)).hasSize(1);

        var pages = new ArrayList<String>();
        for (var each : List.of(email, Site.freshEmail())) {
            var location = site.registerByForm(talk, Site.form(each))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            pages.add(site.page(location).body().replace(location, "HERE"));
        }
        assertThat(pages.getFirst()).isEqualTo(pages.getLast());
        assertThat(mail(talk, email, "registration.already")
                        .required("decision")
                        .asString())
                .isEqualTo("SEND");
    }

    @Test
    void whoFindsItFullWaitsIsOfferedAPlaceAndTakesIt() {
        var first = Site.freshEmail();
        var second = Site.freshEmail();
        register(talk, first);
        confirm(talk, first);
        register(talk, second);
        var asked = mail(talk, second, "registration.confirm-waiting");
        site.postForm(Site.path(asked, "confirm"), Map.of());
        assertThat(site.page(Site.path(asked, "confirm")).body()).contains("You are on the waiting list");
        var waiting = mail(talk, second, "registration.waiting");
        assertThat(site.page("/events/" + talk.slug()).body()).contains("Full.");
        assertThat(left(talk)).isZero();

        var ticket = mail(talk, first, "registration.ticket");
        var cancel = Site.linkIn(site.page(Site.path(ticket, "manage")).body(), "cancel");
        site.postForm(cancel, Map.of());
        var offer = mail(talk, second, "registration.offer");
        assertThat(offer.required("model").required("until").asString()).isNotEmpty();
        assertThat(site.redeem(List.of(inbox.request(talk, second, "registration.waiting")))
                        .getFirst()
                        .required("decision")
                        .asString())
                .as("overtaken by the offer")
                .isEqualTo("NO_LONGER_NEEDED");
        var take = Site.path(offer, "offer");
        assertThat(site.page(take).body()).contains("There is a place for you", "Take the place");
        for (int i = 0; i < 2; i++) {
            assertThat(site.postForm(take, Map.of()).statusCode()).isEqualTo(303);
        }
        assertThat(site.page(take).body()).contains("You have a place");
        assertThat(mail(talk, second, "registration.ticket")
                        .required("decision")
                        .asString())
                .isEqualTo("SEND");
        assertThat(site.page(Site.path(waiting, "manage")).statusCode()).isEqualTo(200);
    }

    @Test
    void aPartyChangesSessionsAndHeadsByLink() {
        var festival = site.open(SampleGatherings.festival(Site.freshSlug(), Site.START, 3, new Capacity(3, null)));
        var email = Site.freshEmail();
        var body = Site.registration(email);
        body.put("sessions", List.of(1, 2));
        body.put("heads", 2);
        assertThat(site.register(festival, body).statusCode()).isEqualTo(202);
        confirm(festival, email);
        var manage = Site.path(mail(festival, email, "registration.ticket"), "manage");
        assertThat(site.page(manage).body()).contains("name=\"sessions\"", "name=\"heads\"");
        assertThat(site.postForm(manage + "/party", Map.of("heads", "3", "sessions", "3"))
                        .statusCode())
                .isEqualTo(303);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(left(festival, 1)).isEqualTo(3));
        assertThat(left(festival, 3)).isZero();
        var tooMany = site.postForm(manage + "/party", Map.of("heads", "4", "sessions", "3"));
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("Nothing has changed");
        assertThat(site.postForm(manage + "/party", Map.of("heads", "0", "sessions", "9"))
                        .body())
                .contains("Please say how many you are", "Please choose among the sessions");
    }

    @Test
    void whoComesToSeveralPlacesIsToldWhichIsWhere() {
        var second = SampleGatherings.session(2, Site.START.plus(Duration.ofDays(1)));
        var elsewhere = new Session(
                2,
                "Walk",
                second.startsAt(),
                second.endsAt(),
                null,
                new Venue("The Mill", "2 Mill Road, Leeds", null, "By the wheel"),
                null,
                Capacity.UNLIMITED);
        var weekend = site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(SampleGatherings.session(1, Site.START), elsewhere),
                Set.of(Mode.IN_PERSON),
                Capacity.UNLIMITED,
                SampleGatherings.admission()));
        assertThat(site.page("/events/" + weekend.slug()).body())
                .contains("The Old Library", "The Mill")
                .doesNotContain("By the wheel");
        var email = Site.freshEmail();
        var body = Site.registration(email);
        body.put("sessions", List.of(1, 2));
        site.register(weekend, body);
        confirm(weekend, email);
        var ticket = mail(weekend, email, "registration.ticket");
        assertThat(ticket.required("model").required("where").asString())
                .contains(": The Old Library, 1 Mill Road, Leeds. By the lion; Walk: The Mill, 2 Mill Road")
                .endsWith("By the wheel");
        assertThat(site.page(Site.path(ticket, "manage")).body()).contains("By the lion", "By the wheel");
    }

    @Test
    void whereStaffDecideAnApplicationWaitsForThem() {
        var approval = new Admission(Visibility.PUBLIC, true, 0, List.of(), List.of());
        var cohort = open(approval);
        var email = Site.freshEmail();
        register(cohort, email);
        var asked = mail(cohort, email, "registration.confirm-application");
        site.postForm(Site.path(asked, "confirm"), Map.of());
        assertThat(site.page(Site.path(asked, "confirm")).body()).contains("We have your application");
        assertThat(mail(cohort, email, "registration.applied")
                        .required("decision")
                        .asString())
                .isEqualTo("SEND");
        assertThat(left(cohort)).as("nothing is held for an application").isEqualTo(5);
    }

    @Test
    void anInvitationIsGoodForOne() {
        var invited = new Admission(Visibility.INVITATION, false, 0, List.of(), List.of("ABC234"));
        var dinner = open(invited);
        var body = Site.registration(Site.freshEmail());
        assertThat(site.register(dinner, body).statusCode())
                .as("without a code")
                .isEqualTo(400);
        body.put("invitation", "abc234");
        assertThat(site.register(dinner, body).statusCode()).isEqualTo(202);
        body.put("email", Site.freshEmail());
        var second = site.register(dinner, body);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("/problems/registrations/invitation-used");
        var fields = Site.form(Site.freshEmail());
        fields.put("invitation", "ABC234");
        var form = site.registerByForm(dinner, fields);
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("This code has been used", "Ann O’Nym");
        assertThat(site.page("/events").body()).doesNotContain(dinner.slug());
    }

    @Test
    void aCodeThatSomebodyElseHasUsedIsUsedForEverybody() {
        var invited = new Admission(Visibility.INVITATION, false, 0, List.of(), List.of("ABC234", "DEF567"));
        var dinner = open(invited);
        var ann = Site.freshEmail();
        assertThat(invited(dinner, ann, "ABC234")).isEqualTo(202);
        confirm(dinner, ann);
        assertThat(invited(dinner, ann, "ABC234")).as("her own").isEqualTo(202);
        assertThat(invited(dinner, Site.freshEmail(), "DEF567")).isEqualTo(202);
        assertThat(List.of(invited(dinner, ann, "DEF567"), invited(dinner, Site.freshEmail(), "DEF567")))
                .as("whether an address is registered cannot be told")
                .containsOnly(409);

        var ticket = mail(dinner, ann, "registration.ticket");
        site.postForm(Site.linkIn(site.page(Site.path(ticket, "manage")).body(), "cancel"), Map.of());
        assertThat(invited(dinner, Site.freshEmail(), "ABC234"))
                .as("free again")
                .isEqualTo(202);
        assertThat(invited(dinner, ann, "ABC234")).isEqualTo(409);
    }

    private int invited(Gathering gathering, String email, String code) {
        var body = Site.registration(email);
        body.put("invitation", code);
        return site.register(gathering, body).statusCode();
    }

    @Test
    void whatTheyHaveComeToStaysWithThoseWhoChangeTheRest() {
        var festival = site.open(SampleGatherings.festival(Site.freshSlug(), Site.START, 3, new Capacity(5, null)));
        var email = Site.freshEmail();
        var body = Site.registration(email);
        body.put("sessions", List.of(1, 2));
        body.put("heads", 2);
        site.register(festival, body);
        confirm(festival, email);
        var manage = Site.path(mail(festival, email, "registration.ticket"), "manage");
        begin(festival, 1);
        assertThat(site.postForm(manage + "/party", Map.of("heads", "1", "sessions", "3"))
                        .statusCode())
                .isEqualTo(303);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(left(festival, 2)).isEqualTo(5));
        assertThat(left(festival, 3)).isEqualTo(4);
        assertThat(left(festival, 1)).as("they have been there").isEqualTo(4);
    }

    @Test
    void whoComesLateOnlineIsToldAtOnceWhereToJoin() {
        assertThat(joiningInTheTicketOf(Site.START)).as("a month before").isEmpty();
        assertThat(joiningInTheTicketOf(Instant.now().plus(Duration.ofHours(10))))
                .startsWith("https://meet.example.org/");
    }

    private String joiningInTheTicketOf(Instant start) {
        var online = site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(SampleGatherings.session(1, start)),
                Set.of(Mode.ONLINE),
                Capacity.UNLIMITED,
                SampleGatherings.admission()));
        var email = Site.freshEmail();
        var body = Site.registration(email);
        body.put("mode", "online");
        site.register(online, body);
        confirm(online, email);
        return mail(online, email, "registration.ticket")
                .required("links")
                .required("joining")
                .asString();
    }

    @Test
    void whoComesTooLateForWhatWasHeldIsTold() {
        var email = Site.freshEmail();
        register(talk, email);
        var confirm = Site.path(mail(talk, email, "registration.confirm"), "confirm");
        var id = UUID.fromString(inbox.id(talk, email));
        context.getBean(PlacesDesk.class)
                .askAndWait(talk.id(), new End(id, 1, new Wish(Set.of(1), Mode.IN_PERSON, 1), Outcome.RELEASED));
        var released = await().atMost(PATIENCE)
                .until(
                        () -> Objects.requireNonNull(mongo.findById(id, Registration.class)),
                        each -> !each.seat().isLive());
        context.getBean(RegisteringDesk.class).resend(Objects.requireNonNull(released.registrant()));
        await().atMost(PATIENCE)
                .until(() -> inbox.requests(talk, email, "registration.confirm").size() == 2);
        var again = mail(talk, email, "registration.confirm");
        assertThat(again.required("decision").asString()).isEqualTo("SEND");
        assertThat(again.required("model").required("until").asString())
                .as("nothing is kept any more")
                .isEmpty();
        begin(talk, 1);
        assertThat(site.page(confirm).body()).contains("This has begun already");
        assertThat(site.postForm(confirm, Map.of()).statusCode()).isEqualTo(409);
    }

    /** Lets a session begin an hour ago, wherever it is written down. */
    private void begin(Gathering gathering, int session) {
        var hourAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(gathering.id())),
                new Update()
                        .set("programme.sessions." + (session - 1) + ".startsAt", hourAgo)
                        .inc("version", 1),
                "gatherings");
        await().atMost(PATIENCE)
                .until(() -> site.json("/api/gatherings/" + gathering.slug())
                        .required("sessions")
                        .get(session - 1)
                        .required("startsAt")
                        .asString()
                        .startsWith(hourAgo.toInstant().toString().substring(0, 16)));
    }

    @Test
    void somebodyElsesRegistrationIsTakenAway() {
        var email = Site.freshEmail();
        register(talk, email);
        var asked = mail(talk, email, "registration.confirm");
        var notMe = Site.path(asked, "notMe");
        assertThat(site.page(notMe).body()).contains("Was this not you?");
        assertThat(site.postForm(notMe, Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(notMe).body()).contains("We have taken it away");
        assertThat(stored(talk)).doesNotContain(email, "O’Nym");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(left(talk)).isEqualTo(1));
        assertThat(site.postForm(Site.path(asked, "confirm"), Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsCalledOffIsToldToThoseWhoHaveAPlace() {
        var email = Site.freshEmail();
        register(talk, email);
        confirm(talk, email);
        site.take(GatheringDesk.CANCEL, talk);
        assertThat(mail(talk, email, "registration.called-off")
                        .required("decision")
                        .asString())
                .isEqualTo("SEND");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(site.page("/events/" + talk.slug()).body()).contains("This event is cancelled"));
    }

    @Test
    void aRepeatedRequestOfAClientLeadsToOneMail() {
        var email = Site.freshEmail();
        for (int i = 0; i < 3; i++) {
            assertThat(site.register(talk, Site.registration(email), "Idempotency-Key", "try-" + email)
                            .statusCode())
                    .isEqualTo(202);
        }
        mail(talk, email, "registration.confirm");
        assertThat(stored(talk)).contains("\"asked\": 1");
    }

    private Gathering open(int capacity) {
        return site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(capacity, null)));
    }

    private Gathering open(Admission admission) {
        return site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(SampleGatherings.session(1, Site.START)),
                Set.of(Mode.IN_PERSON),
                new Capacity(5, null),
                admission));
    }

    private void register(Gathering gathering, String email) {
        assertThat(site.register(gathering, Site.registration(email)).statusCode())
                .isEqualTo(202);
    }

    private void confirm(Gathering gathering, String email) {
        inbox.confirm(gathering, email);
    }

    private JsonNode mail(Gathering gathering, String email, String purpose) {
        return inbox.mail(gathering, email, purpose);
    }

    private String status(Gathering gathering, String email) {
        return inbox.status(gathering, email);
    }

    private String stored(Gathering gathering) {
        return mongo.execute(
                "registrations",
                all -> all.find(new Document("gathering", gathering.id()))
                        .map(document -> document.toJson())
                        .into(new ArrayList<>())
                        .toString());
    }

    private int left(Gathering gathering) {
        return left(gathering, 1);
    }

    private int left(Gathering gathering, int session) {
        return site.json("/api/gatherings/" + gathering.slug())
                .required("sessions")
                .valueStream()
                .filter(each -> each.required("number").asInt() == session)
                .flatMap(each -> each.required("left").valueStream())
                .filter(each -> each.required("mode").asString().equals("in-person"))
                .map(each -> each.required("places").asInt())
                .findFirst()
                .orElseThrow();
    }

    private List<String> types(Gathering gathering, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> messages
                                .on(
                                        "registration.v1",
                                        message -> message.json()
                                                .required("action")
                                                .asString()
                                                .equals(gathering.id().toString()))
                                .stream()
                                .collect(Collectors.toMap(
                                        Published::id, Published::type, (one, again) -> one, LinkedHashMap::new))
                                .values()
                                .stream()
                                .toList(),
                        types -> types.size() >= count);
    }
}
