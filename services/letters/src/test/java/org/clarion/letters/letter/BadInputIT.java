package org.clarion.letters.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.testsupport.BadInput.assertNothingShown;
import static org.clarion.testsupport.BadInput.assertRefused;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clarion.letters.RunningService;
import org.clarion.letters.action.Addressing;
import org.clarion.letters.action.Addressing.Choice;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.SampleActions;
import org.clarion.testsupport.BadInput;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Whatever comes in: a 4xx problem detail, nothing of the inside shown, nothing stored. */
@RunningService
class BadInputIT {

    private static final BadInput BAD = new BadInput(Map.of(
            "body", "\"Please\"",
            "name", "\"Ann\"",
            "address", "\"7 Leather Lane\"",
            "email", "\"ann@example.org\"",
            "postcode", "\"AB42 4EL\"",
            "country", "\"GB\""));

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
                        BAD.bodies(),
                        BAD.homesAndTexts(),
                        Stream.of(
                                BAD.with("body", "\"\""),
                                BAD.with("body", "\" \\n \""),
                                BAD.with("body", "5"),
                                BAD.with("body", "[\"Please\"]"),
                                BAD.with("body", "\"bell \\u0007\""),
                                BAD.with("body", "\"" + "x".repeat(20_001) + "\""),
                                BAD.with("body", "\"lone \\ud83d\""),
                                BAD.with("name", "\"Ann\\r\\nBcc: all@example.org\""),
                                BAD.with("name", "\"Ann\\u2029Bcc\""),
                                BAD.with("name", "\"Ann\\u560d\\u560aBcc: x\""),
                                BAD.with("name", "\"Ann\\u560a\""),
                                BAD.with("name", "\"=?utf-8?q?Ann=0d=0aBcc?=\""),
                                BAD.with("name", "\"Ann =?UTF-8?B?DQo=?=\""),
                                BAD.with("address", "\"\""),
                                BAD.with("address", "\" \\n, \""),
                                BAD.with("address", "\"" + "x".repeat(301) + "\""),
                                BAD.with("address", "\"1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\""),
                                BAD.with("address", "{\"$ne\":null}"),
                                BAD.with("postcode", "\"\""),
                                BAD.with("postcode", "\"BT1 1AA\""),
                                BAD.with("postcode", "\"ZE3 9ZZ\""),
                                BAD.with("country", "\"FR\""),
                                BAD.with("constituency", "\"" + LetterSite.ELSEWHERE + "\""),
                                BAD.with("targets", "\"all\""),
                                BAD.with("targets", "[5]"),
                                BAD.with("targets", "{\"$gt\":\"\"}"),
                                BAD.with("variant", "\"0192f0c1-7a3e-7b1c-9d55-6f2a41c0ffff\""),
                                BAD.with("variant", "\"first\"")))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badJsonIsRefused(String body) {
        assertRefused(site.postJson(path(), body), 400);
    }

    @Test
    void theLongestLetterInAnyScriptIsTaken() {
        var action = site.open();
        var longest = BAD.with("body", "\"" + "嘉".repeat(20_000) + "\"");
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

    static Stream<String> otherContentTypes() {
        return BadInput.otherContentTypes();
    }

    @ParameterizedTest
    @MethodSource("otherContentTypes")
    void otherContentTypesAreRefused(String type) {
        assertRefused(site.post(path(), type, BodyPublishers.ofString(BAD.good())), 415);
    }

    static Stream<BodyPublisher> tenMegabytes() {
        return BAD.tenMegabytes();
    }

    @ParameterizedTest
    @MethodSource("tenMegabytes")
    void tenMegabytesAreRefused(BodyPublisher body) {
        assertRefused(site.post(path(), "application/json", body), 413);
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
        assertRefused(site.ask(method, path, path.startsWith("/letters"), BAD.good()), status);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                        BadInput.fields(),
                        BadInput.fieldsOfHomesAndTexts(),
                        Stream.of(
                                Arguments.of("name", "Ann\u560a", 422),
                                Arguments.of("body", "", 422),
                                Arguments.of("address", "", 422),
                                Arguments.of("request", "x".repeat(300_000), 413)))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void badFormsAreRefused(String field, String value, int status) {
        var form = form();
        form.put(field, value);
        assertNothingShown(site.step(action, "send", form), status);
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
}
