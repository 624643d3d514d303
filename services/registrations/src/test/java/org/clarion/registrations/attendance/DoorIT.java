package org.clarion.registrations.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Request.Ask;
import org.clarion.registrations.places.Request.End;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.PublishedMessages.Published;
import org.clarion.testsupport.TestSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** People come, fingers slip, and two members of staff are quick at the same time. */
@RunningService
class DoorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String EVENTS = "events";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Attendees attendees;

    @Autowired
    PlacesDesk places;

    @Autowired
    PublishedMessages messages;

    private Site site;

    @BeforeEach
    void site() {
        site = new Site(port, context);
    }

    @Test
    void fromThePictureOnTheTicketToThePartyInTheRoom() throws Exception {
        var talk = talk(10);
        var ann = confirmed(talk, Map.of("heads", 3));
        var ticket = pageIn(ticketMail(ann));
        assertThat(ticket).startsWith("http").endsWith("/staff/registrations/door/" + ann.code());
        var scanned = site.staffPage("/staff/registrations/door/" + ann.code(), EVENTS);
        var page = location(scanned);
        assertThat(page).isEqualTo(door(talk, 1) + "/" + ann.code());

        assertThat(page(page)).contains("This ticket is good", "How many have come?", "3 people", "Session 1");
        var first = check(page, 2);
        assertThat(page(location(first))).contains("Checked in:", "2 people are here", "campaigner@example.org");
        assertThat(page(page)).contains("Some of the party are here already", "Undo: 2 people have not come");
        check(page, 1);
        assertThat(page(page)).contains("Already checked in", "1 person, ").doesNotContain("/check-in");
        assertThat(site.staffPage(door(talk, 1), EVENTS).body()).contains(">3</span>", "of 3", "data-live-poll");
        assertThat(count(talk, EVENTS).body()).contains("\"here\":\"3\"", "\"expectedValue\":3");

        var undone = undo(page);
        assertThat(page(location(undone))).contains("2 people are here");
        assertThat(heads(ann, 1)).isEqualTo(2);
        var last = await().atMost(PATIENCE)
                .until(
                        () -> told(ann),
                        told -> told.stream().anyMatch(each -> each.type().equals("registration.check-in-undone.v1")));
        assertThat(last.getLast()
                        .json()
                        .required("measures")
                        .required("attended")
                        .asInt())
                .isEqualTo(2);
        assertThat(last.getLast().text()).doesNotContain("campaigner", ann.code());
        undo(page);
        assertThat(page(page)).contains("This ticket is good");
    }

    @Test
    void aSecondPressOfTheSameButtonDoesNothingMore() throws Exception {
        var talk = talk(10);
        var page = door(talk, 1) + "/" + confirmed(talk, Map.of("heads", 4)).code();
        var form = form(page, 2);
        var answers = atOnce(4, i -> site.staffPost(page + "/check-in", form, EVENTS));
        assertThat(answers).allSatisfy(answer -> assertThat(location(answer)).contains("?done="));
        assertThat(at(talk, 1)).isEqualTo(2);
        assertThat(location(site.staffPost(page + "/check-in", form, EVENTS))).contains("?done=");
        assertThat(at(talk, 1)).isEqualTo(2);
    }

    @Test
    void ofTwoDevicesAtOnceOneIsToldToLookAgain() throws Exception {
        var talk = talk(10);
        var page = door(talk, 1) + "/" + confirmed(talk, Map.of("heads", 2)).code();
        var forms = List.of(form(page, 2), form(page, 2));
        var answers = atOnce(2, i -> site.staffPost(page + "/check-in", forms.get(i), EVENTS));
        assertThat(answers)
                .extracting(DoorIT::location)
                .filteredOn(each -> each.endsWith("?refused"))
                .hasSize(1);
        assertThat(page(page + "?refused")).contains("Nothing was changed", "Already checked in");
        assertThat(at(talk, 1)).isEqualTo(2);
    }

    @Test
    void everyTicketThatIsNotGoodSaysWhy() {
        var festival = site.open(SampleGatherings.festival(Site.freshSlug(), Site.START, 2, new Capacity(3, null)));
        var second = confirmed(festival, Map.of("sessions", List.of(2)));
        assertThat(page(door(festival, 1) + "/" + second.code()))
                .contains("For another session", "Session 2")
                .doesNotContain("/check-in");
        assertThat(location(site.staffPage("/staff/registrations/door/" + second.code(), EVENTS)))
                .as("the session that it is for")
                .contains("/door/2/");
        assertThat(page(door(festival, 2) + "/" + second.code())).contains("This ticket is good", "is not today");

        var other = talk(1);
        var elsewhere = site.staffPage(door(other, 1) + "/" + second.code(), EVENTS);
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).contains("This ticket is for another event", door(festival, 2));
        assertThat(site.staffPage("/staff/registrations/door/ZZZZZZ", EVENTS).statusCode())
                .isEqualTo(404);
        assertThat(site.staffPage("/staff/registrations/door/no-code", EVENTS).body())
                .contains("No ticket has this code");

        var awaiting = registered(other, Map.of());
        assertThat(page(door(other, 1) + "/" + awaiting.code())).contains("Not confirmed", "Let guests in");
        var has = place(other, awaiting);
        var waiting = place(other, registered(other, Map.of()));
        assertThat(waiting.state()).isEqualTo("waiting");
        assertThat(page(door(other, 1) + "/" + waiting.code())).contains("On the waiting list");
        var stale = form(door(other, 1) + "/" + has.code(), 1);
        places.askAndWait(other.id(), new End(has.id(), 1, has.wish(), Outcome.CANCELLED));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(page(door(other, 1) + "/" + has.code())).contains("Cancelled."));
        assertThat(location(site.staffPost(door(other, 1) + "/" + has.code() + "/check-in", stale, EVENTS)))
                .as("a page from before")
                .endsWith("?refused");
        assertThat(at(other, 1)).isZero();
    }

    @Test
    void aTicketForTakingPartOnlineGivesNoPlaceInTheRoom() {
        var talk = site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(1, null)));
        var online = confirmed(talk, Map.of("mode", "online"));
        var page = door(talk, 1) + "/" + online.code();
        assertThat(page(page)).contains("For taking part online", "Note that they take part online");
        check(page, 1);
        assertThat(page(door(talk, 1))).contains("1 person takes part online");
    }

    @Test
    void peopleAreFoundByCodeAndByName() {
        var talk = talk(10);
        var zoe = confirmed(talk, Map.of("name", "Zoë Example"));
        assertThat(location(site.staffPage(door(talk, 1) + "?q=" + zoe.code().toLowerCase(), EVENTS)))
                .isEqualTo(door(talk, 1) + "/" + zoe.code());
        assertThat(page(door(talk, 1) + "?q=zoe")).contains("Zoë Example", zoe.code());
        assertThat(page(door(talk, 1) + "?q=nobody")).contains("Nobody with that name or code");
        var other = talk(10);
        assertThat(page(door(other, 1) + "?q=" + zoe.code())).contains("This ticket is for another event");
        assertThat(location(site.staffPage("/staff/registrations/" + talk.id() + "/door", EVENTS)))
                .isEqualTo(door(talk, 1));
        assertThat(site.staffPage("/staff/registrations/" + talk.id() + "/door/9", EVENTS)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void guestsComeInWithoutAnAddressAndHearNothing() {
        var talk = talk(10);
        var page = door(talk, 1) + "/guests";
        for (var name : List.of("A neighbour", "", "")) {
            var form = guests(page, 2, name);
            var in = site.staffPost(page, form, EVENTS);
            assertThat(location(in)).contains("?done=");
            assertThat(location(site.staffPost(page, form, EVENTS)))
                    .as("pressed twice")
                    .isEqualTo(location(in));
        }
        assertThat(attendees.of(talk.id()))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.guest()).isTrue());
        assertThat(at(talk, 1)).isEqualTo(6);
        assertThat(left(talk)).isEqualTo(4);
        var one = attendees.of(talk.id()).getFirst();
        assertThat(page(door(talk, 1) + "/" + one.code())).contains("A neighbour", "take them out again");
        var told = await().atMost(PATIENCE)
                .until(() -> told(one), each -> !each.isEmpty())
                .getLast();
        assertThat(told.json().required("measures").toString()).contains("\"attended\":2", "\"heads\":2");
        assertThat(told.json().has("supporter")).isFalse();
        assertThat(told.text()).doesNotContain("neighbour");

        var away = door(talk, 1) + "/" + one.code();
        for (int i = 0; i < 2; i++) {
            assertThat(location(site.staffPost(away + "/send-away", Map.of(), EVENTS)))
                    .isEqualTo(away);
        }
        assertThat(at(talk, 1)).isEqualTo(4);
        assertThat(left(talk)).isEqualTo(6);
        var ann = confirmed(talk, Map.of());
        assertThat(location(site.staffPost(door(talk, 1) + "/" + ann.code() + "/send-away", Map.of(), EVENTS)))
                .as("who has registered stays")
                .endsWith("?refused");
        site.take(GatheringDesk.CANCEL, talk);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(attendees.of(talk.id()))
                        .extracting(Attendee::state)
                        .containsOnly("cancelled"));
        var mailed = messages.on(
                "mail-request.v1",
                message -> attendees.of(talk.id()).stream()
                        .filter(Attendee::guest)
                        .anyMatch(each -> each.id().toString().equals(message.key())));
        assertThat(mailed).isEmpty();
    }

    @Test
    void theLastPlaceIsGivenOnceAtTheDoor() throws Exception {
        var talk = talk(1);
        var page = door(talk, 1) + "/guests";
        var forms = Stream.generate(() -> guests(page, 1, "")).limit(4).toList();
        var answers = atOnce(4, i -> site.staffPost(page, forms.get(i), EVENTS));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 422)
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer.body()).contains("There is no room"));
        assertThat(at(talk, 1)).isEqualTo(1);
        assertThat(attendees.of(talk.id()))
                .as("who was turned away is not kept")
                .hasSize(1);
        assertThat(site.staffPost(page, guests(page, 51, ""), EVENTS).body()).contains("from 1 to 50");
    }

    @Test
    void guestsComeInWhileTheSessionRuns() {
        var started = Site.START.minus(Duration.ofDays(30)).minus(Duration.ofMinutes(20));
        var talk = site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(SampleGatherings.session(1, started), SampleGatherings.session(2, Site.START)),
                Set.of(Mode.IN_PERSON),
                new Capacity(2, null),
                SampleGatherings.admission()));
        var page = door(talk, 1) + "/guests";
        assertThat(location(site.staffPost(page, guests(page, 2, ""), EVENTS))).contains("?done=");
        assertThat(site.staffPost(page, guests(page, 1, ""), EVENTS).body()).contains("There is no room");
    }

    @Test
    void namesAreForThoseWhoHaveToDoWithThePeopleAndNeedsForThoseWhoSeeToThem() {
        var talk = talk(10);
        var ann = confirmed(talk, Map.of("needs", "A seat near the exit", "diet", "Vegan"));
        var list = "/staff/registrations/" + talk.id() + "/attendees";
        assertThat(site.staffPage(list, "viewer").statusCode()).isEqualTo(403);
        assertThat(site.staffPage(list, "campaigner").body())
                .contains(ann.code(), "Ann O’Nym")
                .doesNotContain("A seat near the exit", "Vegan", "/export", "/door");
        assertThat(site.staffPage(list, EVENTS).body()).contains("A seat near the exit", "Vegan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "campaigner"})
    void whoDoesNotRunEventsIsNotLetToTheDoor(String role) {
        var talk = talk(10);
        var ann = confirmed(talk, Map.of());
        var list = "/staff/registrations/" + talk.id() + "/attendees";
        var page = door(talk, 1) + "/" + ann.code();
        for (var path : List.of(
                door(talk, 1),
                page,
                door(talk, 1) + "/guests",
                list + "/paper",
                "/staff/registrations/door/" + ann.code())) {
            assertThat(site.staffPage(path, role).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(count(talk, role).statusCode()).isEqualTo(403);
        var form = form(page, 1);
        for (var path : List.of(
                page + "/check-in", page + "/undo", page + "/send-away", door(talk, 1) + "/guests", list + "/export")) {
            assertThat(site.staffPost(path, form, role).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(at(talk, 1)).isZero();
    }

    @Test
    void whoCameAndWantsToBeForgottenStaysCountedAndGivesUpTheRest() {
        var festival = site.open(SampleGatherings.festival(Site.freshSlug(), Site.START, 2, new Capacity(3, null)));
        var email = Site.freshEmail();
        var came = confirmed(festival, Map.of("email", email, "sessions", List.of(1, 2), "heads", 2));
        check(door(festival, 1) + "/" + came.code(), 2);
        site.staffPost("/staff/registrations/supporters/erase", Map.of("email", email, "sure", "true"), "campaigner");

        var erased = found(festival, each -> each.id().equals(came.id()));
        assertThat(erased.name()).isNull();
        assertThat(erased.state()).isEqualTo("confirmed");
        assertThat(erased.wish().sessions()).containsExactly(1);
        assertThat(at(festival, 1)).isEqualTo(2);
    }

    @Test
    void theListIsSearchedFilteredPagedAndPrinted() {
        var festival = site.open(SampleGatherings.festival(Site.freshSlug(), Site.START, 2, new Capacity(200, null)));
        var zoe = confirmed(festival, Map.of("name", "Zoë Example", "sessions", List.of(1, 2), "heads", 2));
        for (int i = 0; i < 60; i++) {
            site.register(festival, body(Map.of("sessions", List.of(2))));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(attendees.of(festival.id())).hasSize(61));
        check(door(festival, 1) + "/" + zoe.code(), 1);
        var list = "/staff/registrations/" + festival.id() + "/attendees";
        assertThat(page(list)).contains("61 registrations", "1 to 50 of 61");
        assertThat(page(list + "?state=confirmed")).contains("1 registration<", "Zoë Example", "1 of 2 came");
        assertThat(page(list + "?state=attended&session=1")).contains(zoe.code());
        assertThat(page(list + "?state=attended&session=2")).contains("Nobody like that");
        assertThat(page(list + "?q=zoe&page=7")).contains(zoe.code(), "Show all");
        assertThat(page(list + "?mode=online")).contains("Nobody like that");
        assertThat(page(list + "?state=awaiting-confirmation&page=2"))
                .contains("51 to 60 of 60", "state=awaiting-confirmation");
        assertThat(page(list + "/paper?session=1")).contains("Zoë Example", zoe.code(), "class=\"box\"");
        assertThat(page("/staff/registrations")).contains("<progress", "value=\"64\"", "64 of 400");
    }

    @Test
    void theFileIsSafeAndWhoTookItIsNoted() {
        var question = new Question(1, Question.Kind.TEXT, "=SUM(A1)", false, List.of());
        var workshop = site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(SampleGatherings.session(1, Site.START)),
                Set.of(Mode.IN_PERSON),
                Capacity.UNLIMITED,
                new Admission(Visibility.PUBLIC, false, 3, List.of(question), List.of())));
        var ann = confirmed(workshop, Map.of("answers", Map.of("1", List.of("=HYPERLINK(1)")), "diet", "@vegan"));
        registered(workshop, Map.of());
        var list = "/staff/registrations/" + workshop.id() + "/attendees";
        assertThat(site.staffPage(list + "/export", EVENTS).statusCode())
                .as("only a button acts")
                .isNotEqualTo(200);
        var everybody = site.staffPost(list + "/export", Map.of(), EVENTS);
        assertThat(everybody.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(workshop.slug() + "-attendees.csv");
        assertThat(everybody.body().lines()).hasSize(3);
        assertThat(everybody.body()).contains(ann.code(), "'=SUM(A1)", "'=HYPERLINK(1)", "'@vegan");
        var some = site.staffPost(list + "/export", Map.of("state", "confirmed"), EVENTS);
        assertThat(some.body().lines()).hasSize(2);
        assertThat(page(list))
                .contains("Downloaded everybody: 2", "Downloaded a part of the list: 1", "campaigner@example.org");
    }

    private Gathering talk(int capacity) {
        return site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(capacity, null)));
    }

    private Map<String, Object> body(Map<String, ?> fields) {
        var body = Site.registration(Site.freshEmail());
        body.putAll(fields);
        return body;
    }

    /** Kept, and decided for the first time. */
    private Attendee registered(Gathering gathering, Map<String, ?> fields) {
        var body = body(fields);
        assertThat(site.register(gathering, body).statusCode()).isEqualTo(202);
        return found(gathering, each -> body.get("email").equals(each.email()));
    }

    private Attendee confirmed(Gathering gathering, Map<String, ?> fields) {
        var confirmed = place(gathering, registered(gathering, fields));
        assertThat(confirmed.hasPlace()).isTrue();
        return confirmed;
    }

    /** As if the button in the mail was pressed. */
    private Attendee place(Gathering gathering, Attendee attendee) {
        places.askAndWait(gathering.id(), new Ask(attendee.id(), 1, attendee.wish(), true));
        return found(
                gathering,
                each -> each.id().equals(attendee.id()) && !each.state().equals("awaiting-confirmation"));
    }

    private Attendee found(Gathering gathering, Predicate<Attendee> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> attendees.of(gathering.id()).stream()
                                .filter(wanted)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private int heads(Attendee attendee, int session) {
        return attendees.withCode(attendee.code()).getFirst().here(session);
    }

    private int at(Gathering gathering, int session) {
        return attendees.turnout(gathering.id()).stream()
                .filter(each -> each.session() == session)
                .mapToInt(Turnout::here)
                .sum();
    }

    private int left(Gathering gathering) {
        return await()
                .pollDelay(Duration.ofMillis(1100))
                .until( // standings are a second old at most
                        () -> places.standings(gathering), standings -> !standings.isEmpty())
                .stream()
                .filter(each -> each.mode() == Mode.IN_PERSON)
                .mapToInt(each -> Objects.requireNonNull(each.left()))
                .sum();
    }

    private List<Published> told(Attendee attendee) {
        return messages.on("registration.v1", each -> attendee.id().toString().equals(each.key()));
    }

    private byte[] ticketMail(Attendee attendee) {
        var requests = messages.await(
                "mail-request.v1",
                1,
                each -> attendee.id().toString().equals(each.key())
                        && each.text().contains("registration.ticket"));
        var answer = site.redeem(List.of(requests.getLast())).getFirst();
        return Base64.getDecoder()
                .decode(answer.required("attachments")
                        .get(0)
                        .required("content")
                        .asString());
    }

    private static String pageIn(byte[] picture) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels));
        return new QRCodeReader().decode(new BinaryBitmap(bitmap)).getText();
    }

    /** As a page asks that is open. */
    private HttpResponse<String> count(Gathering gathering, String role) {
        return site.send(site.to(door(gathering, 1) + "/count")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + TestSecrets.staffToken("registrations", role))
                .build());
    }

    private static String door(Gathering gathering, int session) {
        return "/staff/registrations/" + gathering.id() + "/door/" + session;
    }

    private String page(String path) {
        var answer = site.staffPage(path, EVENTS);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** What a browser sends that shows this page. */
    private Map<String, Object> form(String page, int heads) {
        var form = Site.carried(page(page));
        form.keySet().retainAll(Set.of("press", "seen"));
        form.replaceAll((name, values) -> values instanceof List<?> many ? many.getFirst() : values);
        form.put("heads", heads);
        return form;
    }

    private Map<String, Object> guests(String page, int heads, String name) {
        var form = new LinkedHashMap<String, Object>(Site.carried(page(page)));
        form.put("heads", heads);
        form.put("name", name);
        return form;
    }

    private HttpResponse<String> check(String page, int heads) {
        return site.staffPost(page + "/check-in", form(page, heads), EVENTS);
    }

    private HttpResponse<String> undo(String page) {
        return site.staffPost(page + "/undo", form(page, 0), EVENTS);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private interface Step {
        HttpResponse<String> take(int number);
    }

    private static List<HttpResponse<String>> atOnce(int many, Step step) throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < many; i++) {
                int number = i;
                running.add(threads.submit(() -> step.take(number)));
            }
            for (var each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }
}
