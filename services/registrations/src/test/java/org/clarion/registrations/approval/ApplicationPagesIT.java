package org.clarion.registrations.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Admission;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Question;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.registration.Inbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RunningService
class ApplicationPagesIT {

    private static final String TICKET = "registration.ticket";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Site site;
    private Inbox inbox;
    private Gathering cohort;
    private String desk;

    @BeforeEach
    void open() {
        site = new Site(port, context);
        inbox = new Inbox(site, context);
        var questions = List.of(new Question(1, Question.Kind.TEXT, "Why do you want to come?", true, List.of()));
        cohort = site.open(SampleGatherings.outline(
                Site.freshSlug(),
                List.of(SampleGatherings.session(1, Site.START)),
                Set.of(Mode.IN_PERSON),
                new Capacity(1, null),
                new Admission(Visibility.PUBLIC, true, 0, questions, List.of())));
        desk = "/staff/registrations/" + cohort.id() + "/applications";
    }

    @Test
    void severalStaffReadAndScoreEachOnceAndSeeTheAverage() {
        var email = apply("I teach <b>law</b>");
        assertThat(page())
                .contains("Ann O’Nym", "Why do you want to come?", "I teach &lt;b&gt;law", "Nobody has given");
        var score = desk + "/" + inbox.id(cohort, email) + "/score";
        site.staffPost(score, score("2", "vague"), "campaigner", "ada@example.org");
        site.staffPost(score, score("5", "clear"), "admin", "bob@example.org");
        assertThat(site.staffPost(score, score("4", "reads better"), "campaigner", "ada@example.org")
                        .statusCode())
                .isEqualTo(303);
        assertThat(page())
                .contains("4.5 of 5, from 2 scores", "ada@example.org: 4 of 5", "reads better", "clear")
                .doesNotContain("vague");
        var flawed = site.staffPost(score, score("6", "kept as typed"), "campaigner", "ada@example.org");
        assertThat(flawed.statusCode()).isEqualTo(422);
        assertThat(flawed.body()).contains("Please choose a score from 1 to 5", "kept as typed");
        assertThat(site.staffPost(score, Map.of("seen", "7", "score", "1"), "campaigner")
                        .headers()
                        .firstValue("Location"))
                .as("another version than the one that is there")
                .hasValue(desk + "?changed");
        assertThat(site.staffPage(desk + "?changed", "campaigner").body()).contains("Nothing of yours was kept");
        assertThat(site.staffPage(desk + "?order=score&q=law", "events").body()).contains("Ann O’Nym");
        assertThat(site.staffPage(desk + "?q=nobody", "events").body()).doesNotContain("Ann O’Nym");
    }

    @Test
    void whoIsAcceptedGetsATicketWhoFindsItFullIsKeptAndWhoIsDeclinedIsTold() {
        var first = apply("first");
        var second = apply("second");
        var third = apply("third");
        var both = site.staffPost(desk, decision("accept", "Bring a coat.", first, second), "campaigner");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body()).contains("There are not enough places", "Decided:", "Bring a coat.");
        var ticket = inbox.mail(cohort, first, TICKET);
        assertThat(ticket.required("decision").asString()).isEqualTo("SEND");
        assertThat(ticket.required("model").required("note").asString()).isEqualTo("Bring a coat.");
        assertThat(inbox.status(cohort, second)).isEqualTo("IN_APPROVAL");

        assertThat(site.staffPost(desk, decision("wait", "", second), "campaigner")
                        .headers()
                        .firstValue("Location"))
                .hasValue(desk + "?decided=1");
        assertThat(site.staffPage(desk + "?decided=1", "campaigner").body()).contains("One application is decided");
        site.staffPost(desk, decision("decline", "Next year again.", third), "campaigner");
        assertThat(inbox.mail(cohort, second, "registration.waiting")
                        .required("model")
                        .required("note")
                        .asString())
                .isEmpty();
        assertThat(inbox.mail(cohort, third, "registration.declined")
                        .required("model")
                        .required("note")
                        .asString())
                .isEqualTo("Next year again.");

