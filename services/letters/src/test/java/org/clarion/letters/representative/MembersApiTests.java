package org.clarion.letters.representative;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clarion.letters.representative.InventedParliament.code;
import static org.clarion.letters.representative.InventedParliament.item;
import static org.clarion.letters.representative.InventedParliament.member;
import static org.clarion.letters.representative.InventedParliament.nameOf;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.clarion.letters.representative.Person.Listing;
import org.clarion.letters.representative.Register.Empty;
import org.clarion.letters.representative.Register.Row;
import org.clarion.letters.representative.Register.Taken;
import org.clarion.letters.representative.Remark.Kind;
import org.clarion.places.Constituencies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of the Members API, version 1, with invented people. */
class MembersApiTests {

    private static final Constituencies CONSTITUENCIES = new Constituencies();
    private static final Instant NOW = Instant.parse("2026-06-20T09:00:00Z");
    private static final int MEMBERS = 45;

    private final FourTogether together = new FourTogether();
    private final InventedParliament parliament = new InventedParliament(MEMBERS, together);
    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> sitting = parliament.sitting;
    private final Map<String, Seat> known = new HashMap<>();

    @BeforeEach
    void fill() {
        for (int i = 0; i < MEMBERS; i++) {
            known.put(code(i), seat(i, 1_000 + i));
        }
    }

    @AfterEach
    void close() {
        parliament.close();
    }

    @Test
    void everybodyIsReadFromPagesOfTwenty() {
        var register = read();

        assertThat(register.rows()).hasSize(MEMBERS);
        assertThat(register.remarks()).isEmpty();
        assertThat(taken(register, 3))
                .isEqualTo(new Taken(
                        code(3),
                        new Person(
                                1_003, "Dr Ada Vale", "Dr Vale", "Meadow Party", new Listing.Address("m3@example.org")),
                        Instant.parse("2024-07-03T23:00:00Z"),
                        3_503));
        for (var skip : List.of("0", "20", "40")) {
            parliament.server.verify(
                    1,
                    getRequestedFor(urlPathEqualTo("/api/Members/Search"))
                            .withQueryParam("skip", equalTo(skip))
                            .withQueryParam("take", equalTo("20"))
                            .withQueryParam("House", equalTo("1"))
                            .withQueryParam("IsCurrentMember", equalTo("true")));
        }
    }

    /** Each answer waits until four are being asked: fewer at once would never end, and more would be counted. */
    @Test
    void fourAreAskedAtOnceAndNeverMore() {
        sitting.removeLast();
        known.remove(code(MEMBERS - 1));
        parliament.server.stubFor(get(urlPathMatching("/api/Members/\\d+/Contact"))
                .atPriority(1)
                .willReturn(okJson("{\"value\": []}").withTransformers(FourTogether.NAME)));

        read();

        assertThat(together.most.get()).isEqualTo(4);
    }

    @Test
    void aSuccessorTakesTheSeat() {
        sitting.set(3, member(3, Map.of("id", 2_003, "nameDisplayAs", "Mr John Reed", "nameListAs", "Reed, Mr John")));
        parliament.answers("/api/Members/2003/Contact", "{\"value\": []}");
        known.put(code(3), numbered(3, 1_003));

        var row = taken(read(), 3);

        assertThat(row.person().id()).isEqualTo(2_003);
        assertThat(row.person().listing()).isEqualTo(new Listing.Nothing());
    }

    @Test
    void aSeatIsVacantWhereTheRecordOfItsMemberSaysSo() {
        sitting.remove(3);
        known.put(code(3), numbered(3, 1_003));
        parliament.answers(
                "/api/Members/1003", item(member(3, Map.of(), Map.of("membershipEndDate", "2026-06-18T00:00:00"))));

        assertThat(read().rows()).contains(new Empty(code(3), Instant.parse("2026-06-17T23:00:00Z")));
    }

    @Test
    void aMemberWhoWentToTheLordsHasLeft() {
        sitting.remove(3);
        known.put(code(3), numbered(3, 1_003));
        parliament.answers(
                "/api/Members/1003",
                item(member(
                        3,
                        Map.of(),
                        Map.of(
                                "house",
                                2,
                                "membershipFrom",
                                "Life peer",
                                "membershipStartDate",
                                "2026-06-10T00:00:00"))));

        assertThat(read().rows()).contains(new Empty(code(3), Instant.parse("2026-06-09T23:00:00Z")));
    }

