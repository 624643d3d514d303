package org.clarion.load.platform;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.load.Trouble;
import org.clarion.load.people.Signer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a supporter does at the front door, over one kept connection. For one thread. */
public final class Visitor implements AutoCloseable {

    /** @param consentWording id of the words beside the tick box for updates */
    public record Petition(UUID id, String slug, String consentWording) {}

    /** The platform asks to come back: it is overloaded, starting, or its store is down. */
    public static final class ComeBack extends Exception {
        ComeBack(String message, Throwable cause) {
            super(message, cause);
        }

        ComeBack(String message) {
            super(message);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ACCEPTED = 202;

    private final URI origin;
    private final Line line;

    public Visitor(URI origin) {
        this.origin = origin;
        this.line = new Line(origin);
    }

    public URI origin() {
        return origin;
    }

    public Petition petition(String slug) {
        try {
            var answer = line.get("/api/petitions/" + slug, Map.of("Accept", "application/json"));
            if (answer.status() != 200) {
                throw new Trouble(
                        "%s has no petition \"%s\" to sign: it answers %d".formatted(origin, slug, answer.status()));
            }
            var petition = JSON.readTree(answer.body());
            return new Petition(
                    UUID.fromString(petition.required("id").asString()),
                    slug,
                    petition.required("consent").required("wording").asString());
        } catch (IOException e) {
            throw new Trouble("No platform answers at " + origin, e);
        }
    }

    public String firstOpenPetition() {
        try {
            var answer = line.get("/api/petitions", Map.of("Accept", "application/json"));
            for (var petition : JSON.readTree(answer.body()).path("petitions")) {
                if (petition.required("state").asString().equals("open")) {
                    return petition.required("slug").asString();
                }
            }
            throw new Trouble("No petition is open at " + origin);
        } catch (IOException e) {
            throw new Trouble("No platform answers at " + origin, e);
        }
    }

    /**
     * @param attempt the same for every try of one signature
     * @throws Trouble when the platform refuses the signature
     */
    public void sign(Petition petition, Signer signer, String attempt) throws ComeBack {
        submit("/api/petitions/" + petition.slug() + "/signatures", body(petition, signer), attempt);
    }

    /**
     * Sends what somebody filled in.
     *
     * @param attempt the same for every try of one submission
     * @throws Trouble when the platform refuses it
     */
    public void submit(String path, Map<String, ?> body, String attempt) throws ComeBack {
        var headers =
                Map.of("Content-Type", "application/json", "Accept", "application/json", "Idempotency-Key", attempt);
        var answer = answered(() -> line.post(path, headers, JSON.writeValueAsString(body)));
        if (answer.status() != ACCEPTED) {
            throw new Trouble("%s refuses with %d: %s".formatted(path, answer.status(), answer.body()));
        }
    }

    /** @throws Trouble when there is nothing to be read */
    public JsonNode read(String path) throws ComeBack {
        var answer = answered(() -> line.get(path, Map.of("Accept", "application/json")));
        if (answer.status() != 200) {
            throw new Trouble("%s%s answers %d".formatted(origin, path, answer.status()));
        }
        return JSON.readTree(answer.body());
    }

    private static Map<String, Object> body(Petition petition, Signer signer) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", signer.name());
        body.put("email", signer.email());
        if (signer.postcode() != null) {
            body.put("postcode", signer.postcode());
        }
        body.put("country", signer.country());
        if (signer.constituency() != null) {
            body.put("constituency", signer.constituency());
        }
        body.put("language", "en");
        body.put("consent", Map.of("updates", signer.updates(), "wording", petition.consentWording()));
        body.put("source", signer.source());
        return body;
    }

    /** Opens a mailed link and presses the button on its page, as a browser would. */
    public void follow(URI link) throws ComeBack {
        follow(link, Map.of());
    }

    /**
     * Opens a mailed link, fills in the form on its page and presses the button. A page without a form of its own says that it
     * is done: an earlier try got through, and only the answer to it was lost.
     */
    public void follow(URI link, Map<String, String> typed) throws ComeBack {
        var path = pathOf(link);
        var form = PageForm.on(open(path), path).filter(found -> found.action().equals(path));
        if (form.isPresent()) {
            press(form.get().with(typed));
        }
    }

    /** The first link of a kind on the page behind a mailed link; empty where there is none. */
    public Optional<URI> find(Pattern wanted, URI link) throws ComeBack {
        var found = wanted.matcher(open(pathOf(link)));
        return found.find() ? Optional.of(link.resolve(found.group())) : Optional.empty();
    }

    private static String pathOf(URI link) {
        return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
    }

    private String open(String path) throws ComeBack {
        var page = answered(() -> line.get(path, Map.of("Accept", "text/html")));
        if (page.status() != 200) {
            throw new Trouble("The page behind a mailed link answers " + page.status());
        }
        return page.body();
    }

    private void press(PageForm form) throws ComeBack {
        var headers = Map.of(
                "Content-Type", "application/x-www-form-urlencoded",
                "Accept", "text/html",
                "Origin", "%s://%s".formatted(origin.getScheme(), origin.getAuthority()),
                "Sec-Fetch-Site", "same-origin");
        var answer = answered(() -> line.post(form.action(), headers, form.fields()));
        if (answer.status() >= 400) {
            throw new Trouble("The button behind a mailed link answers " + answer.status());
        }
    }

    private interface Exchange {
        Line.Answer run() throws IOException;
    }

    private static Line.Answer answered(Exchange exchange) throws ComeBack {
        try {
            var answer = exchange.run();
            if (answer.status() == 429 || answer.status() >= 500) {
                throw new ComeBack("it answers " + answer.status());
            }
            return answer;
        } catch (IOException e) {
            throw new ComeBack("it does not answer", e);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