        var again = site.staffPost(desk, decision("accept", "", first, third), "campaigner");
        assertThat(again.statusCode()).as("decided already").isEqualTo(409);
        assertThat(again.body()).contains("Withdrawn, sent anew or decided by somebody else");
        assertThat(inbox.status(cohort, third)).isEqualTo("DECLINED");
        for (var each : List.of(first, second, third)) {
            var mails = new ArrayList<String>();
            for (var purpose : List.of(TICKET, "registration.waiting", "registration.declined")) {
                inbox.requests(cohort, each, purpose).forEach(mail -> mails.add(mail.id()));
            }
            assertThat(Set.copyOf(mails)).as("one mail").hasSize(1);
        }
        assertThat(cohort("accept")).contains("Has a place", "campaigner@example.org", "Bring a coat.");
        assertThat(cohort("wait")).contains("Waits");
        assertThat(cohort("decline")).contains("Declined", "Next year again.");

        var cancel = Site.linkIn(site.page(Site.path(ticket, "manage")).body(), "cancel");
        site.postForm(cancel, Map.of());
        assertThat(cohort("accept")).contains("Cancelled").doesNotContain("Has a place");
        inbox.mail(cohort, second, "registration.offer");
        assertThat(cohort("wait")).contains("Is offered a place");
    }

    @Test
    void nobodyNeedWaitBesideAFreePlace() {
        var answer = site.staffPost(desk, decision("wait", "", apply("x")), "campaigner");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("There are places for them", "Ann O’Nym");
    }

    @Test
    void whatWasWithdrawnWhileThePageWasOpenIsNotDecided() {
        var email = apply("x");
        var pressed = decision("accept", "", email);
        var manage = Site.path(inbox.mail(cohort, email, "registration.applied"), "manage");
        site.postForm(Site.linkIn(site.page(manage).body(), "cancel"), Map.of());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(inbox.status(cohort, email)).isEqualTo("CANCELLED"));
        var answer = site.staffPost(desk, pressed, "campaigner");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Withdrawn, sent anew or decided by somebody else meanwhile", "Ann O’Nym");
        assertThat(inbox.status(cohort, email)).isEqualTo("CANCELLED");
        assertThat(inbox.requests(cohort, email, TICKET)).isEmpty();
    }

    @Test
    void whoTicksNothingIsToldAndKeepsWhatWasTyped() {
        apply("x");
        for (var pressed : List.of(
                Map.of("verdict", "accept", "note", "Kept."),
                Map.of("verdict", "accept", "note", "Kept.", "application", "nonsense"),
                Map.of("verdict", "shout", "note", "Kept."))) {
            var answer = site.staffPost(desk, pressed, "campaigner");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Please tick at least one application", "Kept.");
        }
    }

    @Test
    void whoOnlyLooksOnSeesNobodyAndWhoRunsEventsDoesNotDecide() {
        var email = apply("x");
        assertThat(site.staffPage(desk, "viewer").statusCode()).isEqualTo(403);
        assertThat(site.staffPage(desk.replace("applications", "cohort"), "viewer")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.staffPage(desk, "events").body()).contains("Ann O’Nym").doesNotContain("value=\"accept\"");
        assertThat(site.staffPost(desk, decision("accept", "", email), "events").statusCode())
                .isEqualTo(403);
        var planned = "/staff/registrations/" + cohort.id();
        assertThat(site.staffPage(planned, "events").body()).contains(desk);
        assertThat(site.staffPage(planned, "viewer").body()).doesNotContain(desk);
    }

    private String apply(String why) {
        var email = Site.freshEmail();
        var fields = Site.form(email);
        fields.put("answers[1]", why);
        assertThat(site.registerByForm(cohort, fields).statusCode()).isEqualTo(303);
        site.postForm(Site.path(inbox.mail(cohort, email, "registration.confirm-application"), "confirm"), Map.of());
        return email;
    }

    private String page() {
        return site.staffPage(desk, "campaigner").body();
    }

    private String cohort(String which) {
        return site.staffPage("/staff/registrations/" + cohort.id() + "/cohort?which=" + which, "events")
                .body();
    }

    private static Map<String, String> score(String score, String note) {
        return Map.of("seen", "1", "score", score, "note", note);
    }

    /** With the ticks as they stand on the page. */
    private Map<String, Object> decision(String verdict, String note, String... emails) {
        var page = page();
        var ticked = new ArrayList<String>();
        for (var email : emails) {
            var id = inbox.id(cohort, email);
            var found = Pattern.compile("value=\"(" + id + ":[0-9]+)\"").matcher(page);
            ticked.add(found.find() ? found.group(1) : id + ":1");
        }
        return Map.of("verdict", verdict, "note", note, "application", ticked);
    }
}
