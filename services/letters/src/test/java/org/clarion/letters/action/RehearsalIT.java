package org.clarion.letters.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.letters.RunningService;
import org.clarion.letters.Site;
import org.clarion.letters.representative.InventedMembers;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class RehearsalIT {

    private static final String ALDERSHOT = "E14001063";
    private static final String ALDRIDGE = "E14001064";
    private static final String ALTRINCHAM = "E14001065";
    private static final String AMBER_VALLEY = "E14001066";
    private static final String AYR = "S14000107";

    @LocalServerPort
    int port;

    @Autowired
    PublishedMessages messages;

    @Autowired
    Campaigns campaigns;

    private Site site = new Site(0);

    @BeforeEach
    void aDirectory() {
        site = new Site(port);
        new InventedMembers(port)
                .sits(ALDERSHOT, 990001, "Ms Ada Vale", "Harbour Party", "ada.vale.mp@example.org")
                .sits(ALDRIDGE, 990002, "Mr Bo Reed", "Meadow Party", "bo.reed.mp@example.org")
                .sits(ALTRINCHAM, 990003, "Dr Cy Lark", "Harbour Party", "")
                .vacant(AMBER_VALLEY)
                .sits(AYR, 990004, "Ms Di Moor", "Harbour Party", "di.moor.mp@example.org")
                .apply();
    }

    @Test
    void everySeatIsRehearsedWithItsWords() {
        var campaign = campaign();
        site.staffPost(
                "/staff/letters/positions/" + campaign + "/member:990002",
                Map.of("position", "supports", "on", "2026-11-01", "source", "The debate of 1 November"),
                "campaigner");
        var outline = Site.outline(Site.freshSlug());
        outline.put("campaign", campaign.toString());
        var id = site.draft(outline);
        addVariant(id, 1, Map.of("name", "Friends", "positions", "supports", "body", "Thank you"));
        addVariant(id, 2, Map.of("name", "Scotland", "countries", "Scotland", "subject", "From Scotland"));
        addVariant(id, 3, Map.of("name", "Harbour", "parties", "Harbour Party", "body", "Harbour words"));

        var csv = site.staffPage("/staff/letters/" + id + "/rehearsal.csv", "viewer");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains(outline.get("slug"));
        assertThat(csv.body().lines()).hasSize(651);
        assertThat(csv.body())
                .contains(
                        ALDERSHOT + ",Aldershot,Ms Ada Vale,Harbour Party,,arrives,Harbour\r\n",
                        ALDRIDGE + ",Aldridge-Brownhills,Mr Bo Reed,Meadow Party,supports,arrives,Friends\r\n",
                        ALTRINCHAM + ",Altrincham and Sale West,Dr Cy Lark,Harbour Party,,no-address,Harbour\r\n",
                        AMBER_VALLEY + ",Amber Valley,,,,vacant,\r\n",
                        AYR + ",\"Ayr, Carrick and Cumnock\",Ms Di Moor,Harbour Party,,arrives,Scotland\r\n");
        assertThat(site.staffPage("/staff/letters/" + id + "/rehearsal", "viewer")
                        .body())
                .containsSubsequence("Friends", "Scotland", "57", "Harbour", "For everybody else")
                .containsSubsequence("Letters that would wait", "Altrincham and Sale West", "no address known")
                .contains("nobody there", "1 to 50 of 650", "?page=2#everybody")
                .doesNotContain("@example.org</td>");
        assertThat(site.staffPage("/staff/letters/" + id + "/rehearsal?outcome=no-address&q=LARK", "viewer")
                        .body())
                .contains("preview?target=" + ALTRINCHAM)
                .doesNotContain("preview?target=" + ALDERSHOT);
        assertThat(site.staffPage("/staff/letters/" + id + "/variants/new", "campaigner")
                        .body())
                .containsPattern("Harbour Party \\(\\d+ seats\\)");

        assertThat(preview(id, "target=" + ALDRIDGE))
                .contains("Mr Bo Reed", "MP for Aldridge-Brownhills", "Dear Mr Reed,", "Thank you", "Friends")
                .doesNotContain("I ask you to support");
        assertThat(preview(id, "target=" + AMBER_VALLEY))
                .contains("Nobody is known for Amber Valley", "Dear …,", "I ask you to support", "nobody there");
        var api = site.json("/api/letter-actions/" + site.open(copyOf(outline)).slug() + "?target=" + ALDERSHOT);
        assertThat(api.required("wording").required("subject").asString()).isEqualTo("Please support a 28-day limit");
    }

    @Test
    void theWordsForOneSeatAreToldToPrograms() {
        var outline = Site.outline(Site.freshSlug());
        var id = site.draft(outline);
        addVariant(id, 1, Map.of("name", "Harbour", "parties", "Harbour Party", "body", "Harbour words"));
        site.staffPost("/staff/letters/" + id + "/open", Map.of(), "campaigner");
        var path = "/api/letter-actions/" + outline.get("slug");

        var basic = site.json(path);
        assertThat(basic.required("wording").hasNonNull("variant")).isFalse();
        assertThat(basic.required("wording").required("opening").asString()).isEqualTo("Dear {salutation},");
        assertThat(basic.required("to").required("representative").asBoolean()).isTrue();
        assertThat(basic.required("consent").required("wording").asString()).isNotEmpty();
        var harbour = site.json(path + "?target=" + ALDERSHOT);
        assertThat(harbour.required("wording").required("body").asString()).isEqualTo("Harbour words");
        assertThat(harbour.required("wording").hasNonNull("variant")).isTrue();
        var meadow = site.json(path + "?target=" + ALDRIDGE);
        assertThat(meadow.required("wording")).isEqualTo(basic.required("wording"));
        for (var strange : new String[] {"X", UUID.randomUUID().toString(), "E14009999"}) {
            assertThat(site.get(path + "?target=" + strange).statusCode())
                    .as(strange)
                    .isEqualTo(404);
        }
    }

    @Test
    void peopleOfAListAreRehearsedAndShown() {
        var list = created(site.staffPost("/staff/letters/lists", Map.of("name", "Home Office"), "campaigner")
                .headers()
                .firstValue("Location")
                .orElse(""));
        site.staffPost(
                "/staff/letters/lists/" + list + "/entries",
                Map.of(
                        "name", "Ines Example",
                        "title", "Minister of State",
                        "salutation", "Minister",
                        "address", "minister@example.org",
                        "country", "GB"),
                "campaigner");
        var outline = Site.outline(Site.freshSlug());
        outline.put("to", "list");
        outline.put("list", list.toString());
        outline.put("choice", "all");
        var open = site.open(outline);

        assertThat(site.staffPage("/staff/letters/" + open.id(), "viewer").body())
                .contains("All of “Home Office”");
        var csv = site.staffPage("/staff/letters/" + open.id() + "/rehearsal.csv", "viewer")
                .body();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains(",Ines Example,Ines Example,,,arrives,");
        var people = site.json("/api/letter-actions/" + open.slug()).required("to");
        assertThat(people.required("choice").asString()).isEqualTo("all");
        assertThat(people.required("representative").asBoolean()).isFalse();
        var person = people.required("people").get(0);
        assertThat(person.required("name").asString()).isEqualTo("Ines Example");
        assertThat(person.toString()).doesNotContain("@");
        var target = person.required("target").asString();
        assertThat(preview(open.id(), "")).contains("Ines Example").doesNotContain("id=\"postcode\"");
        assertThat(preview(open.id(), "target=" + target))
                .contains("Dear Minister,", "Minister of State", "would be sent");
        assertThat(site.get("/api/letter-actions/" + open.slug() + "?target=" + target)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get("/api/letter-actions/" + open.slug() + "?target=" + ALDERSHOT)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "postcode=AB42+4EL, MP for",
        "postcode=ab424el, MP for",
        "postcode=nonsense, Please check the postcode",
        "postcode=BT1+1AA, We do not know this postcode",
        "postcode=ZZ9+9ZZ, 'postcode'",
        "target=nonsense, Who writes?",
        "'', Who writes?",
    })
    void aPostcodeIsLookedUpAsForSupporters(String query, String words) {
        new InventedMembers(port)
                .sits(seatOf("AB42 4EL"), 990005, "Ms Ea Firth", "Meadow Party", "ea.firth.mp@example.org")
                .apply();
        var id = site.draft(Site.outline(Site.freshSlug()));
        assertThat(preview(id, query)).contains(words);
    }

    private String seatOf(String postcode) {
        return Places.sample(new Constituencies())
                .find(postcode)
                .orElseThrow()
                .constituency()
                .code();
    }

    private UUID campaign() {
        var id = UUID.randomUUID();
        messages.send("campaign.v1", id.toString(), "campaign.launched.v1", """
                {"id": "%s", "version": 1, "slug": "c", "state": "open", "titles": {"en": "A date to go home"}, "accent": "indigo", "path": "/campaigns/c"}
                """.formatted(id));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        campaigns.all("en").stream().anyMatch(each -> each.id().equals(id)));
        return id;
    }

    private void addVariant(UUID id, int version, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", Integer.toString(version));
        var answer = site.staffPost("/staff/letters/" + id + "/variants", form, "campaigner");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private String preview(UUID id, String query) {
        var page = site.staffPage("/staff/letters/" + id + "/preview?" + query, "viewer");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private static Map<String, String> copyOf(Map<String, String> outline) {
        var copy = new LinkedHashMap<>(outline);
        copy.put("slug", Site.freshSlug());
        return copy;
    }

    private static UUID created(String location) {
        return UUID.fromString(location.replaceAll(".*/lists/([0-9a-f-]{36}).*", "$1"));
    }
}
