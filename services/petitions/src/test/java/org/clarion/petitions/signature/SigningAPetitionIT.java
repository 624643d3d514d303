package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.supporters.LinkTokens;
import org.clarion.testsupport.ActionClient.Opened;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.PublishedMessages.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@RunningService
class SigningAPetitionIT {

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    @Autowired
    MongoOperations mongo;

    @Autowired
    LinkTokens tokens;

    private Site site = new Site(0);
    private Opened petition = new Opened(UUID.randomUUID(), "");

    @BeforeEach
    void open() {
        site = new Site(port);
        petition = site.open();
    }

    @Test
    void fromTheFormToTheCountedNameAndBack() {
        var email = Site.freshEmail();
        var signed = site.sign(petition, Site.signature(email));
        assertThat(signed.statusCode()).isEqualTo(202);

        var recorded = signatures(1).getFirst();
        assertThat(recorded.type()).isEqualTo("signature.recorded.v1");
        assertThat(recorded.json().required("state").asString()).isEqualTo("awaiting-confirmation");
        assertThat(recorded.json()
                        .required("dimensions")
                        .required("constituency")
                        .asString())
                .isEqualTo("S14000062");
        assertThat(recorded.text()).doesNotContain(email, "O’Nym", "AB42");

        var answer = site.redeem(mails(1)).getFirst();
        assertThat(answer.required("decision").asString()).isEqualTo("SEND");
        assertThat(answer.required("address").asString()).isEqualTo(email);
        assertThat(answer.required("name").asString()).isEqualTo("Ann O’Nym");
        assertThat(answer.required("model").required("petition").asString())
                .isEqualTo("Keep the Human Rights Act whole");

        var confirm = Site.path(answer, "confirm");
        for (int i = 0; i < 2; i++) {
            var page = site.page(confirm);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Confirm my signature", "action=\"" + confirm + "\"");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        assertThat(state()).as("opening a link changes nothing").isEqualTo("AWAITING_CONFIRMATION");

        var pressed = site.postForm(confirm, Map.of());
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.headers().firstValue("Location")).hasValue(confirm);
        var confirmed = signatures(2).getLast().json();
        assertThat(confirmed.required("measures").required("confirmed").asInt()).isEqualTo(1);
        assertThat(confirmed.required("countedAt").asString()).isNotEmpty();
        assertThat(confirmed
                        .required("body")
                        .required("consents")
                        .required(0)
                        .required("choice")
                        .asString())
                .isEqualTo("GIVEN");

        assertThat(site.postForm(confirm, Map.of()).statusCode())
                .as("a second press")
                .isEqualTo(303);
        var thanks = site.page(confirm).body();
        assertThat(thanks).contains("Your signature counts");

        var manage = Site.linkIn(thanks, "manage");
        assertThat(site.page(manage).body()).contains("may email me about what comes of this");
        assertThat(site.postForm(manage, Map.of()).headers().firstValue("Location"))
                .hasValue(manage + "?saved");
        assertThat(signatures(3).getLast().type()).isEqualTo("signature.consent-changed.v1");

        var withdraw = Site.linkIn(site.page(manage).body(), "withdraw");
        assertThat(site.page(withdraw).body()).contains("Withdraw my signature");
        assertThat(site.postForm(withdraw, Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(withdraw).body()).contains("Your signature is withdrawn");
        var withdrawn = signatures(4).getLast().json();
        assertThat(withdrawn.required("state").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.required("measures").has("confirmed")).isFalse();
        assertThat(stored()).doesNotContain(email, "O’Nym", "AB42");

        site.sign(petition, Site.signature(email));
        var again = site.redeem(mails(2)).getLast();
        assertThat(again.required("decision").asString()).isEqualTo("SEND");
        assertThat(site.postForm(confirm, Map.of()).statusCode())
                .as("the link of the first life")
                .isEqualTo(410);
        site.postForm(Site.path(again, "confirm"), Map.of());
        assertThat(state()).isEqualTo("CONFIRMED");
    }

