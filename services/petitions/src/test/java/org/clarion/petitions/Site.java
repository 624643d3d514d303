package org.clarion.petitions;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.clarion.testsupport.ServiceClient;
import tools.jackson.databind.json.JsonMapper;

/** The running service, with petitions to sign. */
public final class Site extends ServiceClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger SLUGS = new AtomicInteger();
    private static final Pattern ID = Pattern.compile("/staff/petitions/([0-9a-f-]{36})");

    /** A petition that was opened for a test. */
    public record Opened(UUID id, String slug) {}

    public Site(int port) {
        super("petitions", port);
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
}
