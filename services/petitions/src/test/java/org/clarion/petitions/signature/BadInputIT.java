package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.clarion.petitions.RunningService;
import org.clarion.petitions.Site;
import org.clarion.petitions.Site.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes in: a 4xx problem detail within a second, nothing of the inside shown, nothing stored. */
@RunningService
class BadInputIT {

    private static final String GOOD =
            "\"name\":\"Ann\",\"email\":\"ann@example.org\",\"postcode\":\"AB42 4EL\",\"country\":\"GB\"";

    @LocalServerPort
    int port;

    @Autowired
    MongoOperations mongo;

    private Site site = new Site(0);
    private Opened petition = new Opened(new java.util.UUID(0, 0), "");

    @BeforeEach
    void open() {
        site = new Site(port);
        petition = site.open();
    }

    @AfterEach
    void nothingIsStored() {
        var ofPetition = Query.query(Criteria.where("petition").is(petition.id()));
        assertThat(mongo.count(ofPetition, "signatures")).isZero();
    }

    static Stream<String> bodies() {
        return Stream.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{" + GOOD,
                "{" + GOOD + "} trailing",
                "{\"name\":\"Ann\"}",
                with("name", "\"\""),
                with("name", "5"),
                with("name", "true"),
                with("name", "[\"Ann\"]"),
                with("name", "{\"$gt\":\"\"}"),
                with("email", "{\"$gt\":\"\"}"),
                with("email", "{\"$ne\":null}"),
                with("email", "\"ann at example\""),
                with("email", "\"ann@example.org\\r\\nBcc: all@example.org\""),
                with("email", "\"" + "a".repeat(300) + "@example.org\""),
                with("name", "\"nul \\u0000\""),
                with("name", "\"bell \\u0007\""),
                with("name", "\"line \\n break\""),
                with("name", "\"lone \\ud83d\""),
                with("name", "\"lone \\udd4a\""),
                with("name", "\"=cmd()\""),
                with("name", "\"@ann\""),
                with("name", "\"buy at https://example.com\""),
                with("name", "\"" + "A".repeat(101) + "\""),
                with("postcode", "12"),
                with("postcode", "\"12345\""),
                with("postcode", "{\"$gt\":\"\"}"),
                with("country", "\"Britain\""),
                with("country", "\"XX\""),
                with("constituency", "\"E99999999\""),
                with("constituency", "7"),
                with("language", "\"<script>\""),
                with("textVersion", "9"),
                with("textVersion", "\"1\""),
                with("textVersion", "1.5"),
                with("consent", "true"),
                with("consent", "{\"updates\":\"true\",\"wording\":\"updates-1\"}"),
                with("consent", "{\"updates\":1,\"wording\":\"updates-1\"}"),
                with("consent", "{\"updates\":true}"),
                with("consent", "{\"updates\":true,\"wording\":\"<b>\"}"),
                with("source", "{\"$where\":\"sleep(1000)\"}"),
                "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "," + GOOD + "}",
                "{\"name\":" + "{\"a\":".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badJsonIsRefused(String body) {
        assertRefused(timed(() -> site.postJson(path(), body)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "multipart/form-data",
                "nonsense",
                "application/x-www-form-urlencoded"
            })
    void otherContentTypesAreRefused(String type) {
        var request = site.to(path())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{" + GOOD + "}"))
                .build();
        assertRefused(timed(() -> site.send(request)), 415);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tenMegabytesAreRefused(boolean announced) {
        var body = ("{" + GOOD + ",\"source\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = site.to(path())
                .header("Content-Type", "application/json")
                .POST(
                        announced
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertRefused(timed(() -> site.send(request)), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/petitions/no-such-petition/signatures, 404",
        "POST, /api/petitions/$gt/signatures, 404",
        "POST, '/api/petitions/%7B%22$gt%22:%22%22%7D/signatures', 404",
        "GET, /api/petitions/no-such-petition, 404",
        "GET, /api/petitions/no-such-petition/totals, 404",
        "GET, /petitions/no-such-petition, 404",
        "GET, /petitions/no-such-petition/progress, 404",
        "POST, /petitions/no-such-petition/signatures, 404",
        "GET, /petitions/SLUG/confirm/nonsense, 410",
        "POST, /petitions/SLUG/confirm/nonsense, 410",
        "POST, /petitions/SLUG/confirm/k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, 410",
        "POST, /petitions/SLUG/not-me/k9.x, 410",
        "POST, /petitions/SLUG/withdraw/%20, 410",
        "POST, /petitions/SLUG/manage/nonsense, 410",
        "POST, /petitions/SLUG/sent/nonsense, 410",
        "POST, /petitions/no-such-petition/confirm/nonsense, 404",
        "GET, /petitions/SLUG/confirm/%00, 400",
        "GET, /petitions/SLUG/nothing, 404",
        "DELETE, /api/petitions/SLUG, 405",
        "PUT, /api/petitions/SLUG/signatures, 405",
        "GET, /staff/petitions, 401",
        "POST, /staff/petitions, 401",
        "POST, /internal/mail-claims, 401",
        "GET, /internal/mail-claims, 401",
        "GET, /elsewhere, 404",
    })
    void addressesThatLeadNowhereAreRefused(String method, String address, int status) {
        var path = address.replace("SLUG", petition.slug());
        var form = path.startsWith("/petitions");
        var request = site.to(path)
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(form ? "" : "{" + GOOD + "}"))
                .build();
        assertRefused(timed(() -> site.send(request)), status);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("name", "Ann\u0000", 400),
                Arguments.of("name", "Ann\u0007", 400),
                Arguments.of("name", "Ann\nO’Nym", 422),
                Arguments.of("email", "{\"$gt\":\"\"}", 422),
                Arguments.of("email", "", 422),
                Arguments.of("postcode", "x".repeat(1000), 422),
                Arguments.of("country", "{\"$gt\":\"\"}", 422),
                Arguments.of("constituency", "nowhere", 422),
                Arguments.of("text", "99", 422),
                Arguments.of("text", "one", 422),
                Arguments.of("wording", "", 422),
                Arguments.of("language", "../..", 422),
                Arguments.of("source", "x".repeat(100_000), 413));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void badFormsAreRefused(String field, String value, int status) {
        var form = new LinkedHashMap<String, String>(Map.of(
                "name", "Ann",
                "email", "ann@example.org",
                "postcode", "AB42 4EL",
                "country", "GB",
                "language", "en",
                "wording", "updates-2026-11",
                "source", "direct",
                "text", "1"));
        form.put(field, value);
        var answer = timed(() -> site.postForm("/petitions/" + petition.slug() + "/signatures", form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "org.clarion");
    }

    private String path() {
        return "/api/petitions/" + petition.slug() + "/signatures";
    }

    /** A body that is good but for one field. */
    private static String with(String field, String json) {
        var known = GOOD.replaceAll("\"" + field + "\":\"[^\"]*\",?", "").replaceAll(",$", "");
        return "{" + known + ",\"" + field + "\":" + json + "}";
    }

    private static HttpResponse<String> timed(java.util.function.Supplier<HttpResponse<String>> exchange) {
        var start = System.nanoTime();
        var answer = exchange.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        return answer;
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.required("type").asString()).startsWith("/problems/");
        assertThat(problem.required("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "org.clarion", "ann@example.org");
    }
}
