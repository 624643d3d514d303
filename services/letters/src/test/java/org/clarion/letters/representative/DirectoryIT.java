package org.clarion.letters.representative;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.clarion.letters.RunningService;
import org.clarion.letters.Site;
import org.clarion.letters.contact.Contact.State;
import org.clarion.letters.representative.Holder.Held;
import org.clarion.letters.representative.Holder.NotKnown;
import org.clarion.letters.representative.Holder.Vacant;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test has seats of its own, because all share one directory. */
@RunningService
class DirectoryIT {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Representatives representatives;

    @Autowired
    Recipients recipients;

    @Autowired
    DirectoryRuns runs;

    @Autowired
    Clock clock;

    private Site site = new Site(0);

    @BeforeEach
    void reach() {
        site = new Site(port);
    }

    @Test
    void whatWouldChangeIsShownAndNothingIsWritten() {
        var answer = read(new InventedMembers(port)
                .sits("E14001064", 910_001, "Ms Ada Vale", "Meadow Party", "ada.vale@example.org")
                .send("apply=false"));

        assertThat(answer.required("applied").asBoolean()).isFalse();
        assertThat(answer.required("seatsFirstHeardOf").asInt()).isEqualTo(1);
        assertThat(holder("E14001064")).isInstanceOf(NotKnown.class);
    }

    @Test
    void whoItIsNowAndWhoItWasThenAreBothAnswered() {
        new InventedMembers(port)
                .sits("E14001065", 910_002, "Ms Ada Vale", "Meadow Party", "ada.vale@example.org")
                .apply();
        new InventedMembers(port).vacant("E14001065").send("apply=true&force=true&asOf=2026-05-19");
        var filled = read(new InventedMembers(port)
                .sits("E14001065", 910_003, "Dr John Reed", "Harbour Party", "")
                .send("apply=true&force=true&asOf=2026-06-19"));

        assertThat(filled.required("changes").valueStream().map(JsonNode::asString))
                .containsExactly("Altrincham and Sale West: Dr John Reed has taken the vacant seat");
        assertThat(member(representatives.holderOf("E14001065", day("2026-05-18"))))
                .isEqualTo(910_002);
        assertThat(representatives.holderOf("E14001065", day("2026-06-01"))).isEqualTo(new Vacant(day("2026-05-19")));
        assertThat(member(holder("E14001065"))).isEqualTo(910_003);
        assertThat(recipients.of(Target.seat("E14001065"), day("2026-06-01"))).isEmpty();
        assertThat(recipients.of(Target.seat("E14001065"), clock.instant())).hasValueSatisfying(recipient -> {
            assertThat(recipient.key()).isEqualTo("member:910003");
            assertThat(recipient.role()).isEqualTo("MP for Altrincham and Sale West");
            assertThat(recipient.salutation()).isEqualTo("Dr Reed");
            assertThat(recipient.contact().state()).isEqualTo(State.NONE_KNOWN);
        });
    }

