package org.clarion.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clarion.testsupport.PublishedMessages.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service as supporters, staff and other services reach it. */
public class ServiceClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;
    private final String origin;

    /** @param service its name, the audience of its tokens */
    public ServiceClient(String service, int port) {
        this.service = service;
        this.origin = "http://127.0.0.1:" + port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** As a browser asks. */
    public HttpResponse<String> page(String path) {
        return get(path, "Accept", "text/html");
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path, "Accept", "application/json").body());
    }

    public HttpResponse<String> postJson(String path, String body, String... headers) {
        var request = to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> postJson(String path, Map<String, ?> body, String... headers) {
        return postJson(path, JSON.writeValueAsString(body), headers);
    }

    /** Whatever it is, as whatever it says it is. */
    public HttpResponse<String> post(String path, String type, BodyPublisher body) {
        return send(to(path).header("Content-Type", type).POST(body).build());
    }

    /** By a program that uses this method, whether the path knows it or not: a form without fields, or JSON. */
    public HttpResponse<String> ask(String method, String path, boolean form, String json) {
        return send(to(path).header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(form ? "" : json))
                .build());
    }

    /** @param fields name → text, or name → list of texts */
    public HttpResponse<String> postForm(String path, Map<String, ?> fields) {
        return send(form(path, fields).header("Accept", "text/html").build());
    }

    public HttpResponse<String> staffPage(String path, String role) {
        return send(asStaff(to(path), role).build());
    }

    public HttpResponse<String> staffPost(String path, Map<String, ?> fields, String role) {
        return send(asStaff(form(path, fields), role).build());
    }

    /** By somebody in particular. */
    public HttpResponse<String> staffPost(String path, Map<String, ?> fields, String role, String email) {
        return send(bearing(form(path, fields), TestSecrets.staffTokenOf(email, service, role))
                .build());
    }

    private HttpRequest.Builder asStaff(HttpRequest.Builder request, String role) {
        return bearing(request, TestSecrets.staffToken(service, role));
    }

    private static HttpRequest.Builder bearing(HttpRequest.Builder request, String token) {
        return request.header("Accept", "text/html").header("Authorization", "Bearer " + token);
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
                "Bearer " + TestSecrets.serviceToken(service));
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

    /** The path of a supporter's link that stands on a page. */
    public static String linkIn(String page, String link) {
        var found = Pattern.compile("\"(/[^/\"]+/[^/\"]+/" + link + "/[^?\"]+)[?\"]")
                .matcher(page);
        if (!found.find()) {
            throw new AssertionError("No link to " + link + " in " + page);
        }
        return found.group(1);
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(30));
    }

    /** An address that nobody has used before. */
    public static String freshEmail() {
        return "supporter" + UUID.randomUUID() + "@example.org";
    }

    /** What a page carries on in hidden fields, as a browser would send it. */
    public static Map<String, Object> carried(String page) {
        var fields = new LinkedHashMap<String, Object>();
        for (var found = HIDDEN.matcher(page); found.find(); ) {
            var value = found.group(2) == null ? "" : unescaped(found.group(2));
            var many = new ArrayList<Object>(fields.get(found.group(1)) instanceof List<?> before ? before : List.of());
            many.add(value);
            fields.put(found.group(1), many);
        }
        return fields;
    }

    public static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#10;", "\n")
                .replace("&rsquo;", "’")
                .replace("&amp;", "&");
    }

    private HttpRequest.Builder form(String path, Map<String, ?> fields) {
        var body = fields.entrySet().stream()
                .flatMap(field -> (field.getValue() instanceof List<?> many ? many : List.of(field.getValue()))
                        .stream().map(value -> encoded(field.getKey()) + "=" + encoded(String.valueOf(value))))
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
