package org.clarion.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Many people without a browser window, who try again until they are told that it worked. */
final class Supporters implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** Longer than any part takes to start again on a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Pattern ACTION =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*?(?:action=\"(?<action>[^\"]*)\")?[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<name>name|value|type)=\"(?<value>[^\"]*)\"");

    private static final Pattern WORDING = Pattern.compile("\"wording\"\\s*:\\s*\"([^\"]+)\"");

    private final RunningPlatform platform;
    private final Map<String, String> wordings = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Supporters(RunningPlatform platform) {
        this.platform = platform;
    }

    /** Signs, and gives up only when nobody has said yes for a long time. */
    void sign(String slug, String email, String postcode) {
        var body = """
                {"name": "Drill Person", "email": "%s", "postcode": "%s", "country": "GB", "language": "en",
                 "consent": {"updates": false, "wording": "%s"}}""".formatted(email, postcode, wording(slug));
        var request = HttpRequest.newBuilder(platform.url("/api/petitions/" + slug + "/signatures"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", email)
                .timeout(ANSWER)
                .POST(BodyPublishers.ofString(body))
                .build();
        until(202, request);
    }

    /** The words beside the tick, which a signature names. */
    private String wording(String slug) {
        return wordings.computeIfAbsent(slug, name -> {
            var found = WORDING.matcher(read("/api/petitions/" + name));
            assertThat(found.find()).as("the wording of %s", name).isTrue();
            return found.group(1);
        });
    }

    /** Opens the page of a mailed link and presses its button. */
    void confirm(URI link) {
        var page = until(200, HttpRequest.newBuilder(link).timeout(ANSWER).GET().build())
                .body();
        var form = ACTION.matcher(page);
        assertThat(form.find()).as("a form on %s", link.getPath()).isTrue();
        var action = form.group("action") == null
                ? link
                : link.resolve(form.group("action").replace("&amp;", "&"));
        var fields = Pattern.compile("<input[^>]*>")
                .matcher(page.substring(form.end(), page.indexOf("</form>", form.end())))
                .results()
                .map(input -> input.group())
                .filter(input -> attribute(input, "type").equals("hidden"))
                .map(input -> encoded(attribute(input, "name")) + "=" + encoded(attribute(input, "value")))
                .collect(Collectors.joining("&"));
        until(
                200,
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", platform.url("").toString())
                        .timeout(ANSWER)
                        .POST(BodyPublishers.ofString(fields))
                        .build());
    }

    /** Reads JSON; empty while nobody answers. */
    String read(String path) {
        return until(
                        200,
                        HttpRequest.newBuilder(platform.url(path))
                                .timeout(ANSWER)
                                .GET()
                                .build())
                .body();
    }

    private HttpResponse<String> until(int status, HttpRequest request) {
        var last = "";
        var patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience)) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == status || answer.statusCode() == 303 && status == 200) {
                    return answer;
                }
                last = answer.statusCode() + " " + answer.body();
                assertThat(answer.statusCode())
                        .as("%s %s: %s", request.method(), request.uri().getPath(), answer.body())
                        .isGreaterThanOrEqualTo(429);
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            pause();
        }
        throw new AssertionError("%s %s was never answered with %d, last: %s"
                .formatted(request.method(), request.uri().getPath(), status, last));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String attribute(String tag, String name) {
        return ATTRIBUTE
                .matcher(tag)
                .results()
                .filter(found -> found.group("name").equals(name))
                .map(found -> found.group("value"))
                .findFirst()
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
