package org.clarion.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.clarion.backends.MailSink;
import org.clarion.backends.ReceivedMail;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.TestSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** How staff come in, what they may do while they are in, and how they leave. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "clarion.staff.admins=Admin@Example.org",
            "clarion.staff.local-links=true",
            "clarion.limits.sign-ins=1000/1h",
            "clarion.limits.posts=1000/1h",
            "clarion.limits.posts-per-action=1000/1h",
            "clarion.limits.links-per-member=5/1h"
        })
@Import({Backends.class, StaffIT.Time.class})
@Timeout(120)
class StaffIT {

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    private static final String ADMIN = "admin@example.org";
    private static final StubService SERVICE = StubService.start();
    private static final Pattern LINK = Pattern.compile("(/sign-in/link/[A-Za-z0-9_-]{43})");

    @LocalServerPort
    int port;

    @Autowired
    MailSink mail;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        for (var name : new String[] {"petitions", "letters", "registrations", "campaigns", "notifications"}) {
            properties.add("clarion.services." + name, SERVICE::address);
        }
    }

    @BeforeEach
    void emptyStore() {
        for (var collection : new String[] {"accounts", "sessions", "sign-in-links"}) {
            mongo.remove(new Query(), collection);
        }
        SERVICE.received.clear();
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void aMailedLinkSignsInOnce() throws Exception {
        var browser = new Browser(port);
        assertThat(browser.get("/staff/petitions").headers().firstValue("Location"))
                .hasValue("/sign-in?to=%2Fstaff%2Fpetitions");
        assertThat(browser.get("/sign-in?to=%2Fstaff%2Fpetitions").body()).contains("value=\"/staff/petitions\"");

        var before = mailsTo(ADMIN);
        var sent = browser.post("/sign-in", "email", " Admin@example.org ", "to", "/staff/petitions");
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in/sent");
        await().until(() -> mailsTo(ADMIN) > before);
        var message = mail.received().stream()
                .filter(each -> each.recipients().contains(ADMIN))
                .toList()
                .getLast();
        assertThat(message.message().getSubject()).startsWith("Your sign-in link");
        var matcher = LINK.matcher((String) message.message().getContent());
        assertThat(matcher.find()).isTrue();
        var link = matcher.group(1);
        assertThat(browser.cookies).isEmpty();

        for (int i = 0; i < 3; i++) {
            assertThat(browser.get(link).statusCode())
                    .as("looking changes nothing")
                    .isEqualTo(200);
        }
        assertThat(browser.cookies).isEmpty();
        var entered = browser.post(link);
        assertThat(entered.statusCode()).isBetween(302, 303);
        assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith("/staff/petitions");
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.get("/staff/petitions")).satisfies(page -> {
            assertThat(page.body()).isEqualTo("answered");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        });

        var again = new Browser(port).post(link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void servicesAreToldWhoAsksForAMinute() throws Exception {
        signedIn().get("/staff/petitions/x");
        var arrived = SERVICE.next(each -> each.target().equals("/staff/petitions/x"));
        assertThat(arrived.headers().containsHeader("Cookie")).isFalse();
        var token = arrived.headers().getFirst("Authorization").substring("Bearer ".length());
        var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.get("aud").asString()).isEqualTo("petitions");
        assertThat(claims.get("email").asString()).isEqualTo(ADMIN);
        assertThat(claims.get("roles").toString()).isEqualTo("[\"admin\"]");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(60);
    }

    @Test
    void publicPagesGetNeitherCookieNorToken() throws Exception {
        var browser = signedIn();
        var answer = browser.get("/petitions/x");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        var arrived = SERVICE.next(each -> each.target().equals("/petitions/x"));
        assertThat(arrived.headers().headerNames()).doesNotContain("Authorization", "Cookie");
    }

    @Test
    void strangersGetTheSameAnswerAndNoMail() throws Exception {
        var earlier = mailsTo(ADMIN);
        var before = mail.received().size();
        var stranger = new Browser(port).post("/sign-in", "email", "stranger@example.org");
        var known = new Browser(port).post("/sign-in", "email", ADMIN);
        assertThat(stranger.statusCode()).isEqualTo(known.statusCode());
        assertThat(stranger.headers().firstValue("Location"))
                .isEqualTo(known.headers().firstValue("Location"));
        await().until(() -> mailsTo(ADMIN) > earlier);
        assertThat(mail.received().stream()
                        .skip(before)
                        .filter(each -> !isInvitation(each))
                        .flatMap(each -> each.recipients().stream()))
                .containsExactly(ADMIN);
    }

    @Test
    void onePersonGetsAFewLinksOnly() throws Exception {
        add("often@example.org", "VIEWER");
        for (int i = 0; i < 8; i++) {
            new Browser(port).post("/sign-in", "email", "often@example.org");
        }
        await().until(() -> mailsTo("often@example.org") >= 5);
        assertThat(mongo.getCollection("sign-in-links").countDocuments()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "{\"$gt\":\"\"}"})
    void whatIsNoAddressIsSaid(String email) throws Exception {
        var answer = new Browser(port).post("/sign-in", "email", email);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<form");
    }

    @Test
    void aLinkLapses() throws Exception {
        var link = link(ADMIN);
        clock.forward(Duration.ofMinutes(15));
        var browser = new Browser(port);
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.post(link).statusCode()).isEqualTo(410);
        assertThat(browser.cookies).isEmpty();
        assertThat(browser.post("/sign-in/link/made-up").statusCode()).isEqualTo(410);
    }

    @Test
    void ofManyClicksAtOnceOneComesIn() throws Exception {
        var link = link(ADMIN);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> click = () -> new Browser(port).post(link).statusCode();
            var answers =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> click).toList());
            assertThat(answers.stream().map(each -> each.resultNow()).filter(status -> status != 410))
                    .hasSize(1);
        }
        assertThat(mongo.getCollection("sessions").countDocuments()).isEqualTo(1);
    }

    @Test
    void signingInAgainChangesTheSession() throws Exception {
        var browser = signedIn();
        var first = browser.cookies.get("clarion-staff");
        browser.post(link(ADMIN));
        assertThat(browser.cookies.get("clarion-staff")).isNotEqualTo(first);
        var thief = new Browser(port);
        thief.cookies.put("clarion-staff", first);
        assertThat(thief.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void aPlantedSessionIsNotTakenUp() throws Exception {
        var browser = new Browser(port);
        browser.cookies.put("clarion-staff", "planted");
        browser.post(link(ADMIN));
        assertThat(browser.cookies.get("clarion-staff")).isNotEqualTo("planted").hasSize(43);
    }

    @Test
    void theStoreHoldsNoSecret() throws Exception {
        var browser = signedIn();
        var open = link(ADMIN);
        var everything = Stream.of("sessions", "sign-in-links")
                .flatMap(name -> mongo.findAll(Document.class, name).stream())
                .map(Document::toJson)
                .toList();
        assertThat(everything)
                .hasSize(2)
                .noneMatch(text -> text.contains(browser.cookies.get("clarion-staff"))
                        || text.contains(open.substring(open.lastIndexOf('/') + 1)));
    }

    @Test
    void anIdleSessionEnds() throws Exception {
        var browser = signedIn();
        for (int i = 0; i < 3; i++) {
            clock.forward(Duration.ofMinutes(29));
            assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        }
        clock.forward(Duration.ofMinutes(31));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void aPageThatKeepsItselfUpToDateKeepsNobodySignedIn() throws Exception {
        var browser = signedIn();
        clock.forward(Duration.ofMinutes(20));
        assertThat(browser.watch("/staff/actions/x").statusCode()).isEqualTo(200);
        assertThat(browser.refresh("/staff/actions/x").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(11));
        assertThat(browser.watch("/staff/actions/x").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() throws Exception {
        var browser = signedIn();
        for (int i = 0; i < 35; i++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        }
        clock.forward(Duration.ofMinutes(20));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        var browser = signedIn();
        var cookie = browser.cookies.get("clarion-staff");
        assertThat(browser.get("/sign-out").statusCode()).isEqualTo(405);
        assertThat(browser.post("/sign-out").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?bye");
        assertThat(browser.cookies).isEmpty();
        browser.cookies.put("clarion-staff", cookie);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void aChangeOfRolesHoldsAtTheNextClick() throws Exception {
        var admin = signedIn();
        add("other@example.org", "CAMPAIGNER");
        var other = new Browser(port);
        other.post(link("other@example.org"));
        assertThat(other.get("/staff/accounts").statusCode()).isEqualTo(403);
        assertThat(admin.get("/staff/accounts").body()).contains("other@example.org");

        admin.post("/staff/accounts/" + id("other@example.org") + "/roles", "roles", "ADMIN", "roles", "VIEWER");
        assertThat(other.get("/staff/accounts").statusCode()).isEqualTo(200);

        admin.post("/staff/accounts/" + id("other@example.org") + "/active", "active", "false");
        assertThat(other.get("/staff").statusCode()).isEqualTo(303);
        assertThat(mongo.getCollection("sign-in-links").countDocuments()).isZero();
        new Browser(port).post("/sign-in", "email", "other@example.org");
        assertThat(mongo.getCollection("sign-in-links").countDocuments()).isZero();
    }

    @Test
    void adminsInvite() throws Exception {
        var admin = signedIn();
        var invited =
                admin.post("/staff/accounts", "email", "New@Example.org", "name", "Nia New", "roles", "CAMPAIGNER");
        assertThat(invited.statusCode()).isBetween(302, 303);
        assertThat(admin.get("/staff/accounts").body()).contains("Nia New", "new@example.org", "Campaigner");
        assertThat(admin.get("/staff/accounts/" + id("new@example.org")).body()).contains("Nia New", "Withdraw access");
        assertThat(admin.get("/staff/accounts/new").body()).contains("Invite somebody", "/sign-in");
        assertThat(admin.get("/staff/accounts/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        var twice = admin.post("/staff/accounts", "email", "new@example.org", "name", "N", "roles", "VIEWER");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("There is an account with this address already", "value=\"N\"");
        assertThat(admin.post("/staff/accounts", "email", "x@example.org", "name", "X")
                        .body())
                .contains("Choose at least one role");
        assertThat(admin.post("/staff/accounts", "email", "x@example.org", "name", "X", "roles", "SERVICE")
                        .statusCode())
                .isEqualTo(400);
        await().until(() ->
                mail.received().stream().anyMatch(each -> each.recipients().contains("new@example.org")));
        assertThat(mail.received().stream().filter(each -> each.recipients().contains("new@example.org")))
                .singleElement()
                .satisfies(invitation -> {
                    assertThat((String) invitation.message().getContent()).contains("Nia New", "/sign-in");
                });
        var newcomer = new Browser(port);
        newcomer.post(link("new@example.org"));
        assertThat(newcomer.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void theLastAdminStays() throws Exception {
        var admin = signedIn();
        var own = "/staff/accounts/" + id(ADMIN);
        assertThat(admin.post(own + "/active", "active", "false").statusCode()).isEqualTo(409);
        assertThat(admin.post(own + "/roles", "roles", "VIEWER").statusCode()).isEqualTo(409);
        assertThat(admin.post(own + "/roles").statusCode()).isEqualTo(400);
        assertThat(admin.post("/staff/accounts/" + UUID.randomUUID() + "/roles", "roles", "ADMIN")
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.get("/staff/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void twoAdminsCannotRemoveEachOther() throws Exception {
        var one = signedIn();
        add("two@example.org", "ADMIN");
        var two = new Browser(port);
        two.post(link("two@example.org"));
        var first = id(ADMIN);
        var second = id("two@example.org");
        for (int round = 0; round < 10; round++) {
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                pool.invokeAll(List.<Callable<HttpResponse<String>>>of(
                        () -> one.post("/staff/accounts/" + second + "/active", "active", "false"),
                        () -> two.post("/staff/accounts/" + first + "/active", "active", "false")));
            }
            assertThat(mongo.findAll(Document.class, "accounts").stream().filter(each -> each.getBoolean("active")))
                    .isNotEmpty();
            mongo.getCollection("accounts")
                    .updateMany(new Document(), new Document("$set", new Document("active", true)));
        }
    }

    @Test
    void theLauncherGetsALinkAndNobodyElse() throws Exception {
        assertThat(internal(TestSecrets.serviceToken("gateway"), ADMIN).statusCode())
                .isEqualTo(403);
        assertThat(internal(TestSecrets.launcherToken("petitions"), ADMIN).statusCode())
                .isEqualTo(401);
        assertThat(internal(TestSecrets.staffToken("gateway", "admin"), ADMIN).statusCode())
                .isEqualTo(403);
        assertThat(internal("", ADMIN).statusCode()).isEqualTo(401);
        assertThat(internal(TestSecrets.launcherToken("gateway"), "stranger@example.org")
                        .statusCode())
                .isEqualTo(404);
        assertThat(internal(TestSecrets.launcherToken("gateway"), " ").statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesFromOtherSitesAreRefusedForStaffToo() throws Exception {
        var browser = signedIn();
        var forged = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/staff/petitions"))
                .header("Cookie", "clarion-staff=" + browser.cookies.get("clarion-staff"))
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(forged, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.received).isEmpty();
    }

    private Browser signedIn() throws IOException, InterruptedException {
        var browser = new Browser(port);
        browser.post(link(ADMIN));
        assertThat(browser.cookies).containsOnlyKeys("clarion-staff");
        return browser;
    }

    private String link(String email) throws IOException, InterruptedException {
        var answer = internal(TestSecrets.launcherToken("gateway"), email);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var matcher = LINK.matcher(answer.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> internal(String token, String email) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/internal/sign-in-links"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\"}"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private void add(String email, String role) throws IOException, InterruptedException {
        var added = signedIn().post("/staff/accounts", "email", email, "name", "Somebody", "roles", role);
        assertThat(added.statusCode()).isBetween(302, 303);
    }

    private long mailsTo(String recipient) {
        return mail.received().stream()
                .filter(each -> each.recipients().contains(recipient) && !isInvitation(each))
                .count();
    }

    private static boolean isInvitation(ReceivedMail each) {
        try {
            return each.message().getSubject().startsWith("You can now");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID id(String email) {
        return Objects.requireNonNull(mongo.findById(email, Document.class, "accounts"))
                .get("member", UUID.class);
    }
}
