package org.clarion.letters.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clarion.letters.RunningService;
import org.clarion.letters.action.Addressing;
import org.clarion.letters.action.Addressing.Choice;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.SampleActions;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** Whatever comes in: a 4xx problem detail, nothing of the inside shown, nothing stored. */
@RunningService
class BadInputIT {

    private static final String GOOD = "\"body\":\"Please\",\"name\":\"Ann\",\"address\":\"7 Leather Lane\","
            + "\"email\":\"ann@example.org\",\"postcode\":\"AB42 4EL\",\"country\":\"GB\"";

    @LocalServerPort
    int port;

    @Autowired
    MongoOperations mongo;

    @Autowired
    PublishedMessages messages;

    private LetterSite site;
    private LetterAction action = SampleActions.open();

    @BeforeEach
    void open() {
        site = new LetterSite(port, mongo);
        site.elect(LetterSite.SEAT, "Nkechi Okafor", "Ms Okafor");
        action = site.open();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(mongo.count(Query.query(Criteria.where("action").is(action.id())), "letters"))
                .isZero();
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
                with("body", "\"\""),
                with("body", "\" \\n \""),
                with("body", "5"),
                with("body", "[\"Please\"]"),
                with("body", "\"bell \\u0007\""),
                with("body", "\"" + "x".repeat(20_001) + "\""),
                with("body", "\"lone \\ud83d\""),
                with("name", "\"\""),
                with("name", "true"),
                with("name", "{\"$gt\":\"\"}"),
                with("name", "\"nul \\u0000\""),
                with("name", "\"Ann\\r\\nBcc: all@example.org\""),
                with("name", "\"Ann\\u2028Bcc\""),
                with("name", "\"Ann\\u2029Bcc\""),
                with("name", "\"Ann\\u560d\\u560aBcc: x\""),
                with("name", "\"Ann\\u560a\""),
                with("name", "\"=?utf-8?q?Ann=0d=0aBcc?=\""),
                with("name", "\"Ann =?UTF-8?B?DQo=?=\""),
                with("name", "\"Ann \\u202e\""),
                with("name", "\"buy at https://example.com\""),
                with("name", "\"" + "A".repeat(101) + "\""),
                with("address", "\"\""),
                with("address", "\" \\n, \""),
                with("address", "\"" + "x".repeat(301) + "\""),
                with("address", "\"1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\""),
                with("address", "{\"$ne\":null}"),
                with("email", "{\"$ne\":null}"),
                with("email", "\"ann at example\""),
                with("email", "\"ann@example.org\\r\\nBcc: all@example.org\""),
                with("email", "\"ann@example.org, all@example.org\""),
                with("email", "\"=?utf-8?q?ann?=@example.org\\u2028\""),
                with("email", "\"" + "a".repeat(300) + "@example.org\""),
                with("postcode", "12"),
                with("postcode", "\"12345\""),
                with("postcode", "\"\""),
                with("postcode", "\"BT1 1AA\""),
                with("postcode", "\"ZE3 9ZZ\""),
                with("postcode", "{\"$gt\":\"\"}"),
                with("country", "\"Britain\""),
                with("country", "\"FR\""),
                with("constituency", "\"E99999999\""),
                with("constituency", "\"" + LetterSite.ELSEWHERE + "\""),
                with("constituency", "7"),
                with("targets", "\"all\""),
                with("targets", "[5]"),
                with("targets", "{\"$gt\":\"\"}"),
                with("language", "\"<script>\""),
                with("textVersion", "9"),
                with("variant", "\"0192f0c1-7a3e-7b1c-9d55-6f2a41c0ffff\""),
                with("variant", "\"first\""),
                with("textVersion", "\"1\""),
                with("consent", "true"),
                with("consent", "{\"updates\":1,\"wording\":\"updates-1\"}"),
                with("consent", "{\"updates\":true}"),
                with("source", "{\"$where\":\"sleep(1000)\"}"),
                "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "," + GOOD + "}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badJsonIsRefused(String body) {
        assertRefused(site.postJson(path(), body), 400);
    }

