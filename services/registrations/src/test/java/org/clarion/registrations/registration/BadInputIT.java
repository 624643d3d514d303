package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static final String GOOD = "\"name\":\"Ann\",\"email\":\"ann@example.org\",\"mode\":\"online\","
            + "\"sessions\":[1],\"answers\":{\"1\":[\"red\"]}";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MongoOperations mongo;

    private Site site;

    @BeforeEach
    void site() {
        site = new Site(port, context);
    }

    static Stream<String> bodies() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{",
                "{\"name\":\"Ann\"}",
                with("heads", "0"),
                with("heads", "-1"),
                with("heads", "5"),
                with("heads", "51"),
                with("heads", "1.5"),
                with("heads", "99999999999"),
                with("heads", "\"two\""),
                with("sessions", "[]"),
                with("sessions", "[0]"),
                with("sessions", "[3]"),
                with("sessions", "[1,3]"),
                with("sessions", "[\"x\"]"),
                with("sessions", "[{\"$gt\":0}]"),
                with("sessions", "1.5"),
                with("mode", "\"by-post\""),
                with("mode", "\"IN_PERSON\""),
                with("answers", "{}"),
                with("answers", "{\"1\":[]}"),
                with("answers", "{\"1\":[\"pink\"]}"),
                with("answers", "{\"1\":[\"red\",\"blue\"]}"),
                with("answers", "{\"1\":[\"red\"],\"2\":[\"many\"]}"),
                with("answers", "{\"1\":{\"$ne\":null}}"),
                with("answers", "[]"),
                with("needs", "\"" + "x".repeat(501) + "\""),
                with("diet", "{\"$gt\":\"\"}"),
                with("email", "{\"$ne\":null}"),
                with("email", "\"ann at example\""),
                with("email", "\"ann@example.org\\r\\nBcc: all@example.org\""),
                with("name", "\"=cmd()\""),
                with("name", "\"nul \\u0000\""),
                with("language", "\"<script>\""),
                with("consent", "{\"updates\":true}"),
                with("consent", "{\"updates\":true,\"wording\":\"<b>\"}"),
                with("source", "{\"$where\":\"sleep(1000)\"}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badJsonIsRefusedAndNothingIsStored(String body) {
        var gathering = workshop();
        var answer = site.postJson("/api/gatherings/" + gathering.slug() + "/registrations", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\"").doesNotContain("Exception", "org.clarion", "mongodb");
        nothingIsStored(gathering);
    }

    @Test
    void everyFlawIsNamedAtOnceAndWhatWasTypedStays() {
        var gathering = workshop();
        var answer = site.registerByForm(
                gathering,
                Map.of("name", "Ann O’Nym", "email", "nowhere", "heads", "51", "sessions", "9", "mode", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"Ann O&rsquo;Nym\"",
                        "Please say how many you are: from 1 to 4",
                        "Please choose among the sessions of this event",
                        "Please choose a way to take part that this event offers",
                        "Please answer: Which colour?");
        nothingIsStored(gathering);
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
        assertThat(site.postJson("/api/gatherings/there-is-none/registrations", "{" + GOOD + "}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.page("/events/there-is-none").statusCode()).isEqualTo(404);
        assertThat(site.json("/api/gatherings/there-is-none").required("status").asInt())
                .isEqualTo(404);
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
    void programsAndPeopleCannotReachWhatIsNotPublic() {
        var draft = context.getBean(GatheringDesk.class)
                .draft(SampleGatherings.talk(Site.freshSlug(), Site.START, Capacity.UNLIMITED), SampleGatherings.ADA);
        assertThat(site.page("/events/" + draft.slug()).statusCode()).isEqualTo(404);
        assertThat(site.get("/api/gatherings/" + draft.slug()).statusCode()).isEqualTo(404);
        assertThat(refusal(site.get("/internal/mail-claims"))).isTrue();
        assertThat(refusal(site.get("/staff/registrations"))).isTrue();
    }

    private static boolean refusal(HttpResponse<String> answer) {
        return answer.statusCode() == 401 || answer.statusCode() == 403;
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

    /** A good body in which one field is another. */
    private static String with(String field, String value) {
        var good = new LinkedHashMap<String, String>();
        good.put("name", "\"Ann\"");
        good.put("email", "\"ann@example.org\"");
        good.put("mode", "\"online\"");
        good.put("sessions", "[1]");
        good.put("answers", "{\"1\":[\"red\"]}");
        good.put(field, value);
        return good.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void theGoodBodyIsGood() {
        var gathering = workshop();
        assertThat(site.postJson("/api/gatherings/" + gathering.slug() + "/registrations", with("heads", "4"))
                        .statusCode())
                .isEqualTo(202);
    }
}
