package org.clarion.servicedefaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.clarion.servicedefaults.tokens.Role;
import org.clarion.servicedefaults.tokens.SigningKey;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.servicedefaults.tokens.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The defaults as a caller sees them, over real HTTP: much of this happens outside the controllers. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=sample", "management.server.port=0"})
@ExtendWith(OutputCaptureExtension.class)
class ServiceDefaultsTests {

    private static final SigningKey GATEWAY = SigningKey.generate("gateway");
    private static final SigningKey NOTIFICATIONS = SigningKey.generate("notifications");
    private static final Staff CAMPAIGNER = new Staff(UUID.randomUUID(), "c@example.org", Set.of(Role.CAMPAIGNER));

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @DynamicPropertySource
    static void trusted(DynamicPropertyRegistry properties) {
        properties.add("clarion.tokens.trusted", () -> SigningKey.trusted(GATEWAY, NOTIFICATIONS));
    }

    @Test
    void aGoodRequestPasses() throws Exception {
        var answer = postJson(
                "{\"name\":\"Ann O'Nym \uD83D\uDD4A\",\"count\":3,\"unknown\":1,\"texts\":{\"en\":\"a\\nb\"}}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Ann O'Nym \uD83D\uDD4A", "\"count\":3");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"name\":{\"$gt\":\"\"}}",
                "{\"name\":5}",
                "{\"name\":true}",
                "{\"name\":[\"a\"]}",
                "{\"name\":\"a\",\"count\":\"3\"}",
                "{\"name\":\"a\",\"count\":3.5}",
                "{\"name\":\"a\",\"consent\":{\"updates\":\"true\"}}",
                "{\"name\":\"a\",\"consent\":{\"updates\":1}}",
                "{\"name\":\"a\",\"consent\":{}}",
                "{\"name\":\"nul \\u0000\"}",
                "{\"name\":\"bell \\u0007\"}",
                "{\"name\":\"c1 \\u0085\"}",
                "{\"name\":\"lone \\ud83d\"}",
                "{\"name\":\"lone \\udd4a\"}",
                "{\"name\":\"a\",\"tags\":[\"\\u0000\"]}",
                "{\"name\":\"a\",\"texts\":{\"\\u0000\":\"b\"}}",
                "{\"name\":\"a\"} trailing",
                "{\"name\":\"a\",\"at\":\"yesterday\"}"
            })
    void unreadableJsonIsRefused(String body) throws Exception {
        assertProblem(postJson(body), 400, "malformed");
    }

    @Test
    void rawBytesThatAreNoTextAreRefused() throws Exception {
        var bytes = new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, '(', '"', '}'};
        var request = to("/api/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        assertProblem(send(request), 400, "malformed");
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertProblem(postJson("{\"name\":" + "[".repeat(20_000)), 400, "malformed");
        assertProblem(postJson("{\"x\":" + "[".repeat(100) + "]".repeat(100) + ",\"name\":\"a\"}"), 400, "malformed");
    }

    @Test
    void anUnreadableFieldIsNamed() throws Exception {
        assertThat(postJson("{\"name\":\"a\",\"consent\":{\"updates\":\"yes\"}}")
                        .body())
                .contains("\"field\":\"consent.updates\"");
    }

    @Test
    void invalidFieldsAreNamed() throws Exception {
        var answer = postJson("{\"name\":\" \",\"email\":\"nobody\"}");
        assertProblem(answer, 400, "invalid");
        assertThat(answer.body())
                .contains("\"field\":\"name\"", "\"field\":\"email\"")
                .doesNotContain("nobody");
        assertProblem(get("/api/things/not-an-id"), 400, "invalid");
    }

    @Test
    void tooLongABodyIsRefusedAnnouncedOrNot() throws Exception {
        var body = ("{\"name\":\"" + "x".repeat(10_000_000) + "\"}").getBytes();
        var announced = to("/api/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var chunked = to("/api/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertProblem(send(announced), 413, "too-large");
        assertProblem(send(chunked), 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/things, text/plain, 415, unsupported-type",
        "POST, /api/things, application/xml, 415, unsupported-type",
        "POST, /api/things, nonsense, 415, unsupported-type",
        "DELETE, /api/things, application/json, 405, method-not-allowed",
        "GET, /api/things/a/b, application/json, 404, not-found",
        "GET, /undeclared, application/json, 404, not-found",
        "GET, /nowhere, application/json, 404, not-found",
        "GET, /error, application/json, 404, not-found",
        "GET, /actuator/prometheus, application/json, 404, not-found",
        "GET, /things/%00, application/json, 400, malformed",
        "GET, /api/things?x=%00, application/json, 400, malformed",
        "GET, /staff/things, application/json, 401, unauthenticated",
        "GET, /internal/things, application/json, 401, unauthenticated",
    })
    void everyRefusalHasItsType(String method, String path, String contentType, int status, String type)
            throws Exception {
        var request = to(path).header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString("{}"))
                .build();
        assertProblem(send(request), status, type);
    }

    @Test
    void redirectsNameNoAddressOfOurs() throws Exception {
        var answer = send(to("/things/elsewhere").POST(BodyPublishers.noBody()).build());

        assertThat(answer.headers().firstValue("Location")).hasValue("/things/here");
    }

    @Test
    void formsAreHeldToCleanText() throws Exception {
        assertThat(postForm("name=Ann%0D%0AO%09Nym").statusCode()).isEqualTo(200);
        assertProblem(postForm("name=Ann%00"), 400, "malformed");
        assertProblem(postForm("name=Ann&other=%07"), 400, "malformed");
        assertProblem(postForm("name=%zz"), 400, "malformed");
        assertProblem(postForm("other=1"), 400, "invalid");
        assertProblem(postForm("name=" + "x".repeat(100_000)), 413, "too-large");
    }

    @Test
    void aFailureOfOursShowsAReferenceOnlyAndLogsNoPath(CapturedOutput log) throws Exception {
        var answer = get("/things/broken/tok-en");
        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).contains("\"reference\"").doesNotContain("secret", "Exception", "tok-en");
        var reference = answer.body().replaceAll(".*\"reference\":\"([^\"]+)\".*", "$1");
        assertThat(log.getOut()).contains("GET /things/broken/{token} failed, reference " + reference);
    }

    @Test
    void whatFailsHalfwayIsNotTakenForTheWhole() {
        assertThatThrownBy(() -> get("/things/half")).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatCannotBeBegunIsNoFile() throws Exception {
        var answer = get("/things/file");
        assertProblem(answer, 500, "internal");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsSaidHonestly() throws Exception {
        var answer = get("/things/store-down");
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.body()).doesNotContain("27017");
    }

    @Test
    void staffAreWhoTheirTokenSays() throws Exception {
        var tokens = new TokenIssuer(GATEWAY, Clock.systemUTC());
        var token = tokens.forStaff("sample", CAMPAIGNER);
        assertThat(get("/staff/things", token).body()).isEqualTo("c@example.org");
        assertThat(get("/staff/page", token).body()).isEqualTo("c@example.org");
        assertProblem(get("/staff/admin", token), 403, "forbidden");
        assertProblem(get("/internal/things", token), 403, "forbidden");
        assertProblem(get("/undeclared", token), 403, "forbidden");
    }

    @Test
    void servicesReachTheInternalPathsOnly() throws Exception {
        var tokens = new TokenIssuer(NOTIFICATIONS, Clock.systemUTC());
        assertThat(get("/internal/things", tokens.forService("sample")).body()).isEqualTo("service");
        assertProblem(get("/staff/things", tokens.forService("sample")), 403, "forbidden");
        assertProblem(get("/internal/things", tokens.forService("petitions")), 401, "unauthenticated");
        assertProblem(get("/internal/things", "nonsense"), 401, "unauthenticated");
        assertProblem(get("/staff/things", tokens.forStaff("sample", CAMPAIGNER)), 401, "unauthenticated");
        var stranger = new TokenIssuer(SigningKey.generate("gateway"), Clock.systemUTC());
        assertProblem(get("/staff/things", stranger.forStaff("sample", CAMPAIGNER)), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"health/liveness", "health/readiness", "health/traffic", "prometheus"})
    void theInnerLifeIsOnAPortOfItsOwn(String endpoint) throws Exception {
        var inside = URI.create("http://localhost:" + managementPort + "/actuator/" + endpoint);
        assertThat(send(HttpRequest.newBuilder(inside).build()).statusCode()).isEqualTo(200);
        assertProblem(get("/actuator/" + endpoint), 404, "not-found");
    }

    @Test
    void theOpenApiDescriptionIsThereAndSaysHowThingsAreRefused() throws Exception {
        assertThat(get("/v3/api-docs").body())
                .contains(
                        "/api/things",
                        "\"default\":{\"$ref\":\"#/components/responses/Problem\"}",
                        "429 /problems/too-many");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"", "\"status\":" + status, "\"title\"");
        assertThat(answer.body()).doesNotContain("null");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).build());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer " + token).build());
    }

    private HttpResponse<String> postJson(String body) throws IOException, InterruptedException {
        return send(to("/api/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> postForm(String body) throws IOException, InterruptedException {
        return send(to("/things")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }
}
