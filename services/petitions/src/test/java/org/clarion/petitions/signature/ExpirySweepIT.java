package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@RunningService
class ExpirySweepIT {

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Signatures signatures;

    @Autowired
    SignatureSettings settings;

    @Autowired
    Clock clock;

    @Test
    void whatNobodyConfirmsIsForgottenAndOneBrokenRecordStopsNothing() {
        var site = new Site(port);
        var petition = site.open();
        var broken = UUID.randomUUID();
        mongo.insert(
                new Document("_id", broken)
                        .append("petition", petition.id())
                        .append("status", "NO_SUCH_STATUS")
                        .append("expiresAt", new Date(0)),
                "signatures");
        var email = Site.freshEmail();
        site.sign(petition, Site.signature(email));
        site.sign(petition, Site.signature(Site.freshEmail()));
        var recorded = messages.await(
                "signature.v1",
                2,
                message -> message.text().contains(petition.id().toString()));
        var confirmed = recorded.getLast();
        var request = messages.await(
                "mail-request.v1", 1, mail -> mail.key() != null && mail.key().equals(confirmed.key()));
        site.postForm(Site.path(site.redeem(request).getFirst(), "confirm"), java.util.Map.of());

        var early = new ExpirySweep(signatures, settings, Clock.offset(clock, Duration.ofDays(13)));
        assertThat(early.sweep()).isEqualTo(new Outcome(0, 0, 1));

        var late = new ExpirySweep(signatures, settings, Clock.offset(clock, Duration.ofDays(15)));
        var outcome = late.sweep();
        assertThat(outcome.done()).isPositive();
        assertThat(outcome.failed()).isEqualTo(1);

        var forgotten = recorded.getFirst().key();
        var expired = messages.await(
                "signature.v1",
                1,
                message -> message.type().equals("signature.expired.v1")
                        && forgotten != null
                        && forgotten.equals(message.key()));
        assertThat(expired.getFirst().json().has("supporter")).isFalse();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            late.sweep();
            assertThat(mongo.count(ofPetition(petition.id()), "signatures")).isEqualTo(2);
        });
        assertThat(mongo.find(ofPetition(petition.id()), Document.class, "signatures"))
                .extracting(document -> document.getString("status"))
                .containsExactlyInAnyOrder("CONFIRMED", "NO_SUCH_STATUS");

        assertThat(site.sign(petition, Site.signature(email)).statusCode())
                .as("may sign again")
                .isEqualTo(202);
        mongo.remove(Query.query(Criteria.where("_id").is(broken)), "signatures");
    }

    private static Query ofPetition(UUID petition) {
        return Query.query(Criteria.where("petition").is(petition));
    }
}
