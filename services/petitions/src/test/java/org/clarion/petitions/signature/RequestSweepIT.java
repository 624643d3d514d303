package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@RunningService
class RequestSweepIT {

    @LocalServerPort
    int port;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Signatures signatures;

    @Autowired
    SignatureSettings settings;

    @Autowired
    Clock clock;

    @Test
    void requestsAreRememberedForADayAndNoLonger() {
        var site = new Site(port);
        var petition = site.open();
        site.sign(petition, Site.signature(Site.freshEmail()), "Idempotency-Key", "once");
        var ofPetition = Query.query(Criteria.where("petition").is(petition.id()));

        sweep(Duration.ofHours(23));
        assertThat(answered(ofPetition)).hasSize(1);

        sweep(Duration.ofHours(25));
        assertThat(answered(ofPetition)).isEmpty();
    }

    private void sweep(Duration later) {
        new RequestSweep(signatures, settings, Clock.offset(clock, later)).sweep();
    }

    private List<?> answered(Query signature) {
        var stored = mongo.findOne(signature, Document.class, "signatures");
        assertThat(stored).isNotNull();
        return stored.get("mails", Document.class).getList("answered", Object.class);
    }
}
