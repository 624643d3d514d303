package org.clarion.letters.representative;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.letters.representative.InventedParliament.code;
import static org.clarion.letters.representative.InventedParliament.item;
import static org.clarion.letters.representative.InventedParliament.member;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.clarion.letters.RunningService;
import org.clarion.letters.contact.Office;
import org.clarion.letters.representative.DirectoryRun.Outcome;
import org.clarion.places.Constituencies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Instances of the service that refresh one directory, which nobody else uses, from an invented Parliament. */
@RunningService
class DirectoryRefreshIT {

    private static final int MEMBERS = 25;
    private static final Instant NOON = Instant.parse("2026-06-20T11:00:00Z");

    @Autowired
    MongoClient client;

    @Autowired
    MongoConverter converter;

    @Autowired
    MessageSource messages;

    @Autowired
    Constituencies constituencies;

    private final InventedParliament parliament = new InventedParliament(MEMBERS);
    private final String database = "refresh-" + UUID.randomUUID();

    @BeforeEach
    void fillFromAFile() {
        var instance = new Instance(NOON.minus(Duration.ofDays(9)));
        for (int i = 0; i < MEMBERS; i++) {
            long id = 1_000 + i;
            instance.members.put(
                    new Member(
                            id,
                            "Dr Ada Vale",
                            "Dr Vale",
                            null,
                            "Harbour Party",
                            Office.listed("m" + i + "@example.org"),
                            List.of(),
                            null),
                    known -> known);
            instance.seats.put(code(i), seat -> seat.heldBy(id, null, Telling.now("file:invented.csv", instance.now)));
        }
    }

    @AfterEach
    void close() {
        parliament.close();
    }

    @Test
    void oneOfManyInstancesRefreshesOnceADay() throws Exception {
        parliament.assemble();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : IntStream.range(0, 6)
                    .mapToObj(i -> pool.submit(() -> new Instance(NOON).refresh.refreshIfDue()))
                    .toList()) {
                done.get();
            }
        }
        new Instance(NOON.plus(Duration.ofHours(23))).refresh.refreshIfDue();
        asked(1);

        new Instance(NOON.plus(Duration.ofHours(24))).refresh.refreshIfDue();
        asked(2);

        var runs = new Instance(NOON).runs.latest(10);
        assertThat(runs).extracting(DirectoryRun::outcome).containsExactly(Outcome.UNCHANGED, Outcome.CHANGED);
        assertThat(runs.getLast().changes()).as("each changed party").isEqualTo(MEMBERS);
    }

    @Test
    void aVacancyAndASuccessorAreDatedByParliament() {
        parliament.sitting.set(3, member(3, Map.of("id", 2_003), Map.of("membershipStartDate", "2026-06-18T00:00:00")));
        parliament.sitting.remove(7);
        parliament.answers("/api/Members/2003/Contact", "{\"value\": []}");
        parliament.answers(
                "/api/Members/1007", item(member(7, Map.of(), Map.of("membershipEndDate", "2026-06-16T00:00:00"))));
        var instance = new Instance(NOON);
        instance.seats.put(code(3), seat -> seat.numbered(3_503));
        instance.seats.put(code(7), seat -> seat.numbered(3_507));
        parliament.assemble();

        instance.refresh.refreshIfDue();

        var filled = instance.seats.find(code(3)).orElseThrow();
        assertThat(filled.termAt(Instant.parse("2026-06-17T22:59:59Z"))
                        .orElseThrow()
                        .member())
                .isEqualTo(1_003);
        assertThat(filled.termAt(Instant.parse("2026-06-17T23:00:00Z"))
                        .orElseThrow()
                        .member())
                .isEqualTo(2_003);
        var vacant = instance.seats.find(code(7)).orElseThrow();
        assertThat(vacant.termAt(Instant.parse("2026-06-15T22:59:59Z"))
                        .orElseThrow()
                        .member())
                .isEqualTo(1_007);
        assertThat(vacant.emptySince(NOON)).contains(Instant.parse("2026-06-15T23:00:00Z"));
    }

    @Test
    void aRunThatFailsChangesNothingAndIsTriedAgainWithinTheHour() {
        parliament.assemble();
        var broken = parliament.server.stubFor(get(urlPathEqualTo("/api/Members/1009/Contact"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(403)));

        var instance = new Instance(NOON);
        instance.refresh.refreshIfDue();

        assertThat(instance.members.all().values())
                .allSatisfy(member -> assertThat(member.party()).isEqualTo("Harbour Party"));
        assertThat(instance.runs.latest(1).getFirst().outcome()).isEqualTo(Outcome.FAILED);
        parliament.server.removeStub(broken);
        new Instance(NOON.plus(Duration.ofMinutes(59))).refresh.refreshIfDue();
        asked(1);
        new Instance(NOON.plus(Duration.ofHours(1))).refresh.refreshIfDue();
        asked(2);
        assertThat(instance.members.all().values())
                .allSatisfy(member -> assertThat(member.party()).isEqualTo("Meadow Party"));
    }

    private void asked(int times) {
        parliament.server.verify(
                times, getRequestedFor(urlPathEqualTo("/api/Members/Search")).withQueryParam("skip", equalTo("0")));
    }

    /** An instance of the service, as far as it keeps the directory. */
    private final class Instance {

        private final Instant now;
        private final Seats seats;
        private final Members members;
        private final DirectoryRuns runs;
        private final DirectoryRefresh refresh;

        Instance(Instant now) {
            this.now = now;
            var clock = Clock.fixed(now, ZoneOffset.UTC);
            var mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database), converter);
            this.seats = new Seats(mongo);
            this.members = new Members(mongo);
            this.runs = new DirectoryRuns(mongo);
            var settings = parliament.settings();
            this.refresh = new DirectoryRefresh(
                    new MemberSources(settings, constituencies, clock),
                    settings,
                    new Directory(seats, members, runs, messages, clock),
                    runs,
                    clock);
        }
    }
}
