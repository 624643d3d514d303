package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.testsupport.ActionClient.Opened;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class SupporterPagesIT {

    private static final String PAGE = "/staff/petitions/supporters";

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    @Autowired
    Signatures signatures;

    private Site site = new Site(0);

    @BeforeEach
    void reach() {
        site = new Site(port);
    }

    @Test
    void whatIsKeptUnderAnAddressIsShownAndErasedForGood() {
        var email = Site.freshEmail();
        var confirmed = signed(site.open(), email);
        confirm(confirmed);
        var awaiting = signed(site.open(), email.toUpperCase(Locale.ROOT));
        var others = signed(site.open(), Site.freshEmail());

        var found = search(email);
        assertThat(found)
                .contains("Ann O’Nym", "AB42", "Counts", "Not confirmed", "updates-2026-11")
                .contains("Erase it for good", "hx-post=\"/staff/letters/supporters/search\"");
        var unsure = site.staffPost(PAGE + "/erase", Map.of("email", email), "campaigner");
        assertThat(unsure.body()).contains("Nothing was erased", "Ann O’Nym");

        var erased = site.staffPost(PAGE + "/erase", Map.of("email", email, "sure", "true"), "campaigner");
        assertThat(erased.body())
                .contains("Nothing here leads to this person any more")
                .contains(
                        "campaigner@example.org", "Looked up a supporter, records: 2", "Erased a supporter, records: 2")
                .doesNotContain("O’Nym");
        assertThat(search(email)).contains("Nothing is kept here under this address");
        assertThat(signatures.find(confirmed).orElseThrow().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(signatures.find(awaiting).orElseThrow().status()).isEqualTo(Status.EXPIRED);
        assertThat(signatures.find(others).orElseThrow().details().by()).isNotNull();
        var said = messages.await(
                "signature.v1",
                1,
                message -> message.type().equals("signature.forgotten.v1")
                        && confirmed.toString().equals(message.key()));
        assertThat(said.getFirst().json().has("supporter")).isFalse();
        assertThat(said.getFirst().json().required("measures").has("confirmed")).isFalse();
    }

    @Test
    void theMailOfWhomWasErasedIsNoLongerNeeded() {
        var email = Site.freshEmail();
        var awaiting = signed(site.open(), email);
        site.staffPost(PAGE + "/erase", Map.of("email", email, "sure", "true"), "admin");
        var asked =
                messages.await("mail-request.v1", 1, mail -> awaiting.toString().equals(mail.key()));
        assertThat(site.redeem(asked).getFirst().required("decision").asString())
                .isEqualTo("NO_LONGER_NEEDED");
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        assertThat(search("nobody")).contains("That does not look like an email address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "events"})
    void whoMayOnlyLookSeesNobody(String role) {
        assertThat(site.staffPage(PAGE, role).statusCode()).isEqualTo(403);
        for (var step : new String[] {"/search", "/erase"}) {
            assertThat(site.staffPost(PAGE + step, Map.of("email", Site.freshEmail(), "sure", "true"), role)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private String search(String email) {
        var answer = site.staffPost(PAGE + "/search", Map.of("email", email), "campaigner");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private UUID signed(Opened petition, String email) {
        site.sign(petition, Site.signature(email));
        var recorded = messages.await(
                "signature.v1",
                1,
                message -> message.text().contains(petition.id().toString()));
        return UUID.fromString(Objects.requireNonNull(recorded.getFirst().key()));
    }

    private void confirm(UUID signature) {
        var asked = messages.await(
                "mail-request.v1", 1, mail -> signature.toString().equals(mail.key()));
        site.postForm(Site.path(site.redeem(asked).getFirst(), "confirm"), Map.of());
    }
}
