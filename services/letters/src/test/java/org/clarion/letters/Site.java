package org.clarion.letters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.clarion.testsupport.ServiceClient;

/** The running service, with letter actions to take part in. */
public final class Site extends ServiceClient {

    private static final AtomicInteger SLUGS = new AtomicInteger();
    private static final Pattern ID = Pattern.compile("/staff/letters/([0-9a-f-]{36})");

    /** A letter action that was opened for a test. */
    public record Opened(UUID id, String slug) {}

    public Site(int port) {
        super("letters", port);
    }

    public static String freshSlug() {
        return "letter-" + SLUGS.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
    }

    /** What staff fill in for an action to one's own MP. */
    public static Map<String, String> outline(String slug) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("slug", slug);
        fields.put("language", "en");
        fields.put("title", "Ask your MP for a 28-day limit");
        fields.put("summary", "Nobody should be locked up without knowing when it ends.");
        fields.put("why", "Somebody who is sent to prison **knows the day**.\r\n\r\n<script>alert(1)</script>");
        fields.put("to", "mp");
        fields.put("choice", "choose");
        fields.put("subject", "Please support a 28-day limit");
        fields.put("opening", "Dear {salutation},");
        fields.put("body", "I ask you to support a limit of 28 days.\r\n\r\nIt is overdue.");
        fields.put("prompts", "What does this mean to you?");
        fields.put("closing", "Yours sincerely,");
        return fields;
    }

    public Opened open() {
        return open(outline(freshSlug()));
    }

    public Opened open(Map<String, String> outline) {
        var id = draft(outline);
        staffPost("/staff/letters/" + id + "/open", Map.of(), "campaigner");
        return new Opened(id, outline.getOrDefault("slug", ""));
    }

    public UUID draft(Map<String, String> outline) {
        var answer = staffPost("/staff/letters", outline, "campaigner");
        return idIn(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    public static UUID idIn(String location) {
        var found = ID.matcher(location);
        if (!found.find()) {
            throw new AssertionError("No id in " + location);
        }
        return UUID.fromString(found.group(1));
    }
}