    @Test
    void everybodyGetsTheSameAnswer() {
        var email = Site.freshEmail();
        var first = site.sign(petition, Site.signature(email));
        var second = site.sign(petition, Site.signature(email));
        confirm(mails(2).getLast());
        var third = site.sign(petition, Site.signature(email));
        assertThat(List.of(second.body(), third.body())).containsOnly(first.body());
        assertThat(List.of(second.statusCode(), third.statusCode())).containsOnly(202);

        var pages = new ArrayList<String>();
        for (var each : List.of(email, Site.freshEmail())) {
            var answer = site.postForm("/petitions/" + petition.slug() + "/signatures", form(each));
            assertThat(answer.statusCode()).isEqualTo(303);
            var location = answer.headers().firstValue("Location").orElseThrow();
            pages.add(site.page(location).body().replace(location, "HERE"));
        }
        assertThat(pages.getFirst()).isEqualTo(pages.getLast()).contains("Now look into your inbox");
    }

    @Test
    void theLastSubmissionCountsAndEarlierMailsLapse() {
        var email = Site.freshEmail();
        site.sign(petition, Site.signature(email));
        var early = site.redeem(mails(1)).getFirst();
        var better = Site.signature(email);
        better.put("name", "Anne");
        site.sign(petition, better);
        var requests = mails(2);
        var answers = site.redeem(requests);
        assertThat(answers.getFirst().required("decision").asString()).isEqualTo("NO_LONGER_NEEDED");
        assertThat(answers.getLast().required("name").asString()).isEqualTo("Anne");
        assertThat(site.page(Site.path(early, "confirm")).statusCode()).isEqualTo(410);
        assertThat(site.postForm(Site.path(early, "confirm"), Map.of()).statusCode())
                .isEqualTo(410);
        assertThat(site.postForm(Site.path(answers.getLast(), "confirm"), Map.of())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aConfirmedSignerIsToldOnce() {
        var email = Site.freshEmail();
        site.sign(petition, Site.signature(email));
        confirm(mails(1).getFirst());
        for (int i = 0; i < 3; i++) {
            assertThat(site.sign(petition, Site.signature(email)).statusCode()).isEqualTo(202);
        }
        var told = mails(2);
        assertThat(told).hasSize(2);
        assertThat(told.getLast().json().required("purpose").asString()).isEqualTo("signature.already-signed");
        var answer = site.redeem(List.of(told.getLast())).getFirst();
        assertThat(site.page(Site.path(answer, "manage")).statusCode()).isEqualTo(200);
    }

    /** An old mail in other hands is worth nothing, and its owner gets a fresh link at the address on record. */
    @Test
    void anOldLinkLeadsToAFreshOneAndActsNoMore() {
        site.sign(petition, Site.signature(Site.freshEmail()));
        confirm(mails(1).getFirst());
        var id = UUID.fromString(mails(1).getFirst().key());
        for (var link : List.of(SignatureLink.NOT_ME, SignatureLink.MANAGE, SignatureLink.WITHDRAW)) {
            var old = tokens.token(id, link, 1, Instant.now().minusSeconds(1));
            var path = "/petitions/" + petition.slug() + "/" + link.path() + "/" + old;
            var page = site.page(path);
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(page.body()).contains("This link is too old", "Send me a fresh link");
            assertThat(site.postForm(path, Map.of()).statusCode()).isEqualTo(410);
            var fresh = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body());
            assertThat(fresh.find()).isTrue();
            assertThat(site.postForm(fresh.group(1), Map.of()).statusCode()).isEqualTo(303);
        }
        var told = mails(2);
        assertThat(told).as("one for all three").hasSize(2);
        assertThat(site.page(Site.path(site.redeem(List.of(told.getLast())).getFirst(), "manage"))
                        .body())
                .contains("Withdraw my signature");
    }

    @Test
    void anAddressGetsFiveMailsAtMost() {
        var email = Site.freshEmail();
        for (int i = 0; i < 8; i++) {
            site.sign(petition, Site.signature(email));
        }
        mails(5);
        assertThat(stored()).contains("\"asked\": 5");
        assertThat(site.redeem(mails(5)).getLast().required("decision").asString())
                .isEqualTo("SEND");
    }

    @Test
    void sendingAgainIsOpenToEverybodyAndTellsNothing() {
        var email = Site.freshEmail();
        var sent = site.postForm("/petitions/" + petition.slug() + "/signatures", form(email))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        mails(1);
        assertThat(site.postForm(sent, Map.of()).headers().firstValue("Location"))
                .hasValue(sent + "?again");
        assertThat(site.page(sent + "?again").body()).contains("We have sent it again");
        var answers = site.redeem(mails(2));
        assertThat(answers)
                .extracting(answer -> answer.required("decision").asString())
                .containsOnly("SEND");
        confirm(mails(2).getFirst());
        assertThat(site.postForm(sent, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void whoDidNotSignTakesItAway() {
        var email = Site.freshEmail();
        site.sign(petition, Site.signature(email));
        var requests = mails(1);
        var notMe = Site.path(site.redeem(requests).getFirst(), "notMe");
        assertThat(site.page(notMe).body()).contains("It was not me");
        assertThat(site.postForm(notMe, Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(notMe).body()).contains("We have taken it away");
        assertThat(signatures(2).getLast().type()).isEqualTo("signature.invalidated.v1");
        assertThat(stored()).doesNotContain(email, "O’Nym");
        assertThat(site.redeem(requests).getFirst().required("decision").asString())
                .isEqualTo("NO_LONGER_NEEDED");
    }

    @Test
    void theSameRequestTwiceIsOne() {
        var email = Site.freshEmail();
        for (int i = 0; i < 3; i++) {
            assertThat(site.sign(petition, Site.signature(email), "Idempotency-Key", "once")
                            .statusCode())
                    .isEqualTo(202);
        }
        confirm(mails(1).getFirst());
        site.sign(petition, Site.signature(email), "Idempotency-Key", "once");
        site.sign(petition, Site.signature(email), "Idempotency-Key", "another");
        assertThat(mails(2))
                .extracting(mail -> mail.json().required("purpose").asString())
                .containsExactly("signature.confirm", "signature.already-signed");
    }

    @Test
    void aRaceOfTheSameSupporterMakesOneSignature() throws Exception {
        var email = Site.freshEmail();
        try (var crowd = Executors.newFixedThreadPool(16)) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 32; i++) {
                all.add(() -> site.sign(petition, Site.signature(email)).statusCode());
            }
            for (var answer : crowd.invokeAll(all)) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        assertThat(mongo.count(ofPetition(), "signatures")).isEqualTo(1);
        assertThat(mails(5)).hasSize(5);
        confirm(mails(5).getLast());
    }

    @Test
    void whatWasTypedStaysAndWhatIsWrongIsNamed() {
        var fields = form("ann at example");
        fields.put("name", "");
        fields.put("postcode", "nonsense & more");
        var answer = site.postForm("/petitions/" + petition.slug() + "/signatures", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Please give your name", "Please check the email address", "Please check the postcode")
                .contains("value=\"ann at example\"", "value=\"nonsense &amp; more\"")
                .contains("href=\"#name\"", "aria-invalid=\"true\"");
        assertThat(mongo.count(ofPetition(), "signatures")).isZero();
    }

    @Test
    void anUnknownPostcodeAsksForTheConstituencyOnce() {
        var fields = form(Site.freshEmail());
        fields.put("postcode", "BT1 1AA");
        var path = "/petitions/" + petition.slug() + "/signatures";
        var asked = site.postForm(path, fields);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("We do not know this postcode", "<option value=\"N05000001\"", "value=\"BT1 1AA\"");
        fields.put("constituency", "N05000001");
        fields.put("name", "");
        assertThat(site.postForm(path, fields).body()).contains("<option value=\"N05000001\" selected=\"selected\"");
        fields.put("name", "Ann");
        assertThat(site.postForm(path, fields).statusCode()).isEqualTo(303);
        assertThat(signatures(1)
                        .getFirst()
                        .json()
                        .required("dimensions")
                        .required("constituency")
                        .asString())
                .isEqualTo("N05000001");
        fields.put("email", Site.freshEmail());
        fields.put("constituency", "unknown");
        assertThat(site.postForm(path, fields).statusCode()).isEqualTo(303);
    }

    @Test
    void aMistypedDomainIsAskedAboutOnce() {
        var fields = form("ann" + UUID.randomUUID() + "@gmial.com");
        var path = "/petitions/" + petition.slug() + "/signatures";
        var asked = site.postForm(path, fields);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Did you mean ann", "@gmail.com?");
        fields.put("asked", fields.get("email"));
        assertThat(site.postForm(path, fields).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"true, GIVEN", "on, GIVEN", "perhaps, NOT_GIVEN", "'', NOT_GIVEN"})
    void onlyATickIsConsent(String ticked, String choice) {
        var fields = form(Site.freshEmail());
        fields.put("updates", ticked);
        site.postForm("/petitions/" + petition.slug() + "/signatures", fields);
        confirm(mails(1).getFirst());
        var consents = signatures(2).getLast().json().required("body").required("consents");
        assertThat(consents.required(0).required("choice").asString()).isEqualTo(choice);
    }

    @Test
    void thePageCarriesTextFormAndSource() {
        var page = site.get("/petitions/" + petition.slug() + "?utm_source=News+Letter", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("<strong>keep</strong>", "name=\"source\" value=\"news-letter\"")
                .contains("data-live-url=\"/petitions/" + petition.slug() + "/progress\"")
                .doesNotContain("<script>alert", "checked");
        var referred = site.get(
                "/petitions/" + petition.slug(), "Accept", "text/html", "Referer", "https://www.example.com/x?y=z");
        assertThat(referred.body()).contains("name=\"source\" value=\"example.com\"");
    }

    @Test
    void aSignatureNamesTheTextThatItsSignerSaw() {
        var fields = form(Site.freshEmail());
        var outline = Site.outline(petition.slug());
        outline.put("text", "Other words");
        outline.put("version", "2");
        site.staffPost("/staff/petitions/" + petition.id() + "/edit", outline, "campaigner");
        var api = site.json("/api/petitions/" + petition.slug());
        assertThat(api.required("textVersion").asInt()).isEqualTo(2);
        site.postForm("/petitions/" + petition.slug() + "/signatures", fields);
        var signed = signatures(1).getFirst().json();
        assertThat(signed.required("dimensions").required("text").asString()).isEqualTo("1");
        assertThat(signed.required("body").required("text").required("hash").asString())
                .isNotEqualTo(api.required("textHash").asString());
    }

    @Test
    void aClosedPetitionTakesNoSignaturesAndStillConfirms() {
        site.sign(petition, Site.signature(Site.freshEmail()));
        var confirm = Site.path(site.redeem(mails(1)).getFirst(), "confirm");
        site.staffPost("/staff/petitions/" + petition.id() + "/close", Map.of(), "campaigner");
        var refused = site.sign(petition, Site.signature(Site.freshEmail()));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/signatures/petition-closed");
        var page = site.postForm("/petitions/" + petition.slug() + "/signatures", form(Site.freshEmail()));
        assertThat(page.headers().firstValue("Location")).hasValue("/petitions/" + petition.slug());
        assertThat(site.page("/petitions/" + petition.slug()).body()).contains("This petition has closed");
        assertThat(site.postForm(confirm, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkOpensNothingUnderAnotherPetition() {
        site.sign(petition, Site.signature(Site.freshEmail()));
        var confirm = Site.path(site.redeem(mails(1)).getFirst(), "confirm");
        var other = site.open();
        var elsewhere = confirm.replace(petition.slug(), other.slug());
        assertThat(site.postForm(elsewhere, Map.of()).statusCode()).isEqualTo(410);
        assertThat(site.postForm(confirm.replace("/confirm/", "/withdraw/"), Map.of())
                        .statusCode())
                .isEqualTo(410);
        assertThat(site.postForm(confirm + "x", Map.of()).statusCode()).isEqualTo(410);
    }

    private void confirm(Published request) {
        var link = Site.path(site.redeem(List.of(request)).getFirst(), "confirm");
        assertThat(site.postForm(link, Map.of()).statusCode()).isEqualTo(303);
    }

    private Map<String, String> form(String email) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "Ann O’Nym");
        fields.put("email", email);
        fields.put("postcode", "AB42 4EL");
        fields.put("country", "GB");
        fields.put("language", "en");
        fields.put("wording", "updates-2026-11");
        fields.put("source", "direct");
        fields.put("text", "1");
        return fields;
    }

    private List<Published> signatures(int count) {
        return messages.await("signature.v1", count, this::isOfPetition);
    }

    private boolean isOfPetition(Published message) {
        return message.text().contains(petition.id().toString());
    }

    /** The mail requests of the one signature of this test's petition, in order. */
    private List<Published> mails(int count) {
        var signature = signatures(1).getFirst().key();
        return messages.await(
                "mail-request.v1", count, message -> signature != null && signature.equals(message.key()));
    }

    private String state() {
        return document().getString("status");
    }

    private String stored() {
        return document().toJson();
    }

    private org.bson.Document document() {
        return java.util.Objects.requireNonNull(mongo.findOne(ofPetition(), org.bson.Document.class, "signatures"));
    }

    private Query ofPetition() {
        return Query.query(Criteria.where("petition").is(petition.id()));
    }
}
