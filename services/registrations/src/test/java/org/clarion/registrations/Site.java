package org.clarion.registrations;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.GatheringDesk;
import org.clarion.registrations.gathering.Outline;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.testsupport.ServiceClient;
import org.springframework.context.ApplicationContext;

/** The running service, with gatherings to register for. */
public final class Site extends ServiceClient {

    public static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));

    private static final AtomicInteger SLUGS = new AtomicInteger();

    private final GatheringDesk desk;

    public Site(int port, ApplicationContext context) {
        super("registrations", port);
        this.desk = context.getBean(GatheringDesk.class);
    }

    public static String freshSlug() {
        return "event-" + SLUGS.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
    }

    public Gathering open(Outline outline) {
        var draft = desk.draft(outline, SampleGatherings.ADA);
        return desk.take(GatheringDesk.OPEN, draft.id(), SampleGatherings.ADA);
    }

    public Gathering take(GatheringDesk.Step step, Gathering gathering) {
        return desk.take(step, gathering.id(), SampleGatherings.ADA);
    }

    public static Map<String, Object> registration(String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Ann O’Nym");
        body.put("email", email);
        body.put("heads", 1);
        body.put("mode", "in-person");
        body.put("language", "en");
        body.put("consent", Map.of("updates", true, "wording", "updates-2026-11"));
        body.put("source", "newsletter.autumn");
        return body;
    }

    public static Map<String, String> form(String email) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "Ann O’Nym");
        fields.put("email", email);
        fields.put("heads", "1");
        fields.put("mode", "in-person");
        fields.put("language", "en");
        fields.put("wording", "updates-2026-11");
        fields.put("source", "direct");
        return fields;
    }

    public HttpResponse<String> register(Gathering gathering, Map<String, ?> body, String... headers) {
        return postJson("/api/gatherings/" + gathering.slug() + "/registrations", body, headers);
    }

    public HttpResponse<String> registerByForm(Gathering gathering, Map<String, String> fields) {
        return postForm("/events/" + gathering.slug() + "/registrations", fields);
    }
}
