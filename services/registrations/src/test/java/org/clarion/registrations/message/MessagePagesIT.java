package org.clarion.registrations.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.message.Message.Draft;
import org.clarion.registrations.message.Message.Stage;
import org.clarion.registrations.registration.Group;
import org.clarion.registrations.registration.Group.Kind;
import org.clarion.registrations.registration.Inbox;
import org.clarion.servicedefaults.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RunningService
class MessagePagesIT {

    private static final String MAIL = "registration.message";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADA = "ada@example.org";
    private static final String BOB = "bob@example.org";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Messages messages;

    @Autowired
    MessageSweep sweep;

    @Autowired
    MessageSettings settings;

    private Site site;
    private Inbox inbox;
    private Gathering talk;
    private String desk;

    @BeforeEach
    void open() {
        site = new Site(port, context);
        inbox = new Inbox(site, context);
        talk = site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(2, null)));
        desk = "/staff/registrations/" + talk.id() + "/messages";
    }

    @Test
    void whoIsMeantGetsItOnceAndNobodyElse() throws Exception {
        var first = confirmed();
        var leaver = confirmed();
        var waiting = waiting();
        var id = send("confirmed");
        assertThat(list()).contains("Leaves soon", "Bring a coat", ADA, "It would have reached 2 people");
        sweep.sweep(Instant.now());
        assertThat(message(id).stage()).as("its minutes are not over").isEqualTo(Stage.WAITING);

        // Some leave meanwhile, and several instances look at the same time, again and again.
        cancel(leaver);
        leave(id);
        assertThat(message(id).sent()).isEqualTo(1);
        var mail = inbox.mail(talk, first, MAIL);
        assertThat(mail.required("decision").asString()).isEqualTo("SEND");
        assertThat(mail.required("address").asString()).isEqualTo(first);
        assertThat(mail.required("model").required("subject").asString()).isEqualTo("Bring a coat");
        assertThat(mail.required("model").required("message").asString()).isEqualTo("It is cold.\n\nReally.");
        assertThat(site.page(Site.path(mail, "manage")).statusCode()).isEqualTo(200);
        assertThat(once(first)).hasSize(1);
        assertThat(once(leaver)).isEmpty();
        assertThat(once(waiting)).isEmpty();
        assertThat(list()).contains("Sent", "1 person");

        cancel(first);
        assertThat(inbox.mail(talk, first, MAIL).required("decision").asString())
                .as("cancelled after it was asked for, and before it was sent")
                .isEqualTo("NO_LONGER_NEEDED");
    }

    @Test
    void oneEventHasManyMessagesAndAPressMakesOne() {
        confirmed();
        var first = send("confirmed");
        var second = send("confirmed");
        assertThat(second).isNotEqualTo(first);

        var press =
                Map.of("press", UUID.randomUUID().toString(), "group", "confirmed", "subject", "Once", "text", "Once.");
        site.staffPost(desk, press, "campaigner", ADA);
        site.staffPost(desk, press, "campaigner", ADA);
        assertThat(messages.of(talk.id()))
                .extracting(Message::subject)
                .containsExactlyInAnyOrder("Bring a coat", "Bring a coat", "Once");
    }

    @Test
    void whoWaitsIsWrittenToApart() throws Exception {
        var one = confirmed();
        confirmed();
        var waiting = waiting();
        leave(send("waiting"));
        inbox.mail(talk, waiting, MAIL);
        assertThat(once(one)).isEmpty();
    }

    @Test
    void whatIsStoppedInTimeReachesNobody() throws Exception {
        var email = confirmed();
        var id = send("confirmed");
        assertThat(site.staffPost(desk + "/" + id + "/stop", Map.of(), "events", BOB)
                        .statusCode())
                .isEqualTo(303);
        leave(id);
        assertThat(message(id).stage()).isEqualTo(Stage.STOPPED);
        assertThat(once(email)).isEmpty();
        assertThat(list()).contains("Stopped", BOB).doesNotContain("Stop it<");
        assertThat(site.staffPost(desk + "/" + id + "/stop", Map.of(), "campaigner")
                        .headers()
                        .firstValue("Location"))
                .hasValue(desk + "?refused");
    }

    @Test
    void thePreviewShowsWhatIsReadAndByHowManyAndKeepsNothing() {
        confirmed();
        var form = Map.of("group", "confirmed", "subject", "Bring <b>a</b> coat", "text", "It is cold.");
        var preview = site.staffPost(desk + "/preview", form, "campaigner");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains(
                        "One person gets it",
                        "Bring &lt;b&gt;a&lt;/b&gt; coat",
                        "It leaves in 10 minutes",
                        "at most five emails a day",
                        "Send it");
        assertThat(messages.of(talk.id())).isEmpty();
        assertThat(site.staffPost(
                                desk + "/preview",
                                Map.of("group", "waiting", "subject", "x", "text", "x"),
                                "campaigner")
                        .body())
                .contains("Nobody would get it now")
                .doesNotContain("Send it<");

        var pressed = new LinkedHashMap<>(Site.carried(preview.body()));
        for (int i = 0; i < 2; i++) {
            assertThat(site.staffPost(desk, pressed, "campaigner").statusCode()).isEqualTo(303);
        }
        assertThat(messages.of(talk.id())).as("a double click").hasSize(1);
    }

    @Test
    void everyFlawIsNamedAndWhatWasTypedStays() {
        var flawed = site.staffPost(
                desk + "/preview", Map.of("group", "confirmed-7", "subject", " ", "text", "Kept."), "campaigner");
        assertThat(flawed.statusCode()).isEqualTo(422);
        assertThat(flawed.body()).contains("Please say who is to get it", "Please give a subject", "Kept.");
        assertThat(site.staffPost(desk, Map.of("group", "confirmed", "subject", "x", "text", ""), "campaigner")
                        .statusCode())
                .isEqualTo(422);
        assertThat(site.staffPost(desk, Map.of("group", "confirmed", "subject", "x", "text", "x"), "campaigner")
                        .headers()
                        .firstValue("Location"))
                .as("to nobody")
                .hasValue(desk + "?refused");
    }

    @Test
    void aMessageToManyWaitsForAnAdministratorOrSomebodyWhoRunsEvents() {
        var draft = new Draft(Ids.next(), talk.id(), Group.of(Kind.CONFIRMED), "To many", "Come.");
        messages.add(Message.written(draft, ADA, settings.approvedAbove() + 1L, settings, Instant.now()));
        var approve = desk + "/" + draft.id() + "/approve";
        assertThat(site.staffPost(approve, Map.of(), "campaigner", BOB).statusCode())
                .isEqualTo(403);
        assertThat(site.staffPost(approve, Map.of(), "admin", ADA).headers().firstValue("Location"))
                .as("its own author")
                .hasValue(desk + "?refused");
        assertThat(site.staffPage(desk, "events").body()).contains("Waits for approval", "Approve it");
        assertThat(site.staffPage(desk, "campaigner").body()).doesNotContain("Approve it<");
        site.staffPost(approve, Map.of(), "events", BOB);
        assertThat(message(draft.id()).stage()).isEqualTo(Stage.WAITING);
        assertThat(list()).contains("Approved by", BOB);
    }

    @Test
    void whoOnlyLooksOnSeesNoMessageAndAnotherEventHasNone() {
        confirmed();
        var id = send("confirmed");
        for (var page : List.of(desk, desk + "/new")) {
            assertThat(site.staffPage(page, "viewer").statusCode()).isEqualTo(403);
        }
        assertThat(site.staffPost(desk + "/" + id + "/stop", Map.of(), "viewer").statusCode())
                .isEqualTo(403);
        var elsewhere = site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, new Capacity(2, null)));
        assertThat(site.staffPost(
                                "/staff/registrations/" + elsewhere.id() + "/messages/" + id + "/stop",
                                Map.of(),
                                "campaigner")
                        .statusCode())
                .isEqualTo(404);
        assertThat(message(id).stage()).isEqualTo(Stage.WAITING);
    }

    private UUID send(String group) {
        var form = Map.of("group", group, "subject", "Bring a coat", "text", "It is cold.\r\n\r\nReally.");
        assertThat(site.staffPost(desk, form, "campaigner", ADA).headers().firstValue("Location"))
                .hasValue(desk);
        return messages.of(talk.id()).getFirst().id();
    }

    /** As several instances, once the minutes are over; looks until nothing is left to do. */
    private void leave(UUID id) throws Exception {
        var later = Instant.now().plus(settings.stoppable()).plusSeconds(1);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                var looks = instances.invokeAll(
                        List.of(() -> sweep.sweep(later), () -> sweep.sweep(later), () -> sweep.sweep(later)));
                for (var look : looks) {
                    look.get();
                }
            }
        }
        assertThat(message(id).dueAt()).as("all is done").isNull();
    }

    private Message message(UUID id) {
        return messages.find(talk.id(), id);
    }

    private String list() {
        return site.staffPage(desk, "campaigner").body();
    }

    /** The different mails that were asked for. */
    private Set<String> once(String email) {
        var ids = new HashSet<String>();
        inbox.requests(talk, email, MAIL).forEach(mail -> ids.add(mail.id()));
        return ids;
    }

    private String confirmed() {
        return registered("registration.confirm", "CONFIRMED");
    }

    private String waiting() {
        return registered("registration.confirm-waiting", "WAITING");
    }

    private String registered(String mail, String status) {
        var email = Site.freshEmail();
        site.register(talk, Site.registration(email));
        site.postForm(Site.path(inbox.mail(talk, email, mail), "confirm"), Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inbox.status(talk, email)).isEqualTo(status));
        return email;
    }

    private void cancel(String email) {
        var manage = Site.path(inbox.mail(talk, email, "registration.ticket"), "manage");
        site.postForm(Site.linkIn(site.page(manage).body(), "cancel"), Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inbox.status(talk, email)).isEqualTo("CANCELLED"));
    }
}
