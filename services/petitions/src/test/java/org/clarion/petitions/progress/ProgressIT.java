package org.clarion.petitions.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.testsupport.ActionClient.Opened;
import org.clarion.testsupport.Contracts;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.totals.Totals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class ProgressIT {

    private static final UUID COUNTED = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0aa01");
    private static final UUID CAMPAIGN = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0cc01");
    private static final int PARTITION = 3;

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    @Autowired
    Totals totals;

    private Site site = new Site(0);
    private Opened petition = new Opened(new UUID(0, 0), "");

    @BeforeEach
    void open() {
        site = new Site(port);
        petition = site.open();
    }

    @Test
    void thePublishedTotalIsEverywhere() {
        count(1204);
        awaitSignatures(1204);
        assertThat(site.page("/petitions/" + petition.slug()).body()).contains("1,204");
        assertThat(site.json("/petitions/" + petition.slug() + "/progress")
                        .required("signatures")
                        .asString())
                .isEqualTo("1,204");
        assertThat(site.page("/petitions").body()).contains("1,204 signatures");
        assertThat(site.staffPage("/staff/petitions", "viewer").body()).contains("1,204");
        assertThat(site.staffPage("/staff/petitions/" + petition.id(), "viewer").body())
                .contains("1,204");
    }

    @Test
    void aPetitionThatNobodyHasSignedShowsNothingWrong() {
        var totals = site.json("/api/petitions/" + petition.slug() + "/totals");
        assertThat(totals.required("total").asLong()).isZero();
        assertThat(totals.required("constituencies").size()).isEqualTo(650);
        assertThat(totals.required("constituencies")
                        .required(0)
                        .required("count")
                        .asString())
                .isEqualTo("<5");
        assertThat(totals.required("countries").size()).isZero();
    }

    @Test
    void figuresByPlaceAndDayHideTheFew() {
        row("all", "all", 30);
        row("constituency", "S14000062", 7);
        row("constituency", "E14001063", 4);
        row("country", "GB", 12);
        row("country", "FR", 18);
        row("day", "2026-11-24", 30);
        awaitSignatures(30);
        var totals = site.json("/api/petitions/" + petition.slug() + "/totals");
        assertThat(totals.required("total").asLong()).isEqualTo(30);
        assertThat(count(totals, "S14000062").asLong()).isEqualTo(7);
        assertThat(count(totals, "E14001063").asString()).isEqualTo("<5");
        assertThat(totals.required("countries").required(0).required("code").asString())
                .isEqualTo("FR");
        assertThat(totals.required("days").required(0).required("count").asLong())
                .isEqualTo(30);
    }

    @Test
    void theGoalStepsUpByItself() {
        count(1000);
        var raised = messages.await(
                "petition.v1",
                1,
                message -> message.type().equals("petition.goal-raised.v1")
                        && petition.id().toString().equals(message.key()));
        assertThat(raised.getFirst().json().required("goal").asLong()).isEqualTo(2500);
        assertThat(site.staffPage("/staff/petitions/" + petition.id(), "viewer").body())
                .contains("Raised the goal to 2,500", "The platform");
    }

    @Test
    void aWatchedNumberMoves() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var stream = http.send(
                                site.to("/petitions/" + petition.slug() + "/progress")
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body()) {
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            assertThat(nextData(lines).required("signatures").asString()).isEqualTo("0");
            count(5);
            var moved = nextData(lines);
            assertThat(moved.required("signatures").asString()).isEqualTo("5");
            assertThat(moved.required("signaturesValue").asLong()).isEqualTo(5);
            assertThat(moved.required("goal").asString()).isEqualTo("of 1,000");
        }
    }

    @Test
    void everyExampleOfATotalIsTakenOnceTwiceAndOutOfOrder() {
        var examples = new ArrayList<>(Contracts.examples("total.v1"));
        examples.addAll(Contracts.examples("total-minute.v1"));
        for (int round = 0; round < 2; round++) {
            examples.forEach(this::sendToPartition);
            awaitCounted();
        }
        Collections.reverse(examples);
        examples.forEach(this::sendToPartition);
        awaitCounted();
        assertThat(messages.on("total.v1.dlt")).isEmpty();
        assertThat(messages.on("total-minute.v1.dlt")).isEmpty();
    }

    @Test
    void aCampaignThatWasHeardOfCanBeChosen() {
        Contracts.examples("campaign.v1").forEach(messages::send);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                site.staffPage("/staff/petitions/new", "admin").body())
                        .contains(CAMPAIGN.toString()));
    }

    private void awaitCounted() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(totals.overall(COUNTED).count("confirmed")).isEqualTo(1204));
    }

    private void sendToPartition(Contracts.Example example) {
        var body = json(example.body());
        var key = body.has("action")
                ? body.required("generation").asInt() + "|"
                        + body.required("action").asString() + "|"
                        + body.required("measure").asString() + "|"
                        + body.required("dimension").asString() + "|"
                        + body.required("value").asString()
                : "generation";
        messages.send(example.topic(), PARTITION, key, example.type(), example.body());
    }

    private void count(long signatures) {
        row("all", "all", signatures);
    }

    private void row(String dimension, String value, long count) {
        var key = "1|" + petition.id() + "|confirmed|" + dimension + "|" + value;
        var body =
                "{\"generation\":1,\"action\":\"%s\",\"measure\":\"confirmed\",\"dimension\":\"%s\",\"value\":\"%s\",\"count\":%d,\"at\":\"%s\"}"
                        .formatted(petition.id(), dimension, value, count, Instant.now());
        messages.send("total.v1", PARTITION, key, "total.counted.v1", body.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitSignatures(long wanted) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(site.json("/api/petitions/" + petition.slug())
                                .required("signatures")
                                .asLong())
                        .isEqualTo(wanted));
    }

    private static JsonNode count(JsonNode totals, String code) {
        return totals.required("constituencies")
                .valueStream()
                .filter(each -> each.required("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .required("count");
    }

    private static JsonNode nextData(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return json(line.substring(5).getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new IOException("The stream has ended");
    }

    private static JsonNode json(byte[] text) {
        return new JsonMapper().readTree(text);
    }
}
