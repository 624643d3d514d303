package org.clarion.petitions;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clarion.testsupport.ActionClient;

/** The running service, with petitions to sign. */
public final class Site extends ActionClient {

    public Site(int port) {
        super("petitions", port);
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

    public HttpResponse<String> sign(Opened petition, Map<String, ?> body, String... headers) {
        return postJson("/api/petitions/" + petition.slug() + "/signatures", body, headers);
    }
}
