package org.clarion.campaigns.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.testsupport.Backends;
import org.clarion.testsupport.Contracts;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Backends.class)
class CatalogueIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Catalogue catalogue;

    @Autowired
    PublishedMessages messages;

    @LocalServerPort
    int port;

    /** Once, twice and out of order: whatever comes, the newest state of each action is what is listed. */
    @ParameterizedTest
    @ValueSource(strings = {"petition.v1", "letter-action.v1", "gathering.v1"})
    void everyExampleOfAnActionIsListedInItsNewestState(String topic) {
        var examples = Contracts.examples(topic);
        examples.forEach(messages::send);
        examples.forEach(messages::send);
        examples.reversed().forEach(messages::send);

        var newest = examples.stream()
                .map(example -> JSON.readTree(example.body()))
                .max(Comparator.comparing(body -> body.path("version").longValue()))
                .orElseThrow();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(catalogue.find(id(newest))).hasValueSatisfying(listed -> {
                    assertThat(listed.version())
                            .isEqualTo(newest.path("version").longValue());
                    assertThat(listed.state()).isEqualTo(newest.path("state").stringValue());
                    assertThat(newest.path("titles").valueStream().map(JsonNode::stringValue))
                            .contains(listed.title());
                }));
    }

    @Test
    void aLiveActionStandsOnTheHomePageAndAClosedOneDoesNot() throws Exception {
        var live = announce("open", true, "Keep the kettle on");
        var closed = announce("closed", false, "Yesterday’s petition");
        await().atMost(PATIENCE)
                .until(() -> Stream.of(live, closed)
                        .allMatch(id -> catalogue.find(id).isPresent()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(home()).contains("Keep the kettle on"));
        assertThat(home()).doesNotContain("Yesterday’s petition");
    }

    @Test
    void aLetterActionIsListedLikeAnyOtherAndAsksToWrite() throws Exception {
        var id = UUID.randomUUID();
        messages.send(
                "letter-action.v1", id.toString(), "letter-action.opened.v1", """
                {"id": "%s", "version": 3, "kind": "letter-action", "state": "open", "live": true, "slug": "s", "path": "/letters/s",
                 "staffPath": "/staff/letters/%s", "titles": {"en": "Ask about the kettle"}, "summaries": {"en": "Please"}, "measure": "confirmed",
                 "body": {"language": "en", "text": 1, "textHash": "%s", "representative": true, "list": false, "test": false}}
                """.formatted(id, id, "0".repeat(64)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(home())
                        .contains("Ask about the kettle", "0 letters", "href=\"/letters/s\"", ">Write<"));
    }

    private UUID announce(String state, boolean live, String title) {
        var id = UUID.randomUUID();
        messages.send("petition.v1", id.toString(), "petition.opened.v1", """
                {"id": "%s", "version": 3, "kind": "petition", "state": "%s", "live": %s, "slug": "s", "path": "/petitions/s",
                 "staffPath": "/staff/petitions/%s", "titles": {"en": "%s"}, "summaries": {"en": "Please"}, "measure": "confirmed", "goal": 1000}
                """.formatted(id, state, live, id, title));
        return id;
    }

    private String home() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .header("Accept", "text/html")
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static UUID id(JsonNode body) {
        return UUID.fromString(body.path("id").stringValue());
    }
}
