package org.clarion.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.clarion.gateway.Browser;
import org.clarion.gateway.StubService;
import org.clarion.testsupport.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in at an OpenID provider, step by step as a browser takes them. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "clarion.staff.admins=admin@example.org",
            "clarion.oidc.client-id=clarion",
            "clarion.oidc.client-secret=secret",
            "clarion.oidc.name=House of Rights",
            "clarion.limits.sign-ins=1000/1h"
        })
@Import(Backends.class)
@Timeout(120)
class OidcIT {

    private static final StubService SERVICE = StubService.start();
    private static final StubProvider PROVIDER = StubProvider.start();

    @LocalServerPort
    int port;

    @Autowired
    MongoOperations mongo;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        for (var name : new String[] {"petitions", "letters", "registrations", "campaigns", "notifications"}) {
            properties.add("clarion.services." + name, SERVICE::address);
        }
        properties.add("clarion.oidc.issuer", PROVIDER::issuer);
    }

    @BeforeEach
    void honestProvider() {
        PROVIDER.email = "admin@example.org";
        PROVIDER.verified = true;
        PROVIDER.wrongNonce = false;
    }

    @Test
    void aPersonWithAnAccountComesIn() throws Exception {
        var browser = new Browser(port);
        assertThat(browser.get("/sign-in").body()).contains("Sign in with House of Rights", "/sign-in/oidc/staff");
        var leaving = browser.get("/sign-in/oidc/staff");
        assertThat(asked(leaving))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "clarion")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/sign-in/oidc/back/staff")
                .containsKeys("state", "nonce", "code_challenge");
        var entered = browser.get(back(browser, leaving));
        assertThat(location(entered)).endsWith("/staff");
        assertThat(browser.cookies).containsOnlyKeys("clarion-staff");
        assertThat(browser.get("/staff").body()).isEqualTo("answered");
        assertThat(mongo.getCollection("pending-sign-ins").countDocuments()).isZero();
    }

    @Test
    void oneWhoHasNoAccountDoesNot() throws Exception {
        PROVIDER.email = "stranger@example.org";
        assertRefused(new Browser(port));
    }

    @Test
    void anAddressThatTheProviderDidNotVerifyDoesNotCount() throws Exception {
        PROVIDER.verified = false;
        assertRefused(new Browser(port));
    }

    @Test
    void aTokenMadeForAnotherSignInIsRefused() throws Exception {
        PROVIDER.wrongNonce = true;
        assertRefused(new Browser(port));
    }

    @Test
    void anAnswerCountsOnceAndInTheBrowserThatAsked() throws Exception {
        var browser = new Browser(port);
        var back = back(browser, browser.get("/sign-in/oidc/staff"));
        var thief = new Browser(port);
        assertThat(location(thief.get(back))).contains("refused");
        var other = new Browser(port);
        other.get("/sign-in/oidc/staff");
        assertThat(location(other.get(back))).contains("refused");
        assertThat(location(browser.get(back.replaceAll("state=[^&]+", "state=another"))))
                .contains("refused");
        assertThat(thief.cookies).doesNotContainKey("clarion-staff");
    }

    @Test
    void theStoreHoldsNoSecretOfTheBrowser() throws Exception {
        var browser = new Browser(port);
        browser.get("/sign-in/oidc/staff");
        assertThat(mongo.findAll(Document.class, "pending-sign-ins"))
                .isNotEmpty()
                .noneMatch(pending -> pending.toJson().contains(browser.cookies.get("clarion-pending")));
    }

    private void assertRefused(Browser browser) throws Exception {
        var answer = browser.get(back(browser, browser.get("/sign-in/oidc/staff")));
        assertThat(location(answer)).endsWith("/sign-in?refused");
        assertThat(browser.cookies).doesNotContainKey("clarion-staff");
        assertThat(browser.get("/sign-in?refused").body()).contains("no account here");
    }

    /** Goes to the provider and gives the path to which it sends the browser back. */
    private static String back(Browser browser, HttpResponse<String> leaving) throws Exception {
        return location(browser.get(location(leaving))).replace("http://localhost:8080", "");
    }

    private static Map<String, String> asked(HttpResponse<String> leaving) {
        return Arrays.stream(location(leaving).split("\\?")[1].split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
