package org.clarion.letters;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clarion.testsupport.ActionClient;

/** The running service, with letter actions to take part in. */
public final class Site extends ActionClient {

    public Site(int port) {
        super("letters", port);
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
}
