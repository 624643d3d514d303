package org.clarion.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.clarion.servicedefaults.tokens.SigningKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway before a stub service and without a store: public paths need none. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "clarion.public-url=https://actions.example.org",
            "clarion.limits.posts-per-action=5/1h",
            "clarion.limits.posts=1000/1h",
            "clarion.edge.trusted-proxies=127.0.0.1,::1",
            "clarion.forwarding.answer-timeout=5s",
            "clarion.forwarding.connections=" + FrontDoorTests.AT_ONCE,
            "clarion.forwarding.streams=2"
        })
@Timeout(60)
class FrontDoorTests {

    static final int AT_ONCE = 6;
    private static final SigningKey KEY = SigningKey.generate("gateway");
    private static final StubService SERVICE = StubService.start();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        properties.add("clarion.tokens.key", KEY::toJson);
        properties.add("clarion.tokens.trusted", () -> SigningKey.trusted(KEY));
        properties.add("clarion.services.petitions", SERVICE::address);
        properties.add("clarion.services.letters", SERVICE::address);
        properties.add("clarion.services.registrations", SERVICE::address);
        properties.add("clarion.services.campaigns", SERVICE::address);
        properties.add("clarion.services.notifications", () -> "http://127.0.0.1:" + closed);
        properties.add("spring.mongodb.uri", () -> "mongodb://127.0.0.1:" + closed + "/gateway");
    }

    @Test
    void aRequestArrivesAsItCame() throws Exception {
        var answer = send(to("/petitions/caf%C3%A9?a=1&b=%26&b=%2B").header("X-Note", "here"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("answered");
        assertThat(answer.headers().allValues("Vary")).contains("Accept", "Accept-Language");
        assertThat(answer.headers().firstValue("X-Own")).hasValue("kept");
        var arrived = SERVICE.next(each -> each.target().startsWith("/petitions/caf"));
        assertThat(arrived.target()).isEqualTo("/petitions/caf%C3%A9?a=1&b=%26&b=%2B");
        assertThat(arrived.headers().getFirst("X-Note")).isEqualTo("here");
        assertThat(send(to("/petitions/missing")).statusCode()).isEqualTo(404);
    }

    /** Newsletters write such addresses, and people press them. */
    @ParameterizedTest
    @CsvSource({"utm_campaign=50%off,utm_campaign=50%25off", "a=100%,a=100%25", "a=%2&b=%2B,a=%252&b=%2B"})
    void aStrayPercentLeadsOnAllTheSame(String typed, String arrives) throws Exception {
        assertThat(raw("/petitions/stray?" + typed)).startsWith("HTTP/1.1 200");
        assertThat(SERVICE.next(each -> each.target().startsWith("/petitions/stray"))
                        .target())
                .isEqualTo("/petitions/stray?" + arrives);
    }

    @Test
    void whatAServiceBreaksOffIsNotTakenForTheWhole() {
        assertThatThrownBy(() -> send(to("/petitions/half"))).isInstanceOf(IOException.class);
    }

    @Test
    void aFormArrivesInTheBodyAndNotInTheAddress() throws Exception {
        var form = "name=Ann+O%27Nym&email=ann%40example.org";
        send(to("/petitions/forms?utm_source=mail")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var arrived = SERVICE.next(each -> each.target().startsWith("/petitions/forms"));
        assertThat(arrived.body()).isEqualTo(form);
        assertThat(arrived.target()).isEqualTo("/petitions/forms?utm_source=mail");
        assertThat(arrived.headers().getContentLength()).isEqualTo(form.length());
    }

    @Test
    void nobodySaysWhoTheyAre() throws Exception {
        send(to("/petitions/headers")
                .header("Authorization", "Bearer mine")
                .header("Cookie", "__Host-clarion-staff=x")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Real-IP", "10.0.0.1")
                .header("Proxy-Authorization", "x")
                .header("Transfer-Coding", "kept"));
        var arrived = SERVICE.next(each -> each.target().equals("/petitions/headers"));
        assertThat(arrived.headers().headerNames())
                .doesNotContain("Authorization", "Cookie", "Forwarded", "X-real-ip", "Proxy-authorization")
                .noneMatch(name -> name.toLowerCase().startsWith("x-forwarded"))
                .contains("Transfer-coding");
        assertThat(arrived.headers().getFirst("Host")).startsWith("127.0.0.1:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/petitions/x", "/nowhere", "/sign-in", "/staff", "/assets/clarion.css", "/petitions/%00"})
    void everyAnswerCarriesThePolicy(String path) throws Exception {
        var headers = send(to(path).header("Accept", "text/html")).headers();
        if (path.endsWith("%00")) {
            assertThat(headers.firstValue("Content-Type")).hasValue("application/problem+json"); // Tomcat's own
            return;
        }
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -, true",
                "none, -, true",
                "-, https://actions.example.org, true",
                "-, -, true",
                "cross-site, -, false",
                "same-site, -, false",
                "cross-site, https://actions.example.org, false",
                "-, https://evil.example, false",
                "-, null, false",
                "-, http://actions.example.org, false",
            })
    void changesComeFromOurOwnPagesOnly(@Nullable String site, @Nullable String origin, boolean passes)
            throws Exception {
        var request = to("/petitions/" + UUID.randomUUID() + "/signatures");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        var answer = send(request.POST(BodyPublishers.ofString("x")));
        if (passes) {
            assertThat(answer.statusCode()).isEqualTo(200);
        } else {
            assertProblem(answer, 403, "cross-site");
        }
        assertThat(send(to("/petitions/x").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileThatIsSentAlongPassesUnread() throws Exception {
        var file =
                "--cut\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\nx\u0007y\r\n--cut--\r\n";
        var sent = to("/petitions/with-a-file").header("Content-Type", "multipart/form-data; boundary=cut");
        assertThat(send(sent.POST(BodyPublishers.ofString(file))).statusCode()).isEqualTo(200);
        var received = SERVICE.next(each -> each.target().equals("/petitions/with-a-file"));
        assertThat(received.body()).isEqualTo(file);
        assertThat(received.headers().getFirst("Content-Type")).isEqualTo("multipart/form-data; boundary=cut");
    }

    @Test
    void bodiesAreLimitedAnnouncedOrNot() throws Exception {
        SERVICE.received.clear();
        var large = new byte[10_000_000];
        var announced = send(to("/petitions/large-1/signatures").POST(BodyPublishers.ofByteArray(large)));
        assertProblem(announced, 413, "too-large");
        var chunked = send(to("/petitions/large-2/signatures")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        assertProblem(chunked, 413, "too-large");
        assertThat(SERVICE.received).noneMatch(each -> each.target().contains("large"));
        assertThat(send(to("/petitions/large-3").POST(BodyPublishers.ofByteArray(new byte[60_000])))
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVICE.next(each -> each.target().equals("/petitions/large-3"))
                        .body())
                .hasSize(60_000);
        assertThat(send(to("/petitions/large-4")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[60_000]))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tooManyChangesHaveToWait() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/api/petitions/limited/signatures", "203.0.113.7").statusCode())
                    .isEqualTo(200);
        }
        var refused = post("/petitions/limited/signatures", "203.0.113.7");
        assertProblem(refused, 429, "too-many");
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 3600L);
        assertThat(post("/api/petitions/%6cimited/signatures", "203.0.113.7").statusCode())
                .as("the same petition, spelt otherwise")
                .isEqualTo(429);
        assertThat(post("/api/petitions/other/signatures", "203.0.113.7").statusCode())
                .as("another petition")
                .isEqualTo(200);
        assertThat(post("/api/petitions/limited/signatures", "203.0.113.8").statusCode())
                .as("another address")
                .isEqualTo(200);
        assertThat(post("/api/petitions/limited/signatures", "198.51.100.1, 203.0.113.7")
                        .statusCode())
                .as("only the hop next to the proxy counts")
                .isEqualTo(429);
        assertThat(send(to("/petitions/limited")).statusCode()).as("reading").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/sign-in-links",
                "/petitions/../internal/things",
                "/petitions/%2e%2e/internal/things",
                "/petitions/..;/internal/things",
                "/petitions//internal",
                "/petitions/%2F..%2Finternal",
                "/actuator/health",
                "/v3/api-docs",
                "/registrations/x"
            })
    void nothingElseIsReachable(String path) throws Exception {
        SERVICE.received.clear();
        var answer = raw(path);
        assertThat(answer).containsAnyOf("HTTP/1.1 404", "HTTP/1.1 400", "HTTP/1.1 401");
        assertThat(SERVICE.received).isEmpty();
    }

    @Test
    void staffAreToldHonestlyThatTheStoreIsAway() throws Exception {
        var started = System.nanoTime();
        var answer = send(to("/staff/petitions")
                .header("Cookie", "__Host-clarion-staff=abc")
                .header("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void withoutASessionStaffPagesAskToSignIn() throws Exception {
        var page = send(to("/staff/petitions").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/sign-in?to=%2Fstaff%2Fpetitions");
        assertProblem(send(to("/staff/petitions")), 401, "unauthenticated");
        var part = send(to("/staff/petitions").header("HX-Request", "true"));
        assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
        assertThat(send(to("/sign-in").header("Accept", "text/html")).body()).contains("<form");
    }

    @Test
    void aServiceThatIsAwayIsSaidHonestlyAndSoon() throws Exception {
        var broken = send(to("/petitions/breaks-off").POST(BodyPublishers.ofString("x")));
        assertProblem(broken, 504, "no-answer");
        assertProblem(send(to("/petitions/breaks-off")), 503, "unavailable");
        var page = send(to("/campaigns/breaks-off").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<h1>").doesNotContain("127.0.0.1");
    }

    @Test
    void streamsComePieceByPieceAFewAtOnceAndEndWithTheirViewers() throws Exception {
        try (var first = watch();
                var second = watch()) {
            assertThat(new String(first.readNBytes(13))).isEqualTo("data: first\n\n");
            assertThat(new String(second.readNBytes(13))).isEqualTo("data: first\n\n");
            assertProblem(send(to("/petitions/x/progress")), 503, "unavailable");
        }
        SERVICE.nextBeat.countDown();
        assertThat(SERVICE.viewersLeft.await(20, TimeUnit.SECONDS))
                .as("the service notices that its viewers have left, and the one who was not let in")
                .isTrue();
        await().untilAsserted(() -> watch().close());
    }

    @Test
    void whomAServiceCannotServeAtOnceIsAskedToComeBack() throws Exception {
        var visits = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            visits.add(http.sendAsync(to("/petitions/waits").build(), BodyHandlers.ofString()));
        }
        await().until(() -> visits.stream().filter(CompletableFuture::isDone).count() >= AT_ONCE);

        assertProblem(
                visits.stream()
                        .filter(CompletableFuture::isDone)
                        .findFirst()
                        .orElseThrow()
                        .get(),
                503,
                "unavailable");

        SERVICE.goOn.countDown();
        var served = new ArrayList<Integer>();
        for (var visit : visits) {
            served.add(visit.get(20, TimeUnit.SECONDS).statusCode());
        }
        assertThat(served).containsOnly(200, 503);
        assertThat(Collections.frequency(served, 200)).isBetween(1, AT_ONCE);
    }

    private InputStream watch() throws IOException, InterruptedException {
        var answer = http.send(
                to("/petitions/x/progress")
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return answer.body();
    }

    @Test
    void assetsAreKeptByBrowsers() throws Exception {
        var answer = http.send(
                to("/assets/clarion.css").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000");
        try (var css = new GZIPInputStream(answer.body())) {
            assertThat(new String(css.readAllBytes())).contains("{");
        }
    }

    @Test
    void itTakesTrafficWithoutAStore() throws Exception {
        var inside = "http://127.0.0.1:" + managementPort + "/actuator/health/";
        assertThat(send(HttpRequest.newBuilder(URI.create(inside + "traffic"))).statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create(inside + "readiness")))
                        .statusCode())
                .isEqualTo(503);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"");
    }

    private HttpResponse<String> post(String path, String from) throws IOException, InterruptedException {
        return send(to(path).header("X-Forwarded-For", from).POST(BodyPublishers.ofString("{}")));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nnonsense\r\n",
                "Content-Length: -5\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "Content-Length: nine\r\n\r\n",
                "X-Bad: \u0000\r\n\r\n",
                "X-Long: LONG\r\n\r\n"
            })
    void brokenHttpIsRefusedBeforeItReachesAService(String rest) throws Exception {
        SERVICE.received.clear();
        var request = "POST /petitions/broken/signatures HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + rest.replace("LONG", "x".repeat(20_000));
        assertThat(exchange(request)).startsWith("HTTP/1.1 4").doesNotContain("Exception", "Tomcat");
        assertThat(SERVICE.received).isEmpty();
    }

    /** Two lengths in one request are how a second request is smuggled in. */
    @Test
    void aRequestWithTwoLengthsIsOneRequest() throws Exception {
        SERVICE.received.clear();
        var smuggled = "POST /petitions/two/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /staff/petitions HTTP/1.1\r\nHost: x\r\n\r\n";
        assertThat(exchange(smuggled)).startsWith("HTTP/1.1 200").containsOnlyOnce("HTTP/1.1");
        assertThat(SERVICE.received).singleElement().satisfies(each -> {
            assertThat(each.body()).isEmpty();
            assertThat(each.target()).isEqualTo("/petitions/two/x");
        });
    }

    /** Without a client that tidies the path up first. */
    private String raw(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private String exchange(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes());
        }
    }
}
