package org.clarion.testsupport;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A running service with actions of one kind, which staff write and open under {@code /staff/<service>}. */
public class ActionClient extends ServiceClient {

    private static final AtomicInteger SLUGS = new AtomicInteger();
    private static final Pattern ID = Pattern.compile("/staff/[a-z-]+/([0-9a-f-]{36})");

    /** An action that was opened for a test. */
    public record Opened(UUID id, String slug) {}

    private final String pages;

    /** @param service its name, the audience of its tokens */
    public ActionClient(String service, int port) {
        super(service, port);
        this.pages = "/staff/" + service;
    }

    /** A name in addresses that no action has had before. */
    public static String freshSlug() {
        return "action-" + SLUGS.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
    }

    /** @param outline what staff fill in */
    public Opened open(Map<String, String> outline) {
        var id = draft(outline);
        staffPost(pages + "/" + id + "/open", Map.of(), "campaigner");
        return new Opened(id, outline.getOrDefault("slug", ""));
    }

    /** @param outline what staff fill in */
    public UUID draft(Map<String, String> outline) {
        var answer = staffPost(pages, outline, "campaigner");
        return idIn(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    /** The id of an action in the address of its staff page. */
    public static UUID idIn(String location) {
        var found = ID.matcher(location);
        if (!found.find()) {
            throw new AssertionError("No id in " + location);
        }
        return UUID.fromString(found.group(1));
    }
}
