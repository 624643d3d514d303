package org.clarion.petitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clarion.testsupport.PublishedMessages.Published;
import org.clarion.testsupport.TestSecrets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service as supporters, staff and other services see it. */
public final class Site {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger SLUGS = new AtomicInteger();
    private static final Pattern ID = Pattern.compile("/staff/petitions/([0-9a-f-]{36})");

    /** A petition that was opened for a test. */
    public record Opened(UUID id, String slug) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;

    public Site(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    public static String freshSlug() {
        return "petition-" + SLUGS.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
    }

    public static Map<String, String> outline(String slug) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("slug", slug);
        fields.put("language", "en");
        fields.put("title", "Keep the Human Rights Act whole");
        fields.put("summary", "Do not weaken the law that lets anybody ask a court to look again.");
        fields.put("addressee", "The Lord Chancellor");
        fields.put("text", "We ask you to **keep** it.\r\n\r\n<script>alert(1)</script>");
        fields.put("goal", "1,000");
        return fields;
    }

    public Opened open() {
        return open(outline(freshSlug()));
    }

    public Opened open(Map<String, String> outline) {
        var id = draft(outline);
        staffPost("/staff/petitions/" + id + "/open", Map.of(), "campaigner");
        return new Opened(id, outline.getOrDefault("slug", ""));
    }

    public UUID draft(Map<String, String> outline) {
        var answer = staffPost("/staff/petitions", outline, "campaigner");
        return idIn(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    public static UUID idIn(String location) {
        var found = ID.matcher(location);
        if (!found.find()) {
            throw new AssertionError("No id in " + location);
        }
        return UUID.fromString(found.group(1));
    }

    public static Map<String, Object> signature(String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Ann O’Nym");
        body.put("email", email);
        body.put("postcode", "AB42 4EL");
        body.put("country", "GB");
        body.put("language", "en");
        body.put("consent", Map.of("updates", true, "wording", "updates-2026-11"));
        body.put("source", "newsletter.autumn");
        return body;
    }

    public static String freshEmail() {
        return "supporter" + UUID.randomUUID() + "@example.org";
    }

    public HttpResponse<String> sign(Opened petition, Map<String, ?> body, String... headers) {
        return postJson("/api/petitions/" + petition.slug() + "/signatures", JSON.writeValueAsString(body), headers);
    }

    public HttpResponse<String> postJson(String path, String body, String... headers) {
        var request = to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> page(String path) {
        return get(path, "Accept", "text/html");
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path, "Accept", "application/json").body());
    }

    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return send(form(path, fields).header("Accept", "text/html").build());
    }

    public HttpResponse<String> staffPage(String path, String role) {
        return send(to(path).header("Accept", "text/html")
                .header("Authorization", "Bearer " + TestSecrets.staffToken("petitions", role))
                .build());
    }

    public HttpResponse<String> staffPost(String path, Map<String, String> fields, String role) {
        return send(form(path, fields)
                .header("Accept", "text/html")
                .header("Authorization", "Bearer " + TestSecrets.staffToken("petitions", role))
                .build());
    }

    /** What notifications would do with mail requests: one answer per request, in their order. */
    public List<JsonNode> redeem(List<Published> requests) {
        var claims = new ArrayList<Map<String, Object>>();
        for (var request : requests) {
            var body = request.json();
            claims.add(Map.of(
                    "mail", UUID.nameUUIDFromBytes(request.id().getBytes(StandardCharsets.UTF_8)),
                    "purpose", body.required("purpose").asString(),
                    "aggregate", body.required("id").asString(),
                    "version", body.required("version").asLong(),
                    "claim", body.required("claim").asString()));
        }
        var answer = postJson(
                "/internal/mail-claims",
                JSON.writeValueAsString(Map.of("claims", claims)),
                "Authorization",
                "Bearer " + TestSecrets.serviceToken("petitions"));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        var byMail = JSON.readTree(answer.body())
                .required("answers")
                .valueStream()
                .collect(Collectors.toMap(each -> each.required("mail").asString(), each -> each));
        return claims.stream()
                .map(claim -> byMail.get(String.valueOf(claim.get("mail"))))
                .toList();
    }

    /** The path of a link in an answered claim. */
    public static String path(JsonNode answer, String link) {
        return URI.create(answer.required("links").required(link).asString()).getPath();
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
