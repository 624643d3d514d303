package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.clarion.registrations.RunningService;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
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
class NoticesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String REMINDER = "registration.reminder";
    private static final String REMINDER_ONLINE = "registration.reminder-online";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Notices notices;

    private Site site;
    private Inbox inbox;
    private Gathering talk;

    @BeforeEach
    void open() {
        site = new Site(port, context);
        inbox = new Inbox(site, context);
        talk = site.open(SampleGatherings.talk(Site.freshSlug(), Site.START, Capacity.UNLIMITED));
    }

    @Test
    void everybodyIsRemindedOnceAndToldAgainOnlyWhereToJoin() {
        var online = registered("online");
        var inPerson = registered("in-person");
        tenHoursBefore();
        awaitRequests(online, REMINDER_ONLINE, 1);
        awaitRequests(inPerson, REMINDER, 1);
        assertThat(joining(online)).isEqualTo("https://meet.example.org/abc");

        change(new Update().set("setting.joining", "https://meet.example.org/other"));
        awaitRequests(online, REMINDER_ONLINE, 2);
        assertThat(joining(online)).isEqualTo("https://meet.example.org/other");

        change(new Update().set("setting.joining", "https://meet.example.org/abc"));
        awaitRequests(online, REMINDER_ONLINE, 3);

        notices.tell();
        assertThat(inbox.registration(talk, online).orElseThrow().told())
                .as("the newest address alone")
                .hasSize(1);
        assertThat(inbox.registration(talk, inPerson).orElseThrow().told()).hasSize(1);
        assertThat(inbox.requests(talk, inPerson, REMINDER)).hasSize(1);
    }

    private void awaitRequests(String email, String purpose, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            notices.tell();
            assertThat(inbox.requests(talk, email, purpose)).as(purpose).hasSize(count);
        });
    }

    private String joining(String email) {
        return inbox.mail(talk, email, REMINDER_ONLINE)
                .required("links")
                .required("joining")
                .asString();
    }

    private String registered(String mode) {
        var email = Site.freshEmail();
        var body = Site.registration(email);
        body.put("mode", mode);
        assertThat(site.register(talk, body).statusCode()).isEqualTo(202);
        inbox.confirm(talk, email);
        inbox.request(talk, email, "registration.ticket");
        return email;
    }

    /** As if all had registered two days ago, for something that begins in ten hours. */
    private void tenHoursBefore() {
        var starts = Instant.now().plus(Duration.ofHours(10));
        var ends = Date.from(starts.plus(Duration.ofHours(2)));
        mongo.updateMulti(
                Query.query(Criteria.where("gathering").is(talk.id())),
                new Update().set("placedAt", Date.from(Instant.now().minus(Duration.ofDays(2)))),
                Registration.class);
        change(new Update()
                .set("programme.sessions.0.startsAt", Date.from(starts))
                .set("programme.sessions.0.endsAt", ends)
                .set("endsAt", ends));
    }

    private void change(Update update) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(talk.id())), update.inc("version", 1), Gathering.class);
    }
}
