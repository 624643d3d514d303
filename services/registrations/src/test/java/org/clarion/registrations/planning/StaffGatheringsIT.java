package org.clarion.registrations.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Question;
import org.clarion.registrations.gathering.SampleGatherings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@RunningService
class StaffGatheringsIT {

    private static final Pattern ID = Pattern.compile("/staff/registrations/([0-9a-f-]{36})");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Gatherings gatherings;

    @Autowired
    MongoOperations mongo;

    private Site site;

    @BeforeEach
    void site() {
        site = new Site(port, context);
    }

    @Test
    void fromTheFormToTheOpenEvent() {
        var slug = Site.freshSlug();
        var id = draft(form(slug));
        var draft = gatherings.find(id);
        assertThat(draft.programme().title()).isEqualTo("An evening on detention");
        assertThat(draft.programme().speakers()).hasSize(1);
        assertThat(draft.admission().questions()).hasSize(1);
        assertThat(site.page("/events/" + slug).statusCode()).isEqualTo(404);
        assertThat(site.staffPage("/staff/registrations/" + id + "/preview", "viewer")
                        .body())
                .contains(
                        "This is how supporters will see it",
                        "An evening on detention",
                        "40 places left",
                        "Which film?")
                .doesNotContain("<button class=\"primary\"", "By the lion");
        assertThat(site.staffPage("/staff/registrations/" + id, "viewer").body())
                .contains("An evening on detention")
                .doesNotContain("Open for registration");
        site.staffPost("/staff/registrations/" + id + "/open", Map.of(), "campaigner");
        assertThat(gatherings.find(id).status()).isEqualTo(Gathering.Status.OPEN);
        assertThat(site.page("/events/" + slug).body()).contains("An evening on detention", "Which film?");

        var list = site.staffPage("/staff/registrations", "viewer").body();
        assertThat(list).contains("/staff/registrations/" + id, "0 of 40");
        assertThat(list).doesNotContain("Plan an event");
    }

    @Test
    void whatIsShownInTheFormIsKeptAsItWas() {
        var id = draft(form(Site.freshSlug()));
        var before = gatherings.find(id);
        var shown = site.staffPage("/staff/registrations/" + id + "/edit", "campaigner")
                .body();
        assertThat(shown).contains("An evening on detention", "choice: Which film? * | Leaving | Arriving");
        var again = form(before.slug());
        again.put("version", Long.toString(before.version()));
        again.put("sessions", "1: " + day() + " 18:30 to 20:30");
        assertThat(site.staffPost("/staff/registrations/" + id + "/edit", again, "campaigner")
                        .statusCode())
                .isEqualTo(303);
        var after = gatherings.find(id);
        assertThat(after.programme()).isEqualTo(before.programme());
        assertThat(after.setting()).isEqualTo(before.setting());
        assertThat(after.admission()).isEqualTo(before.admission());
        assertThat(site.staffPost("/staff/registrations/" + id + "/edit", again, "campaigner")
                        .body())
                .as("somebody else was quicker")
                .contains("Somebody else has changed this since you opened the form");
    }

    @Test
    void everyFlawIsNamedAndWhatWasTypedStays() {
        var form = form(Site.freshSlug());
        form.put("title", "");
        form.put("sessions", "2027-03-28 01:30 to 03:00\n2027-10-31 01:30 to 03:00\nsome day");
        form.put("joining", "javascript:alert(1)");
        form.put("inPerson", "many");
        form.put("guests", "51");
        form.put("questions", "shout: what?");
        form.put("codes", "x");
        var answer = site.staffPost("/staff/registrations", form, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Please give a title",
                        "There is no 2027-03-28 01:30: that night the clocks jump from 1:00 to 2:00",
                        "There is 2027-10-31 01:30 twice",
                        "We cannot read this line: some day",
                        "Please give an address that begins with https://",
                        "Please give a whole number up to 100,000",
                        "Please give a number from 0 to 49",
                        "We cannot read this question: shout: what?",
                        "Please give up to 1,000 different codes",
                        "Two people tell what it was like.");
    }

