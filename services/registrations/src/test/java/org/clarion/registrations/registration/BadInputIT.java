package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.testsupport.BadInput.assertNothingShown;
import static org.clarion.testsupport.BadInput.assertRefused;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Admission;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Question;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.places.Wish;
import org.clarion.testsupport.BadInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Whatever comes in: a clear page or problem detail, nothing of the inside shown, nothing stored. */
@RunningService
class BadInputIT {

    private static final BadInput BAD = new BadInput(Map.of(
            "name", "\"Ann\"",
            "email", "\"ann@example.org\"",
            "mode", "\"online\"",
            "sessions", "[1]",
            "answers", "{\"1\":[\"red\"]}"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MongoOperations mongo;

    private Site site;
    private Gathering workshop;

    @BeforeEach
    void open() {
        site = new Site(port, context);
        workshop = workshop();
    }

    @AfterEach
    void nothingIsStored() {
        nothingIsStored(workshop);
    }

    static Stream<String> bodies() {
        return Stream.concat(
                BAD.bodies(),
                Stream.of(
                        BAD.with("heads", "0"),
                        BAD.with("heads", "-1"),
                        BAD.with("heads", "5"),
                        BAD.with("heads", "51"),
                        BAD.with("heads", "1.5"),
                        BAD.with("heads", "99999999999"),
                        BAD.with("heads", "\"two\""),
                        BAD.with("sessions", "[]"),
                        BAD.with("sessions", "[0]"),
                        BAD.with("sessions", "[3]"),
                        BAD.with("sessions", "[1,3]"),
                        BAD.with("sessions", "[\"x\"]"),
                        BAD.with("sessions", "[{\"$gt\":0}]"),
                        BAD.with("sessions", "1.5"),
                        BAD.with("mode", "\"by-post\""),
                        BAD.with("mode", "\"IN_PERSON\""),
                        BAD.with("answers", "{}"),
                        BAD.with("answers", "{\"1\":[]}"),
                        BAD.with("answers", "{\"1\":[\"pink\"]}"),
                        BAD.with("answers", "{\"1\":[\"red\",\"blue\"]}"),
                        BAD.with("answers", "{\"1\":[\"red\"],\"2\":[\"many\"]}"),
                        BAD.with("answers", "{\"1\":{\"$ne\":null}}"),
                        BAD.with("answers", "[]"),
                        BAD.with("needs", "\"" + "x".repeat(501) + "\""),
                        BAD.with("needs", "\"lone \\ud83d\""),
                        BAD.with("diet", "{\"$gt\":\"\"}")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badJsonIsRefused(String body) {
        assertRefused(site.postJson(path(), body), 400);
    }

    static Stream<String> otherContentTypes() {
        return BadInput.otherContentTypes();
    }

    @ParameterizedTest
    @MethodSource("otherContentTypes")
    void otherContentTypesAreRefused(String type) {
        var readFirst = type.startsWith("multipart"); // as a picture of a speaker would be
        assertRefused(site.post(path(), type, BodyPublishers.ofString(BAD.good())), readFirst ? 400 : 415);
    }

    static Stream<BodyPublisher> tenMegabytes() {
        return BAD.tenMegabytes();
    }

    @ParameterizedTest
    @MethodSource("tenMegabytes")
    void tenMegabytesAreRefused(BodyPublisher body) {
        assertRefused(site.post(path(), "application/json", body), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/gatherings/no-such-event/registrations, 404",
        "POST, /api/gatherings/$gt/registrations, 404",
        "POST, '/api/gatherings/%7B%22$gt%22:%22%22%7D/registrations', 404",
        "GET, /api/gatherings/no-such-event, 404",
        "GET, /events/no-such-event, 404",
        "POST, /events/no-such-event/registrations, 404",
        "POST, /events/no-such-event/confirm/nonsense, 404",
        "GET, /events/SLUG/confirm/%00, 400",
        "GET, /events/SLUG/nothing, 404",
        "DELETE, /api/gatherings/SLUG, 405",
        "PUT, /api/gatherings/SLUG/registrations, 405",
        "GET, /staff/registrations, 401",
        "POST, /staff/registrations, 401",
        "POST, /internal/mail-claims, 401",
        "GET, /internal/mail-claims, 401",
        "GET, /elsewhere, 404",
    })
    void addressesThatLeadNowhereAreRefused(String method, String address, int status) {
        var path = address.replace("SLUG", workshop.slug());
        assertRefused(site.ask(method, path, path.startsWith("/events"), BAD.good()), status);
    }

    static Stream<Arguments> fields() {
        return Stream.concat(
                BadInput.fields(),
                Stream.of(
                        Arguments.of("heads", "-1", 422),
                        Arguments.of("sessions", "{\"$gt\":0}", 422),
                        Arguments.of("mode", "by-post", 422),
                        Arguments.of("needs", "Ann\u0000", 400),
                        Arguments.of("diet", "x".repeat(501), 422),
                        Arguments.of("source", "x".repeat(100_000), 413)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void badFormsAreRefused(String field, String value, int status) {
        var form = Site.form("ann@example.org");
        form.put("sessions", "1");
        form.put("answers[1]", "red");
        form.put(field, value);
        assertNothingShown(site.registerByForm(workshop, form), status);
    }

    @Test
    void everyFlawIsNamedAtOnceAndWhatWasTypedStays() {
        var answer = site.registerByForm(
                workshop, Map.of("name", "Ann O’Nym", "email", "nowhere", "heads", "51", "sessions", "9", "mode", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"Ann O&rsquo;Nym\"",
                        "Please say how many you are: from 1 to 4",
                        "Please choose among the sessions of this event",
                        "Please choose a way to take part that this event offers",
                        "Please answer: Which colour?");
    }

    @Test
    void aSessionThatHasBegunCannotBeChosen() {
        var now = Site.START.minus(Duration.ofDays(30));
        var begun = SampleGatherings.session(1, now.minus(Duration.ofMinutes(10)));
        var later = SampleGatherings.session(2, now.plus(Duration.ofDays(3)));
        var gathering = site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(begun, later),
                Set.of(Mode.IN_PERSON),
                Capacity.UNLIMITED,
                SampleGatherings.admission()));
        var body = Site.registration(Site.freshEmail());
        body.put("sessions", List.of(1, 2));
        assertThat(site.register(gathering, body).body()).contains("That session has begun");
        body.put("sessions", List.of(2));
        assertThat(site.register(gathering, body).statusCode()).isEqualTo(202);
    }

    @Test
    void whatTakesNoRegistrationsSaysWhy() {
        var closed = site.take(GatheringDesk.CLOSE, talk());
        var cancelled = site.take(GatheringDesk.CANCEL, talk());
        var later = site.open(SampleGatherings.during(
                SampleGatherings.talk(Site.freshSlug(), Site.START, Capacity.UNLIMITED),
                Site.START.minus(Duration.ofDays(1)),
                null));
        refused(closed, "closed", "Registration has ended");
        refused(cancelled, "gathering-cancelled", "This event is cancelled");
        refused(later, "not-open-yet", "Not open yet");
    }

    private void refused(Gathering gathering, String type, String onThePage) {
        var answer = site.register(gathering, Site.registration(Site.freshEmail()));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("/problems/registrations/" + type);
        var form = site.registerByForm(gathering, Site.form(Site.freshEmail()));
        assertThat(form.statusCode()).isEqualTo(303);
        assertThat(site.page("/events/" + gathering.slug()).body())
                .contains(onThePage)
                .doesNotContain("<form method=\"post\" action=\"/events");
        nothingIsStored(gathering);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "not-me", "manage", "cancel", "offer", "sent"})
    void aLinkThatIsNotOursLeadsNowhere(String link) {
        var path = "/events/" + talk().slug() + "/" + link + "/";
        for (var token : List.of("k1.x", "k9.AAAA", "k1." + "A".repeat(55), "k1." + "A".repeat(200))) {
            assertThat(site.page(path + token).statusCode()).as(token).isEqualTo(410);
            assertThat(site.postForm(path + token, Map.of()).statusCode())
                    .as(token)
                    .isEqualTo(410);
        }
    }

    @ParameterizedTest
    @CsvSource({"confirm, manage", "confirm, cancel", "confirm, offer", "notMe, confirm"})
    void aLinkOpensNothingButItsOwnPage(String given, String other) {
        var gathering = talk();
        var links = context.getBean(RegistrationLinks.class);
        var crowd = new Crowd(context);
        crowd.register(gathering, new Wish(Set.of(1), Mode.IN_PERSON, 1));
        var registration =
                mongo.findOne(Query.query(Criteria.where("gathering").is(gathering.id())), Registration.class);
        var link = given.equals("confirm") ? RegistrationLink.CONFIRM : RegistrationLink.NOT_ME;
        var path = links.path(link, gathering, Objects.requireNonNull(registration));
        assertThat(site.page(path).statusCode()).isEqualTo(200);
        assertThat(site.page(path.replace("/" + link.path() + "/", "/" + other + "/"))
                        .statusCode())
                .isEqualTo(410);
        var elsewhere = talk();
        assertThat(site.page(path.replace(gathering.slug(), elsewhere.slug())).statusCode())
                .as("of another gathering")
                .isEqualTo(410);
    }

    @Test
    void aDraftIsNotPublic() {
        var draft = context.getBean(GatheringDesk.class)
                .draft(SampleGatherings.talk(Site.freshSlug(), Site.START, Capacity.UNLIMITED), SampleGatherings.ADA);
        assertThat(site.page("/events/" + draft.slug()).statusCode()).isEqualTo(404);
        assertThat(site.get("/api/gatherings/" + draft.slug()).statusCode()).isEqualTo(404);
    }

    private Gathering talk() {
        return site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(100, null)));
    }

    /** Two sessions, both modes, four heads at the most, a colour to choose and a number. */
    private Gathering workshop() {
        var questions = List.of(
                new Question(1, Question.Kind.CHOICE, "Which colour?", true, List.of("red", "blue")),
                new Question(2, Question.Kind.NUMBER, "How many chairs?", false, List.of()));
        return site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(
                        SampleGatherings.session(1, Site.START),
                        SampleGatherings.session(2, Site.START.plus(Duration.ofDays(1)))),
                Set.of(Mode.IN_PERSON, Mode.ONLINE),
                new Capacity(100, null),
                new Admission(Visibility.PUBLIC, false, 3, questions, List.of())));
    }

    private void nothingIsStored(Gathering gathering) {
        var ofGathering = Query.query(Criteria.where("gathering").is(gathering.id()));
        assertThat(mongo.count(ofGathering, "registrations")).isZero();
    }

    private String path() {
        return "/api/gatherings/" + workshop.slug() + "/registrations";
    }

    @Test
    void theGoodBodyIsGood() {
        var another = workshop();
        assertThat(site.postJson("/api/gatherings/" + another.slug() + "/registrations", BAD.with("heads", "4"))
                        .statusCode())
                .isEqualTo(202);
    }
}
