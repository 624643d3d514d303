package org.clarion.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes in where somebody means ill or does not look. Each is refused with a 4xx problem detail that shows nothing of the
 * inside, whatever kind of action asks; what only one kind asks for is for its own tests.
 */
public final class BadInput {

    private final Map<String, String> good;

    /** @param good the fields of a body that would be taken, each as JSON; Ann with {@code ann@example.org} among them */
    public BadInput(Map<String, String> good) {
        this.good = good;
    }

    /** The body that would be taken. */
    public String good() {
        return body(good);
    }

    /** The body that would be taken, but for one field. */
    public String with(String field, String json) {
        var changed = new HashMap<>(good);
        changed.put(field, json);
        return body(changed);
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Bodies that a supporter's form does not take: 400. */
    public Stream<String> bodies() {
        return Stream.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                good().substring(0, good().length() - 1),
                good() + " trailing",
                "{\"name\":\"Ann\"}",
                with("name", "\"\""),
                with("name", "5"),
                with("name", "true"),
                with("name", "[\"Ann\"]"),
                with("name", "{\"$gt\":\"\"}"),
                with("name", "\"nul \\u0000\""),
                with("name", "\"bell \\u0007\""),
                with("name", "\"line \\n break\""),
                with("name", "\"lone \\ud83d\""),
                with("name", "\"lone \\udd4a\""),
                with("name", "\"=cmd()\""),
                with("name", "\"@ann\""),
                with("name", "\"Ann\\u2028Bcc\""),
                with("name", "\"Ann \\u202e\""),
                with("name", "\"buy at https://example.com\""),
                with("name", "\"" + "A".repeat(101) + "\""),
                with("email", "{\"$gt\":\"\"}"),
                with("email", "{\"$ne\":null}"),
                with("email", "\"ann at example\""),
                with("email", "\"ann@example.org\\r\\nBcc: all@example.org\""),
                with("email", "\"ann@example.org, all@example.org\""),
                with("email", "\"=?utf-8?q?ann?=@example.org\\u2028\""),
                with("email", "\"" + "a".repeat(300) + "@example.org\""),
                with("language", "\"<script>\""),
                with("consent", "true"),
                with("consent", "{\"updates\":\"true\",\"wording\":\"updates-1\"}"),
                with("consent", "{\"updates\":1,\"wording\":\"updates-1\"}"),
                with("consent", "{\"updates\":true}"),
                with("consent", "{\"updates\":true,\"wording\":\"<b>\"}"),
                with("source", "{\"$where\":\"sleep(1000)\"}"),
                with("x", "[".repeat(100) + "]".repeat(100)),
                "{\"name\":" + "{\"a\":".repeat(5_000));
    }

    /** The same for forms that ask where somebody lives and which text they have read. */
    public Stream<String> homesAndTexts() {
        return Stream.of(
                with("postcode", "12"),
                with("postcode", "\"12345\""),
                with("postcode", "{\"$gt\":\"\"}"),
                with("country", "\"Britain\""),
                with("country", "\"XX\""),
                with("constituency", "\"E99999999\""),
                with("constituency", "7"),
                with("textVersion", "9"),
                with("textVersion", "\"1\""),
                with("textVersion", "1.5"));
    }

    /** Bodies of ten megabytes, one that says so and one that does not: 413. */
    public Stream<BodyPublisher> tenMegabytes() {
        var large = with("x", "[" + "\"x\",".repeat(2_500_000) + "0]").getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                BodyPublishers.ofByteArray(large), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
    }

    /** Types of content that no program may send where JSON is asked for: 415. */
    public static Stream<String> otherContentTypes() {
        return Stream.of(
                "text/plain",
                "application/xml",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "nonsense");
    }

    /** Fields of a supporter's form that are not taken: name, value, status of the answer. */
    public static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("name", "Ann\u0000", 400),
                Arguments.of("name", "Ann\u0007", 400),
                Arguments.of("name", "Ann\nBcc: all@example.org", 422),
                Arguments.of("email", "{\"$gt\":\"\"}", 422),
                Arguments.of("email", "", 422),
                Arguments.of("wording", "", 422),
                Arguments.of("language", "../..", 422));
    }

    /** The same for forms that ask where somebody lives and which text they have read. */
    public static Stream<Arguments> fieldsOfHomesAndTexts() {
        return Stream.of(
                Arguments.of("postcode", "x".repeat(1000), 422),
                Arguments.of("country", "{\"$gt\":\"\"}", 422),
                Arguments.of("constituency", "nowhere", 422),
                Arguments.of("text", "99", 422),
                Arguments.of("text", "one", 422));
    }

    /** A program is told by a problem detail, without a word of the inside or of a supporter. */
    public static void assertRefused(HttpResponse<String> answer, int status) {
        assertNothingShown(answer, status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.required("type").asString()).startsWith("/problems/");
        assertThat(problem.required("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("ann@example.org");
    }

    /** A page has this status and no word of the inside. */
    public static void assertNothingShown(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "org.clarion");
    }
}
