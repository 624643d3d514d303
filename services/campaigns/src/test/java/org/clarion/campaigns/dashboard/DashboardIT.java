package org.clarion.campaigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.envelope.ActionEntry;
import org.clarion.messaging.envelope.Participation;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.OpenApiContract;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.TestSecrets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "clarion.totals.state-dir=target/counting/${random.uuid}"})
@Import(Backends.class)
class DashboardIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SUFFOLK_COASTAL = "E14001530";

    @Autowired
    PublishedMessages published;

    @LocalServerPort
    int port;

    private final UUID action = UUID.randomUUID();
    private final String title = "Title of " + action;

    @Test
    void everyActionIsListedWithItsFigures() throws Exception {
        open();
        confirm(Map.of());
        record();

        await().atMost(PATIENCE).untilAsserted(() -> {
            var json = get("/staff/actions/stream", "application/json").body();
            assertThat(json).contains("\"total-" + action + "\":\"1\"").contains("\"rate-" + action + "\":\"50%\"");
        });
        var page = get("/staff", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(title)
                .contains("data-live=\"total-" + action + "\">1<")
                .contains("data-live=\"hour-" + action + "\">1<")
                .contains("data-live=\"day-" + action + "\">1<");
    }

    @Test
    void anActionShowsWhereItsTotalComesFrom() throws Exception {
        open();
        confirm(Map.of("constituency", SUFFOLK_COASTAL, "country", "GB", "source", "=newsletter"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                get("/staff/actions/" + action, "text/html").body())
                        .contains("United Kingdom")
                        .contains("=newsletter"));
        var csv = get("/staff/actions/" + action + "/constituencies.csv", "*/*");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body())
                .startsWith("code,constituency,region,count\r\n" + SUFFOLK_COASTAL + ",")
                .endsWith(",1\r\n");
        assertThat(get("/staff/actions/" + action + "/sources.csv", "*/*").body())
                .contains("'=newsletter");
        assertThat(get("/staff/actions/" + action + "?q=suffolk", "text/html").body())
                .contains("<th scope=\"row\">Suffolk Coastal</th>", "?q=suffolk&amp;page=1");
        assertThat(get("/staff/actions/" + action + "?q=arfon", "text/html").body())
                .contains("No constituency with this name has taken part yet.");
    }

    @Test
    void whatElseIsCountedOfAnActionIsShownToo() throws Exception {
        open();
        var measures = Map.of("recorded", 1L, "confirmed", 1L, "heads", 3L, "attended", 2L);
        send(2, "confirmed", Instant.now(), measures, Map.of());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                get("/staff/actions/" + action, "text/html").body())
                        .containsPattern(">3</p>\\s*<p class=\"what\">people with a place</p>")
                        .containsPattern(">2</p>\\s*<p class=\"what\">people came</p>")
                        .doesNotContain("letters sent"));
    }

    @Test
    void theDashboardMovesByItselfWithinFiveSeconds() throws Exception {
        open();
        confirm(Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/staff/actions/stream?action=" + action, "application/json")
                                .body())
                        .contains("\"total\":\"1\""));

        try (var http = HttpClient.newHttpClient()) {
            var stream = http.send(
                    request("/staff/actions/stream?action=" + action, "text/event-stream"),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                awaitLine(lines, "\"total\":\"1\"");
                var confirmed = Instant.now();
                confirm(Map.of());
                awaitLine(lines, "\"total\":\"2\"");
                assertThat(Duration.between(confirmed, Instant.now())).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void anUnknownActionIsNotFoundAndStrangersAreTurnedAway() throws Exception {
        assertThat(get("/staff/actions/" + UUID.randomUUID(), "text/html").statusCode())
                .isEqualTo(404);
        try (var http = HttpClient.newHttpClient()) {
            var stranger = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/staff"))
                    .build();
            assertThat(http.send(stranger, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theDescriptionOfTheServiceIsKept() {
        OpenApiContract.isKept("campaigns", port);
    }

    private static void awaitLine(BufferedReader lines, String part) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("The stream ended without " + part);
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request(path, accept), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpRequest request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accept)
                .header("Authorization", "Bearer " + TestSecrets.staffToken("campaigns", "viewer"))
                .build();
    }

    private void open() {
        var entry = new ActionEntry(
                action,
                2,
                "petition",
                "open",
                true,
                null,
                "petition-" + action,
                "/petitions/petition-" + action,
                "/staff/petitions/petition-" + action,
                Map.of("en", title),
                Map.of("en", "Summary"),
                "confirmed",
                1000L,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                null);
        published.send("petition.v1", action.toString(), "petition.opened.v1", MessageJson.write(entry));
    }

    private void confirm(Map<String, String> dimensions) {
        send(2, "confirmed", Instant.now(), Map.of("recorded", 1L, "confirmed", 1L), dimensions);
    }

    private void record() {
        send(1, "awaiting-confirmation", null, Map.of("recorded", 1L), Map.of());
    }

    private void send(
            long version, String state, Instant countedAt, Map<String, Long> measures, Map<String, String> dimensions) {
        var id = UUID.randomUUID();
        var signature =
                new Participation(id, version, action, "signature", null, state, countedAt, measures, dimensions, null);
        published.send("signature.v1", id.toString(), "signature." + state + ".v1", MessageJson.write(signature));
    }
}
