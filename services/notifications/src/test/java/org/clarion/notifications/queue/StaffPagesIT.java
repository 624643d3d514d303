package org.clarion.notifications.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.clarion.messaging.outbox.Change;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.MailEvent;
import org.clarion.notifications.mail.Mails;
import org.clarion.notifications.mail.Patience;
import org.clarion.notifications.mail.Request;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.notifications.sending.NotificationsTest;
import org.clarion.notifications.suppression.Suppression;
import org.clarion.notifications.suppression.Suppressions;
import org.clarion.servicedefaults.Ids;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonyms;
import org.clarion.testsupport.OpenApiContract;
import org.clarion.testsupport.TestSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.json.JsonMapper;

@NotificationsTest
class StaffPagesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Mails mails;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    Patience patience;

    @Autowired
    MongoOperations mongo;

    @BeforeEach
    void nothingThere() {
        mongo.remove(new Query(), Mail.class);
        mongo.remove(new Query(), Suppression.class);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer " + token)
                            .header("Accept", "text/html, application/json;q=0.5")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> get(String path) {
        return send(at(path), TestSecrets.staffToken("notifications", "campaigner"));
    }

    private HttpResponse<String> post(String path, String form) {
        return send(
                at(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)),
                TestSecrets.staffToken("notifications", "admin"));
    }

    /** A mail that no sender takes up before tomorrow. */
    private Mail queued() {
        return queued("petitions", "signature.confirm");
    }

    private Mail queued(String owner, String purpose) {
        var request =
                new Request(owner, purpose, purpose, Ids.next(), 1, Ids.next().toString(), now());
        Change<Mail, MailEvent> asked = Mail.asked(request, null, now().plus(Duration.ofDays(1)));
        mails.add(List.of(asked));
        return asked.state();
    }

    private Mail finished(Reason reason) {
        return mails.save(List.of(queued().bounced(new Trouble(reason, "550 5.1.1"), now())))
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"OWNER_LATER", "OWNER_REFUSES", "NO_TEMPLATE", "WORDS_INCOMPLETE"})
    void everyDelayIsToldInPlainWords(Reason reason) {
        mails.save(List.of(queued().delayed(reason, now().plus(Duration.ofDays(1)), patience)));

        var page = get("/staff/mail?state=queued");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Please confirm your signature", "next try", "Try again");
        assertThat(page.body()).doesNotContain("??", "mail.reason");
    }

    @Test
    void aRefusalForNowIsToldInPlainWords() {
        mails.save(List.of(queued().refusedForNow("450 4.2.1", now().plus(Duration.ofDays(1)), patience)));

        assertThat(get("/staff/mail?state=deferred").body())
                .contains("would not take it yet", "450 4.2.1", "Try again")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "GAVE_UP",
                "ADDRESS_REFUSED",
                "MAIL_REFUSED",
                "NO_ADDRESS",
                "DAILY_LIMIT",
                "ADDRESS_SUPPRESSED",
                "IN_DOUBT"
            })
    void everyTroubleIsToldInPlainWords(Reason reason) {
        finished(reason);

        var page = get("/staff/mail?state=bounced");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Please confirm your signature", "Try again", "550 5.1.1")
                .doesNotContain("??", "mail.reason");
    }

    @Test
    void whatComesOfALetterIsDecidedByItsOwner() {
        mails.save(List.of(queued("letters", "letter.to-target")
                .bounced(new Trouble(Reason.ADDRESS_REFUSED, "550 5.1.1"), now())));

        assertThat(get("/staff/mail?state=bounced").body())
                .contains("A letter to somebody in office", "decided on the pages of letters")
                .doesNotContain("Try again");
    }

    @ParameterizedTest
    @CsvSource({"unknown", "bounced", "deferred", "suppressed", "queued", "nonsense", "sent"})
    void everyKindOfTroubleHasAPage(String state) {
        var page = get("/staff/mail?state=" + state + "&page=3&tried=" + state);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Mails by state").doesNotContain("??");
    }

    @Test
    void staffPutAMailBackIntoTheQueue() {
        var mail = finished(Reason.MAIL_REFUSED);

        var answer = post("/staff/mail/" + mail.id() + "/try-again", "state=bounced");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/staff/mail?state=bounced&tried=again"));
        await().untilAsserted(() ->
                assertThat(mails.find(mail.id()).map(Mail::status)).contains(Status.SENT));
        var second = post("/staff/mail/" + mail.id() + "/try-again", "state=bounced");
        assertThat(second.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("tried=on-its-way"));
    }

    @Test
    void aMailThatIsGoneIsSaidToBeGone() {
        var answer = post("/staff/mail/" + UUID.randomUUID() + "/try-again", "");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("tried=gone"));
        assertThat(post("/staff/mail/nonsense/try-again", "").statusCode()).isBetween(400, 404);
    }

    @Test
    void aSuppressedAddressIsFoundAndReleased() {
        var ada = new EmailAddress("ada." + UUID.randomUUID() + "@example.org");
        var pseudonym = pseudonyms.of(ada);
        suppressions.add(new Suppression(
                pseudonym.value(), pseudonym.key(), now(), UUID.randomUUID(), "signature.confirm", "550 5.1.1"));
        var search = "email=" + URLEncoder.encode(ada.typed(), StandardCharsets.UTF_8);

        assertThat(get("/staff/mail/suppressions").body())
                .contains(pseudonym.value().substring(0, 8), "550 5.1.1")
                .doesNotContain("??");
        assertThat(post("/staff/mail/suppressions/search", search).body())
                .contains("This address is on the list since");
        var released = post("/staff/mail/suppressions/release", "id=" + pseudonym.value());
        assertThat(released.statusCode()).isEqualTo(303);
        assertThat(suppressions.among(List.of(ada))).isEmpty();
        assertThat(post("/staff/mail/suppressions/search", search).body()).contains("is not on the list");
        assertThat(get("/staff/mail/suppressions?released=yes").body())
                .contains("gets mail again", "Nobody is on the list");
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        assertThat(post("/staff/mail/suppressions/search", "email=nonsense").body())
                .contains("not an address that mail can be sent to");
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "events, 403", "campaigner, 200", "admin, 200"})
    void onlyCampaignersAndAdminsSeeTheQueue(String role, int status) {
        var token = TestSecrets.staffToken("notifications", role);

        assertThat(send(at("/staff/mail"), token).statusCode()).isEqualTo(status);
        assertThat(send(at("/staff/mail/suppressions"), token).statusCode()).isEqualTo(status);
    }

    @Test
    void servicesSeeHowManyMailsAreInEachState() {
        finished(Reason.MAIL_REFUSED);

        var answer = send(at("/internal/mail/states"), TestSecrets.serviceToken("notifications"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var states = new JsonMapper().readTree(answer.body());
        assertThat(states.size()).isEqualTo(Status.values().length);
        assertThat(states.path("bounced").asInt()).isEqualTo(1);
        assertThat(states.path("queued").asInt()).isZero();
        assertThat(send(at("/internal/mail/states"), TestSecrets.staffToken("notifications", "admin"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theInterfaceIsTheOneThatIsDescribed() {
        OpenApiContract.isKept("notifications", port);
    }
}