    @Test
    void movingOnlineCancellingAndCopyingAreOneActEach() {
        var slug = Site.freshSlug();
        var id = draft(form(slug));
        site.staffPost("/staff/registrations/" + id + "/open", Map.of(), "campaigner");
        assertThat(site.staffPost(
                                "/staff/registrations/" + id + "/move-online",
                                Map.of("joining", "http://no"),
                                "campaigner")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("?refused");
        site.staffPost(
                "/staff/registrations/" + id + "/move-online",
                Map.of("joining", "https://meet.example.org/x"),
                "campaigner");
        assertThat(gatherings.find(id).edition()).isEqualTo(1);
        site.staffPost("/staff/registrations/" + id + "/cancel", Map.of(), "campaigner");
        assertThat(gatherings.find(id).status()).isEqualTo(Gathering.Status.CANCELLED);
        var copied = site.staffPost("/staff/registrations/" + id + "/copy", Map.of(), "campaigner");
        var copy = gatherings.find(idIn(copied.headers().firstValue("Location").orElseThrow()));
        assertThat(copy.slug()).isEqualTo(slug + "-copy");
        assertThat(copy.status()).isEqualTo(Gathering.Status.DRAFT);
    }

    @Test
    void whatIsOnlineStaysOnlineOnceItIsOpen() {
        var form = form(Site.freshSlug());
        form.put("modes", "online");
        var id = draft(form);
        site.staffPost("/staff/registrations/" + id + "/open", Map.of(), "campaigner");
        form.put("modes", "in-person");
        form.put("sessions", "1: " + day() + " 18:30 to 20:30");
        form.put("version", Long.toString(gatherings.find(id).version()));
        var answer = site.staffPost("/staff/registrations/" + id + "/edit", form, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("so Online has to stay ticked");
        assertThat(gatherings.find(id).setting().modes()).containsExactly(Mode.ONLINE);
    }

    @Test
    void aFestivalInPlacesOfItsSessionsCanBeMovedOnline() {
        var form = form(Site.freshSlug());
        form.put("venue", "");
        form.put("sessions", day() + " 18:30 to 20:30 | | | | | The Mill | 2 Mill Road, Leeds");
        var page = "/staff/registrations/" + draft(form);
        site.staffPost(page + "/open", Map.of(), "campaigner");
        assertThat(site.staffPage(page, "campaigner").body()).contains(page + "/move-online");
        site.staffPost(page + "/move-online", Map.of("joining", "https://meet.example.org/x"), "campaigner");
        assertThat(site.staffPage(page, "campaigner").body()).doesNotContain(page + "/move-online");
    }

    @Test
    void placesAreShownWhereTheyCanBeHad() {
        var open = site.open(SampleGatherings.festival(
                Site.freshSlug(), Instant.now().minus(Duration.ofDays(1)), 3, new Capacity(10, null)));
        var preview = "/staff/registrations/" + open.id() + "/preview";
        assertThat(site.page("/events/" + open.slug()).body().split("10 places left"))
                .as("one of three sessions has begun")
                .hasSize(3);
        site.take(GatheringDesk.CLOSE, open);
        assertThat(site.page("/events/" + open.slug()).body()).doesNotContain("places left");
        assertThat(site.staffPage(preview, "viewer").body().split("10 places left"))
                .hasSize(3);
        site.take(GatheringDesk.CANCEL, open);
        assertThat(site.page("/events/" + open.slug()).body()).doesNotContain("places left");
    }

    @Test
    void aQuestionKeepsItsNumberAndNoOtherEverGetsIt() {
        var form = form(Site.freshSlug());
        form.put("questions", "text: Why?\nchoice: Which film? * | Leaving | Arriving\ntext: Why?");
        var id = draft(form);
        site.staffPost("/staff/registrations/" + id + "/open", Map.of(), "campaigner");
        form.put("sessions", "1: " + day() + " 18:30 to 20:30");
        assertThat(numbersAfter(id, form, "choice: Which film? | Arriving | Leaving\nnumber: Why?\ntext: Why?"))
                .containsExactly(2, 4, 1);
        assertThat(numbersAfter(id, form, "text: Why?")).containsExactly(1);
        assertThat(numbersAfter(id, form, "text: How?\ntext: Why?")).containsExactly(5, 1);
    }

    @Test
    void ofAnEventThatWasKeptWithoutItTheLargestNumberIsThatOfItsQuestions() {
        var form = form(Site.freshSlug());
        var id = draft(form);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update().unset("admission.lastQuestion"),
                Gathering.class);
        form.put("sessions", "1: " + day() + " 18:30 to 20:30");
        assertThat(numbersAfter(id, form, "text: Why?")).containsExactly(2);
    }

    @Test
    void whoOnlyLooksCannotAct() {
        var open = site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(10, null)));
        for (var step : new String[] {"close", "cancel", "move-online", "copy", "recording", "edit"}) {
            assertThat(site.staffPost("/staff/registrations/" + open.id() + "/" + step, Map.of(), "viewer")
                            .statusCode())
                    .as(step)
                    .isEqualTo(403);
        }
        assertThat(site.staffPage("/staff/registrations/new", "viewer").statusCode())
                .isEqualTo(403);
        assertThat(site.staffPage("/staff/registrations/" + UUID.randomUUID(), "viewer")
                        .statusCode())
                .isEqualTo(404);
    }

    private UUID draft(Map<String, String> form) {
        var answer = site.staffPost("/staff/registrations", form, "campaigner");
        return idIn(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    private List<Integer> numbersAfter(UUID id, Map<String, String> form, String questions) {
        form.put("questions", questions);
        form.put("version", Long.toString(gatherings.find(id).version()));
        assertThat(site.staffPost("/staff/registrations/" + id + "/edit", form, "campaigner")
                        .statusCode())
                .isEqualTo(303);
        return gatherings.find(id).admission().questions().stream()
                .map(Question::number)
                .toList();
    }

    private static UUID idIn(String location) {
        var found = ID.matcher(location);
        assertThat(found.find()).as(location).isTrue();
        return UUID.fromString(found.group(1));
    }

    private static String day() {
        return LocalDate.now().plusDays(40).toString();
    }

    private static Map<String, String> form(String slug) {
        var form = new LinkedHashMap<String, String>();
        form.put("slug", slug);
        form.put("language", "en");
        form.put("title", "An evening on detention");
        form.put("summary", "Two people tell what it was like.");
        form.put("text", "Come **early**.");
        form.put("host", "Rushlight");
        form.put("speakers", "Ann O’Nym | was there");
        form.put("sessions", day() + " 18:30 to 20:30");
        form.put("modes", "in-person");
        form.put("venue", "The Old Library");
        form.put("address", "1 Mill Road, Leeds");
        form.put("meetingPoint", "By the lion");
        form.put("joining", "https://meet.example.org/abc");
        form.put("inPerson", "40");
        form.put("access", "step-free");
        form.put("visibility", "public");
        form.put("guests", "3");
        form.put("questions", "choice: Which film? * | Leaving | Arriving");
        return form;
    }
}
