package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.clarion.testsupport.ActionClient.Opened;
import org.clarion.testsupport.ConsentElsewhere;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class SupporterPagesIT {

    private static final String PAGE = "/staff/petitions/supporters";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

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
    @ValueSource(strings = {"signature.v1", "letter.v1", "registration.v1"})
    void whoSaidYesIsInTheFileUntilTheySayNoToWhateverKindOfAction(String topic) {
        var email = Site.freshEmail();
        var confirmed = signed(site.open(), email.toUpperCase(Locale.ROOT));
        confirm(confirmed);
        var newer = signed(site.open(), email);
        confirm(newer);
        var awaiting = signed(site.open(), email);
        assertThat(subscribers()
                        .lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(email)))
                .singleElement(STRING)
                .startsWith(email + ",Ann O’Nym,en,")
                .endsWith(",Keep the Human Rights Act whole,updates-2026-11");

        new ConsentElsewhere(messages).sayNo(topic, supporter(confirmed));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(subscribers().toLowerCase(Locale.ROOT)).doesNotContain(email));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(List.of(confirmed, newer))
                        .allSatisfy(each -> assertThat(
                                        signatures.find(each).orElseThrow().consents())
                                .extracting(ConsentChoice::choice)
                                .containsExactly(Choice.GIVEN, Choice.WITHDRAWN)));
        confirm(awaiting);
        assertThat(subscribers()).as("a yes from before the no").doesNotContain(email);
        assertThat(messages.on(topic + ".dlt")).isEmpty();
    }

    @Test
    void aNoBesideOnePetitionHoldsForTheOthersAndAYesAfterItStands() {
        var email = Site.freshEmail();
        confirm(signed(site.open(), email));
        var without = Site.signature(email);
        without.remove("consent");
        var thanks = site.page(confirm(signed(site.open(), without))).body();
        site.postForm(Site.linkIn(thanks, "manage"), Map.of());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(subscribers()).doesNotContain(email));

        confirm(signed(site.open(), email));
        assertThat(subscribers()).contains(email);
    }

    @Test
    void staffNoteANoThatCameByLetter() {
        var email = Site.freshEmail();
        confirm(signed(site.open(), email));
        assertThat(search(email)).contains("Stop updates");

        var stopped = site.staffPost(PAGE + "/stop-updates", Map.of("email", email), "campaigner");
        assertThat(stopped.body())
                .contains("Stopped updates", "Noted a no to updates")
                .doesNotContain("/stop-updates\"");
        assertThat(subscribers()).doesNotContain(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "events"})
    void whoMayOnlyLookSeesNobody(String role) {
        assertThat(site.staffPage(PAGE, role).statusCode()).isEqualTo(403);
        for (var step : new String[] {"/search", "/stop-updates", "/erase", "/updates"}) {
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
        return signed(petition, Site.signature(email));
    }

    private UUID signed(Opened petition, Map<String, Object> body) {
        site.sign(petition, body);
        var recorded = messages.await(
                "signature.v1",
                1,
                message -> message.text().contains(petition.id().toString()));
        return UUID.fromString(Objects.requireNonNull(recorded.getFirst().key()));
    }

    private String subscribers() {
        var file = site.staffPost(PAGE + "/updates", Map.of(), "campaigner");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("petitions-updates-");
        return file.body();
    }

    private JsonNode supporter(UUID signature) {
        return messages.on("signature.v1", each -> signature.toString().equals(each.key()))
                .getFirst()
                .json()
                .required("supporter");
    }

    /** @return the link that they came by */
    private String confirm(UUID signature) {
        var asked = messages.await(
                "mail-request.v1", 1, mail -> signature.toString().equals(mail.key()));
        var link = Site.path(site.redeem(asked).getFirst(), "confirm");
        site.postForm(link, Map.of());
        return link;
    }
}
