package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.petitions.petition.Petitions;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.testsupport.ActionClient.Opened;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class ArchiveSweepIT {

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    @Autowired
    Petitions petitions;

    @Autowired
    Signatures signatures;

    @Autowired
    SignatureSettings settings;

    @Autowired
    Clock clock;

    @Test
    void whoseSignaturesStandUnderAnArchivedPetitionIsForgottenInTheEndAndTheyCountOn() {
        var site = new Site(port);
        var archived = site.open();
        var other = site.open();
        var forgotten = confirmed(site, archived);
        var kept = confirmed(site, other);
        site.staffPost("/staff/petitions/" + archived.id() + "/close", Map.of(), "campaigner");
        site.staffPost("/staff/petitions/" + archived.id() + "/archive", Map.of(), "campaigner");

        assertThat(sweep(settings.keptArchived().minusMinutes(1)).done()).isZero();
        assertThat(sweep(settings.keptArchived().plusMinutes(1))).isEqualTo(new Outcome(1, 0, 0));
        assertThat(sweep(settings.keptArchived().plusMinutes(1)).done())
                .as("once")
                .isZero();

        var said = messages.await(
                "signature.v1",
                1,
                message -> message.type().equals("signature.forgotten.v1")
                        && forgotten.toString().equals(message.key()));
        assertThat(said.getFirst().json().has("supporter")).isFalse();
        assertThat(said.getFirst()
                        .json()
                        .required("measures")
                        .required("confirmed")
                        .asInt())
                .isEqualTo(1);
        assertThat(signatures.find(forgotten).orElseThrow().details().by()).isNull();
        assertThat(signatures.find(forgotten).orElseThrow().status()).isEqualTo(Status.CONFIRMED);
        assertThat(signatures.find(kept).orElseThrow().details().by()).isNotNull();
    }

    private Outcome sweep(Duration later) {
        return new ArchiveSweep(petitions, signatures, settings, Clock.offset(clock, later)).sweep();
    }

    private UUID confirmed(Site site, Opened petition) {
        site.sign(petition, Site.signature(Site.freshEmail()));
        var recorded = messages.await(
                "signature.v1",
                1,
                message -> message.text().contains(petition.id().toString()));
        var key = Objects.requireNonNull(recorded.getFirst().key());
        var asked = messages.await("mail-request.v1", 1, mail -> key.equals(mail.key()));
        site.postForm(Site.path(site.redeem(asked).getFirst(), "confirm"), Map.of());
        return UUID.fromString(key);
    }
}
