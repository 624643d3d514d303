package org.clarion.letters.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.letters.RunningService;
import org.clarion.letters.Site;
import org.clarion.letters.representative.InventedMembers;
import org.clarion.testsupport.Contracts;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class PositionPagesIT {

    private static final UUID CAMPAIGN = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0cc01");
    private static final String PAGE = "/staff/letters/positions/" + CAMPAIGN;
    private static final String SEAT = "W07000106";

    @LocalServerPort
    int port;

    @Autowired
    Positions positions;

    @Autowired
    Campaigns campaigns;

    @Autowired
    PublishedMessages messages;

    @Autowired
    Clock clock;

    private Site site = new Site(0);

    @BeforeEach
    void reach() {
        site = new Site(port);
        Contracts.examples("campaign.v1").forEach(messages::send);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> campaigns.all("en").stream()
                        .anyMatch(campaign -> campaign.id().equals(CAMPAIGN)));
    }

    @Test
    void aPositionGoesWithThePersonAndNotWithTheSeat() {
        new InventedMembers(port)
                .sits(SEAT, 920_001, "Ms Nerys Vale", "Meadow Party", "nerys@example.org")
                .apply();
        assertThat(site.staffPage(PAGE + "?q=nerys", "viewer").body())
                .contains("1 person found", PAGE + "/member:920001", "MP for Pontypridd");

        note("member:920001", "supports", "2026-06-01");
        new InventedMembers(port)
                .sits(SEAT, 920_002, "Mr Owen Reed", "Harbour Party", "owen@example.org")
                .apply();

        assertThat(positions.of(CAMPAIGN, "member:920001")).contains(Position.SUPPORTS);
        assertThat(positions.of(CAMPAIGN, "member:920002")).isEmpty();
        assertThat(positions.of(CAMPAIGN)).containsEntry("member:920001", Position.SUPPORTS);
        assertThat(site.staffPage(PAGE, "viewer").body())
                .contains("Ms Nerys Vale", "No longer in office", "Supports", "A debate", "1 June 2026");
    }

    @Test
    void whatWasNotedBeforeStaysReadable() {
        new InventedMembers(port)
                .sits("W07000112", 920_003, "Ms Elin Vale", "Meadow Party", "elin@example.org")
                .apply();
        note("member:920003", "opposes", "2026-05-01");
        note("member:920003", "undecided", "2026-06-01");
        note("member:920003", "unknown", "2026-06-02");

        assertThat(positions.of(CAMPAIGN, "member:920003")).isEmpty();
        assertThat(site.staffPage(PAGE + "/member:920003", "viewer").body())
                .contains("Not known", "Undecided", "Opposes", "campaigner@example.org", "1 May 2026");
        assertThat(site.staffPage("/staff/letters/positions", "viewer").body()).contains(PAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-06-01, A debate, Please choose a position",
        "supports, 2999-01-01, A debate, Please give a day that has come",
        "supports, yesterday, A debate, Please give a day that has come",
        "supports, 2026-06-01, '', Please say where that can be read",
    })
    void whatIsMissingIsSaid(String position, String on, String source, String says) {
        new InventedMembers(port)
                .sits("W07000111", 920_004, "Ms Mair Vale", "Meadow Party", "mair@example.org")
                .apply();

        var answer = site.staffPost(
                PAGE + "/member:920004", Map.of("position", position, "on", on, "source", source), "campaigner");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(says);
        assertThat(positions.of(CAMPAIGN, "member:920004")).isEmpty();
    }

    @Test
    void unknownPeopleAndCampaignsAreNotFound() {
        assertThat(site.staffPage(PAGE + "/member:999999", "viewer").statusCode())
                .isEqualTo(404);
        assertThat(site.staffPage(PAGE + "/nobody", "viewer").statusCode()).isEqualTo(404);
        assertThat(site.staffPage("/staff/letters/positions/" + UUID.randomUUID(), "viewer")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.staffPost(PAGE + "/member:920001", Map.of(), "viewer").statusCode())
                .isEqualTo(403);
    }

    private void note(String person, String position, String on) {
        var answer = site.staffPost(
                PAGE + "/" + person, Map.of("position", position, "on", on, "source", "A debate"), "campaigner");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }
}