    @Test
    void theLongestLetterInAnyScriptIsTaken() {
        var action = site.open();
        var longest = with("body", "\"" + "嘉".repeat(20_000) + "\"");
        assertThat(site.postJson("/api/letter-actions/" + action.slug() + "/letters", longest)
                        .statusCode())
                .isEqualTo(202);
        var form = form();
        form.put("body", "嘉".repeat(20_000));
        form.put("email", LetterSite.freshEmail());
        assertThat(site.step(action, "send", form).statusCode()).isEqualTo(303);
        form.put("body", "嘉".repeat(20_001));
        var refused = site.step(action, "send", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("at most 20,000 characters", "嘉".repeat(20_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data", "nonsense"})
    void otherContentTypesAreRefused(String type) {
        var request = site.to(path())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{" + GOOD + "}"))
                .build();
        assertRefused(site.send(request), 415);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tenMegabytesAreRefused(boolean announced) {
        var body = ("{" + GOOD + ",\"x\":[" + "\"x\",".repeat(2_500_000) + "0]}").getBytes(StandardCharsets.UTF_8);
        var request = site.to(path())
                .header("Content-Type", "application/json")
                .POST(
                        announced
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertRefused(site.send(request), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/letter-actions/no-such-action/letters, 404",
        "POST, /api/letter-actions/$gt/letters, 404",
        "POST, '/api/letter-actions/%7B%22$gt%22:%22%22%7D/letters', 404",
        "GET, /letters/no-such-action, 404",
        "GET, /letters/no-such-action/progress, 404",
        "POST, /letters/no-such-action/write, 404",
        "POST, /letters/no-such-action/send, 404",
        "GET, /letters/SLUG/confirm/nonsense, 410",
        "POST, /letters/SLUG/confirm/nonsense, 410",
        "POST, /letters/SLUG/confirm/k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, 410",
        "POST, /letters/SLUG/not-me/k9.x, 410",
        "POST, /letters/SLUG/withdraw/%20, 410",
        "POST, /letters/SLUG/manage/nonsense, 410",
        "POST, /letters/SLUG/sent/nonsense, 410",
        "POST, '/letters/SLUG/answer/nonsense?said=yes', 410",
        "POST, '/letters/SLUG/reword/nonsense?body=x', 410",
        "GET, /letters/SLUG/reword/nonsense, 410",
        "GET, /letters/SLUG/answer/nonsense, 410",
        "POST, /letters/no-such-action/confirm/nonsense, 404",
        "GET, /letters/SLUG/confirm/%00, 400",
        "GET, /letters/SLUG/nothing, 404",
        "PUT, /api/letter-actions/SLUG/letters, 405",
        "POST, /internal/mail-claims, 401",
        "GET, /elsewhere, 404",
    })
    void addressesThatLeadNowhereAreRefused(String method, String address, int status) {
        var path = address.replace("SLUG", action.slug());
        var form = path.startsWith("/letters");
        var request = site.to(path)
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(form ? "" : "{" + GOOD + "}"))
                .build();
        assertRefused(site.send(request), status);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("name", "Ann\u0000", 400),
                Arguments.of("name", "Ann\u0007", 400),
                Arguments.of("name", "Ann\nBcc: all@example.org", 422),
                Arguments.of("name", "Ann\u560a", 422),
                Arguments.of("body", "", 422),
                Arguments.of("email", "{\"$gt\":\"\"}", 422),
                Arguments.of("email", "", 422),
                Arguments.of("address", "", 422),
                Arguments.of("postcode", "x".repeat(1000), 422),
                Arguments.of("country", "{\"$gt\":\"\"}", 422),
                Arguments.of("constituency", "nowhere", 422),
                Arguments.of("text", "99", 422),
                Arguments.of("text", "one", 422),
                Arguments.of("wording", "", 422),
                Arguments.of("language", "../..", 422),
                Arguments.of("request", "x".repeat(300_000), 413));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void badFormsAreRefused(String field, String value, int status) {
        var form = form();
        form.put(field, value);
        var answer = site.step(action, "send", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "org.clarion");
    }

    @Test
    void whoIsNotOnTheListIsNotWrittenTo() {
        var list = site.list("Ada Vale");
        var other = site.list("Ben Moss");
        var chosen = site.open(new Addressing(false, list, Choice.CHOOSE));
        var form = form();
        for (var to : List.of("nobody", LetterSite.SEAT, other.toString(), "{$gt:''}")) {
            form.put("to", to);
            assertThat(site.step(chosen, "send", form).statusCode()).as(to).isEqualTo(422);
        }
        form.remove("to");
        assertThat(site.step(chosen, "write", form).body()).contains("Please choose who you write to");
    }

    @Test
    void tokensOfOtherPeoplesLettersOpenNothing() {
        var theirs = site.open();
        site.write(theirs, LetterSite.letter(LetterSite.freshEmail()));
        var id = mongo.findOne(Query.query(Criteria.where("action").is(theirs.id())), Letter.class)
                .id()
                .toString();
        var request = messages.await("mail-request.v1", 1, mail -> id.equals(mail.key()));
        var answer = site.redeem(request).getFirst();
        var confirm = LetterSite.path(answer, "confirm");
        var notMe = LetterSite.path(answer, "notMe");
        for (var path : List.of(
                confirm.replace(theirs.slug(), action.slug()),
                confirm.replace("/confirm/", "/manage/"),
                confirm.replace("/confirm/", "/withdraw/"),
                confirm.replace("/confirm/", "/answer/"),
                notMe.replace("/not-me/", "/confirm/"),
                confirm.substring(0, confirm.length() - 1) + (confirm.endsWith("A") ? "B" : "A"))) {
            assertThat(site.page(path).statusCode()).as(path).isEqualTo(410);
            assertThat(site.postForm(path, Map.of("said", "yes")).statusCode())
                    .as(path)
                    .isEqualTo(410);
        }
    }

    private static Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("body", "Please");
        form.put("name", "Ann");
        form.put("address", "7 Leather Lane");
        form.put("email", "ann@example.org");
        form.put("postcode", LetterSite.POSTCODE);
        form.put("country", "GB");
        form.put("language", "en");
        form.put("wording", "updates-2026-11");
        form.put("source", "direct");
        form.put("text", "1");
        return form;
    }

    private String path() {
        return "/api/letter-actions/" + action.slug() + "/letters";
    }

    /** A body that is good but for one field. */
    private static String with(String field, String json) {
        var known = GOOD.replaceAll("\"" + field + "\":\"[^\"]*\",?", "").replaceAll(",$", "");
        return "{" + known + ",\"" + field + "\":" + json + "}";
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