    @Test
    void aBrokenFileChangesNothingAndNamesTheLine() {
        var answer = new InventedMembers(port)
                .sits("E14001067", 910_004, "Ms Ada Vale", "Meadow Party", "ada.vale@example.org")
                .line("E14009999,910005,John Reed,,")
                .send("apply=true");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).required("detail").asString())
                .isEqualTo("Line 3: there is no constituency with the code “E14009999”.");
        assertThat(holder("E14001067")).isInstanceOf(NotKnown.class);
        assertThat(representatives.find(910_004)).isEmpty();
        assertThat(site.staffPage("/staff/letters/directory/changes", "viewer").body())
                .contains("The file invented.csv", "Failed", "Line 3: there is no constituency");
    }

    @Test
    void nothingIsTakenOverFromTheFuture() {
        var tomorrow = LocalDate.now(clock).plusDays(2);

        var answer = new InventedMembers(port).vacant("E14001068").send("apply=true&asOf=" + tomorrow);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("/problems/members/not-yet");
    }

    @Test
    void manyImportsAtOnceComeToTheSame() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> new InventedMembers(port)
                            .sits("E14001069", 910_006, "Ms Ada Vale", "Meadow Party", "ada.vale6@example.org")
                            .send("apply=true&force=true")
                            .statusCode()))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
        new InventedMembers(port)
                .sits("E14001069", 910_006, "Ms Ada Vale", "Meadow Party", "ada.vale6@example.org")
                .apply();

        assertThat(member(holder("E14001069"))).isEqualTo(910_006);
    }

    @Test
    void aTurnIsTakenByOneAndFreeAgainLater() {
        var now = Instant.parse("2026-06-01T09:00:00Z");
        var turn = "a-test";

        assertThat(runs.take(turn, now, now.plusSeconds(60))).isTrue();
        assertThat(runs.take(turn, now.plusSeconds(59), now.plusSeconds(200))).isFalse();
        assertThat(runs.take(turn, now.plusSeconds(60), now.plusSeconds(120))).isTrue();
        runs.free(turn, now.plusSeconds(70));
        assertThat(runs.take(turn, now.plusSeconds(71), now.plusSeconds(120))).isTrue();
    }

    @Test
    void aReturnedLetterMarksTheContactUntilTheSourceHasAnother() {
        var seat = Target.seat("E14001070");
        new InventedMembers(port)
                .sits(seat.id(), 910_007, "Ms Ada Vale", "Meadow Party", "vale7@example.org")
                .apply();
        assertThat(recipients.isContactAddress("Vale7@Example.org")).isTrue();
        assertThat(recipients.isContactAddress("somebody.else@example.org")).isFalse();

        recipients.bounced("member:910007", "vale7@example.org", clock.instant());
        recipients.bounced("member:910007", "vale7@example.org", clock.instant());

        assertThat(recipients.of(seat, clock.instant()).orElseThrow().contact().state())
                .isEqualTo(State.BOUNCING);
        assertThat(site.staffPage("/staff/letters/directory?standing=bouncing", "viewer")
                        .body())
                .contains("Letters come back", "/staff/letters/directory/E14001070");
        new InventedMembers(port)
                .sits(seat.id(), 910_007, "Ms Ada Vale", "Meadow Party", "new7@example.org")
                .apply();
        assertThat(recipients.of(seat, clock.instant()).orElseThrow().contact().state())
                .isEqualTo(State.FINE);
    }

    @Test
    void whatStaffCorrectSurvivesImports() {
        var page = "/staff/letters/directory/E14001071";
        var file = new InventedMembers(port)
                .sits("E14001071", 910_008, "Ms Ada Vale", "Meadow Party", "vale8@example.org");
        file.apply();

        assertThat(site.staffPost(page + "/910008/salutation", Map.of("salutation", "Councillor Vale"), "campaigner")
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.staffPost(
                                page + "/910008/address",
                                Map.of("way", "by-hand", "address", "office8@example.org"),
                                "campaigner")
                        .statusCode())
                .isEqualTo(303);
        new InventedMembers(port)
                .sits("E14001071", 910_008, "Dr Ada Vale", "Harbour Party", "other8@example.org")
                .apply();

        var member = representatives.find(910_008).orElseThrow();
        assertThat(member.salutation()).isEqualTo("Councillor Vale");
        assertThat(member.contact().address()).isEqualTo("office8@example.org");
        assertThat(site.staffPage(page, "viewer").body())
                .contains(
                        "Dr Ada Vale",
                        "Dear Councillor Vale",
                        "office8@example.org",
                        "The party is Harbour Party; it was Meadow Party",
                        "The address was set by hand to office8@example.org; it was vale8@example.org",
                        "campaigner@example.org",
                        "The file invented.csv",
                        "before the directory began");
        site.staffPost(page + "/910008/salutation", Map.of("salutation", ""), "campaigner");
        site.staffPost(page + "/910008/address", Map.of("way", "listed"), "campaigner");
        assertThat(representatives.find(910_008).orElseThrow().salutation()).isEqualTo("Dr Vale");
        assertThat(representatives.find(910_008).orElseThrow().contact().address())
                .isEqualTo("other8@example.org");
    }

    @Test
    void whatCannotBeUsedIsSaidBesideTheField() {
        var page = "/staff/letters/directory/E14001072";
        new InventedMembers(port)
                .sits("E14001072", 910_009, "Ms Ada Vale", "Meadow Party", "vale9@example.org")
                .apply();

        var salutation = site.staffPost(page + "/910009/salutation", Map.of("salutation", "=1+1"), "campaigner");
        var address =
                site.staffPost(page + "/910009/address", Map.of("way", "by-hand", "address", "office9"), "campaigner");

        assertThat(salutation.statusCode()).isEqualTo(422);
        assertThat(salutation.body()).contains("Please write a name of at most 100 characters", "=1+1");
        assertThat(address.statusCode()).isEqualTo(422);
        assertThat(address.body()).contains("Please give a mail address", "office9");
        assertThat(representatives.find(910_009).orElseThrow().contact().address())
                .isEqualTo("vale9@example.org");
    }

    @Test
    void staffKnowFirstThatAMemberHasLeft() {
        var page = "/staff/letters/directory/E14001073";
        new InventedMembers(port)
                .sits("E14001073", 910_010, "Ms Ada Vale", "Meadow Party", "vale10@example.org")
                .apply();

        site.staffPost(page + "/910010/left", Map.of(), "campaigner");
        site.staffPost(page + "/910010/left", Map.of(), "campaigner");

        assertThat(holder("E14001073")).isInstanceOf(Vacant.class);
        assertThat(site.staffPage(page, "viewer").body())
                .contains("Nobody has held this seat since", "Ms Ada Vale has left, and the seat is vacant");
    }

    @Test
    void theDirectoryIsSearchedByNameConstituencyAndPostcode() {
        new InventedMembers(port)
                .sits("E14001573", 910_011, "Ms Zephyrine Vale", "Meadow Party", "vale11@example.org")
                .apply();

        for (var q : new String[] {"zéphyrine", "welwyn hat", "E14001573", "al6 9fz"}) {
            assertThat(site.staffPage(
                                    "/staff/letters/directory?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8),
                                    "viewer")
                            .body())
                    .as(q)
                    .contains("Welwyn Hatfield", "Ms Zephyrine Vale", "1 constituency");
        }
        assertThat(site.staffPage("/staff/letters/directory?q=nobody-like-that", "viewer")
                        .body())
                .contains("Nothing like that");
        assertThat(site.staffPage("/staff/letters/directory?page=2", "viewer").body())
                .contains("650 constituencies", "page=1", "page=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "events"})
    void whoMayOnlyLookCannotCorrect(String role) {
        new InventedMembers(port)
                .sits("E14001074", 910_012, "Ms Ada Vale", "Meadow Party", "vale12@example.org")
                .apply();
        var page = "/staff/letters/directory/E14001074";

        assertThat(site.staffPage(page, role).body()).doesNotContain("/910012/");
        for (var step : new String[] {"salutation", "address", "works", "left"}) {
            assertThat(site.staffPost(page + "/910012/" + step, Map.of(), role).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void anUnknownSeatOrMemberIsNotFound() {
        assertThat(site.staffPage("/staff/letters/directory/E14009999", "viewer")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.staffPost("/staff/letters/directory/E14001075/999999/works", Map.of(), "campaigner")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get("/staff/letters/directory").statusCode()).isEqualTo(401);
        assertThat(site.get("/internal/members/import").statusCode()).isIn(401, 404, 405);
    }

    @Test
    void programsAreToldWhoRepresentsAPostcode() {
        new InventedMembers(port)
                .sits("E14001092", 910_013, "Sir John Vale", "Meadow Party", "vale13@example.org")
                .vacant("S14000062")
                .apply();

        var held = read(site.get("/api/representatives?postcode=b17+9ea"));
        var vacant = read(site.get("/api/representatives?postcode=AB42%204EL"));
        var unknown = read(site.get("/api/representatives?constituency=E14001605"));

        assertThat(held.required("state").asString()).isEqualTo("held");
        assertThat(held.required("constituency").required("name").asString()).isEqualTo("Birmingham Edgbaston");
        assertThat(held.required("representative").required("salutation").asString())
                .isEqualTo("Sir John");
        assertThat(held.required("representative").required("reachable").asBoolean())
                .isTrue();
        assertThat(held.toString()).doesNotContain("@");
        assertThat(vacant.required("state").asString()).isEqualTo("vacant");
        assertThat(vacant.path("representative").isNull()).isTrue();
        assertThat(unknown.required("state").asString()).isEqualTo("not-known");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, nothing-given",
        "postcode=75001, 400, malformed",
        "postcode=K1A%200B1, 400, malformed",
        "postcode=, 400, malformed",
        "postcode=ZE9%209ZZ, 404, unknown",
        "postcode=BT1%201AA, 404, northern-ireland",
        "postcode=JE2%203AB, 404, no-seat-there",
        "postcode=GX11%201AA, 404, no-seat-there",
        "postcode=FIQQ%201ZZ, 404, no-seat-there",
        "postcode=BF1%202AB, 404, forces",
        "postcode=BFPO%2057, 404, forces",
        "constituency=E14009999, 404, no-constituency",
        "postcode=B17%209EA&constituency=E14001063, 400, disagreement",
    })
    void eachPostcodeThatLeadsNowhereHasAClearAnswer(String query, int status, String type) {
        var answer = site.get("/api/representatives?" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.required("type").asString()).isEqualTo("/problems/representatives/" + type);
        assertThat(problem.required("title").asString()).isNotBlank();
        assertThat(problem.required("detail").asString()).isNotBlank();
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private Holder holder(String seat) {
        return representatives.holderOf(seat, clock.instant());
    }

    private static long member(Holder holder) {
        return ((Held) holder).member().id();
    }

    private static Instant day(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    }
}