    /** Missing, null, and of somebody else: none of it says that a term has ended. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\": null}",
                "{}",
                "{\"value\": {\"id\": 1003}}",
                "{\"value\": {\"id\": 1003, \"latestHouseMembership\": null}}",
                "{\"value\": {\"id\": 1003, \"latestHouseMembership\": {\"house\": 1, \"membershipFromId\": 3503}}}",
                "{\"value\": {\"id\": 1003, \"latestHouseMembership\": {\"house\": 1, \"membershipFromId\": 3503, \"membershipEndDate\": null}}}",
                "{\"value\": {\"id\": 1003, \"latestHouseMembership\": {\"house\": 1, \"membershipFromId\": 3503, \"membershipEndDate\": \"soon\"}}}",
                "{\"value\": {\"id\": 1003, \"latestHouseMembership\": {\"house\": 1, \"membershipFromId\": null, \"membershipEndDate\": \"2026-06-18T00:00:00\"}}}",
                "{\"value\": {\"id\": 1003, \"latestHouseMembership\": {\"house\": null, \"membershipFromId\": 3503, \"membershipEndDate\": \"2026-06-18T00:00:00\"}}}",
                "{\"value\": {\"id\": 1003, \"latestHouseMembership\": {\"house\": 1, \"membershipFromId\": 3503, \"membershipEndDate\": \"2026-12-31T00:00:00\"}}}"
            })
    void whatIsMissingEndsNoTerm(String answer) {
        sitting.remove(3);
        known.put(code(3), numbered(3, 1_003));
        parliament.answers("/api/Members/1003", answer);

        var register = read();

        assertThat(register.rows()).extracting(Row::seat).doesNotContain(code(3));
        assertThat(register.remarks()).contains(Remark.of(Kind.NOTHING_SAYS_THEY_LEFT, 1_003L, code(3)));
    }

    @Test
    void aMemberWhoIsNotFoundAnyMoreHasNotLeft() {
        sitting.remove(3);
        known.put(code(3), numbered(3, 1_003));

        assertThat(read().rows()).extracting(Row::seat).doesNotContain(code(3));
    }

    @ParameterizedTest
    @CsvSource({"latestHouseMembership", "nameDisplayAs", "id"})
    void anEntryWithAMissingPartLeavesItsSeatAsItIs(String part) {
        known.put(code(3), numbered(3, 1_003));
        var incomplete = member(3);
        incomplete.put(part, null);
        sitting.set(3, incomplete);
        parliament.answers("/api/Members/1003", item(member(3)));

        var register = read();

        assertThat(register.rows()).extracting(Row::seat).doesNotContain(code(3));
        assertThat(register.rows()).hasSize(MEMBERS - 1);
        assertThat(register.remarks()).isNotEmpty();
    }

    @Test
    void aPartyOrAContactThatIsMissingIsNoChange() {
        var incomplete = member(3);
        incomplete.put("latestParty", null);
        sitting.set(3, incomplete);
        parliament.answers("/api/Members/1003/Contact", "{\"value\": null}");

        var person = taken(read(), 3).person();

        assertThat(person.party()).isNull();
        assertThat(person.listing()).isEqualTo(new Listing.Untold());
    }

    @Test
    void theParliamentaryOfficeComesFirst() {
        parliament.answers("/api/Members/1003/Contact", """
                {"value": [
                  {"type": "Website", "isWebAddress": true, "line1": "https://example.org", "email": "web@example.org"},
                  {"type": "Constituency office", "isPreferred": true, "email": "local@example.org"},
                  null,
                  {"type": "Parliamentary office", "isPreferred": false, "email": " house@example.org; other@example.org "}
                ]}""");

        assertThat(taken(read(), 3).person().listing()).isEqualTo(new Listing.Address("house@example.org"));
    }

    @Test
    void aNumberIsLearntFromAPersonAndANameTogether() {
        sitting.set(3, member(3, Map.of(), Map.of("membershipFrom", nameOf(3).toUpperCase(Locale.UK))));
        sitting.set(4, member(4, Map.of(), Map.of("membershipFrom", "Somewhere else")));

        var register = read();

        assertThat(taken(register, 3).parliamentId()).isEqualTo(3_503);
        assertThat(register.rows()).extracting(Row::seat).doesNotContain(code(4));
        assertThat(register.remarks()).contains(Remark.of(Kind.CODE_NOT_LEARNT, 1_004L, "Somewhere else", 3_504));
    }

    @Test
    void twoMembersAtOnceLeaveTheSeatAsItIs() {
        known.put(code(3), numbered(3, 1_003));
        sitting.add(member(3, Map.of("id", 2_003)));

        var register = read();

        assertThat(register.rows()).extracting(Row::seat).doesNotContain(code(3));
        assertThat(register.remarks()).contains(Remark.of(Kind.TWO_MEMBERS_AT_ONCE, code(3)));
    }

    @Test
    void whoIsAskedToComeLaterComesLater() {
        later(429, "7");

        assertThat(read().rows()).hasSize(MEMBERS);

        assertThat(waits).isNotEmpty().allSatisfy(wait -> assertThat(wait).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void laterCanBeADate() {
        later(503, "Sat, 20 Jun 2026 09:02:00 GMT");

        assertThat(read().rows()).hasSize(MEMBERS);

        assertThat(waits).contains(Duration.ofMinutes(2));
    }

    @Test
    void whoIsAskedToComeMuchLaterGivesUp() {
        later(429, "86400");

        assertThatThrownBy(this::read).isInstanceOf(SourceTrouble.class).hasMessageContaining("come again");
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void whatDoesNotPassEndsTheRun(int status) {
        parliament.server.stubFor(get(urlEqualTo("/api/Members/1003/Contact"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(status)));

        assertThatThrownBy(this::read).isInstanceOf(SourceTrouble.class);
        parliament.server.verify(5, getRequestedFor(urlEqualTo("/api/Members/1003/Contact")));
    }

    @Test
    void aRefusalEndsTheRunAtOnce() {
        parliament.server.stubFor(get(urlEqualTo("/api/Members/1003/Contact"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(403)));

        assertThatThrownBy(this::read).isInstanceOf(SourceTrouble.class);
        parliament.server.verify(1, getRequestedFor(urlEqualTo("/api/Members/1003/Contact")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": null, \"totalResults\": 45}",
                "{\"items\": [], \"totalResults\": 45}",
                "{\"items\": [], \"totalResults\": null}",
                "{\"items\": 7, \"totalResults\": 45}",
                "<html>Sorry</html>",
                "{\"items\": [{"
            })
    void aPageThatIsNoneEndsTheRun(String page) {
        parliament.assemble();
        parliament.server.stubFor(get(urlPathEqualTo("/api/Members/Search"))
                .withQueryParam("skip", equalTo("0"))
                .atPriority(1)
                .willReturn(okJson(page)));

        assertThatThrownBy(() -> source().read(known)).isInstanceOf(SourceTrouble.class);
    }

    @Test
    void anEmptyDirectoryIsNotFilledFromHere() {
        assertThatThrownBy(() -> source().read(Map.of()))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining("import a file");
    }

    /** The first request for one contact is told to come later. */
    private void later(int status, String retryAfter) {
        parliament.server.stubFor(once("/api/Members/1003/Contact")
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", retryAfter)));
    }

    private static MappingBuilder once(String path) {
        return get(urlEqualTo(path))
                .atPriority(1)
                .inScenario(path)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("asked");
    }

    private Register read() {
        parliament.assemble();
        return source().read(known);
    }

    private MembersApi source() {
        return new MembersApi(parliament.settings(), CONSTITUENCIES, new Watch(time), wait -> {
            waits.add(wait);
            time.updateAndGet(now -> now.plus(wait));
        });
    }

    private static Taken taken(Register register, int i) {
        return (Taken) register.rows().stream()
                .filter(row -> row.seat().equals(code(i)))
                .findFirst()
                .orElseThrow();
    }

    /** As a file has put it there: Parliament's number is not known. */
    private static Seat seat(int i, long member) {
        return new Seat(code(i), null, List.of(new Term(member, null, null)), List.of(), 1L);
    }

    private static Seat numbered(int i, long member) {
        return seat(i, member).numbered(3_500 + i);
    }

    private static final class FourTogether implements ResponseDefinitionTransformerV2 {

        static final String NAME = "four-together";

        private final CyclicBarrier four = new CyclicBarrier(4);
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                four.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            } finally {
                inside.decrementAndGet();
            }
            return event.getResponseDefinition();
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return NAME;
        }
    }

    /** A clock that pauses move. */
    private static final class Watch extends Clock {

        private final AtomicReference<Instant> time;

        Watch(AtomicReference<Instant> time) {
            this.time = time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time.get();
        }
    }
}
