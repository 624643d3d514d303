package org.clarion.load;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform in one class: counts a signature once its mailed button has been pressed, and never before. */
final class FakePlatform extends FakeServer {

    private static final UUID PETITION = UUID.fromString("0193a5b0-0000-7000-8000-000000000001");

    /** One confirmation in so many is not counted. */
    int forgetsEvery = Integer.MAX_VALUE;

    private final Map<String, JsonNode> signatures = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> confirmed = new ConcurrentHashMap<>();

    FakePlatform(Path home) throws IOException {
        super(home);
        Files.writeString(
                home.resolve("run/petitions.pid"),
                Long.toString(ProcessHandle.current().pid()));
    }

    int signatures() {
        return signatures.size();
    }

    @Override
    void serve(HttpExchange exchange, String path, String body) throws IOException {
        if (path.equals("/api/petitions")) {
            answer(
                    exchange,
                    200,
                    "{\"petitions\": [{\"slug\": \"shut\", \"state\": \"closed\"}, {\"slug\": \"free-them\", \"state\": \"open\"}]}");
        } else if (path.equals("/api/petitions/free-them")) {
            answer(
                    exchange,
                    200,
                    "{\"id\": \"%s\", \"slug\": \"free-them\", \"signatures\": 0, \"consent\": {\"wording\": \"w1\"}}"
                            .formatted(PETITION));
        } else if (path.equals("/api/petitions/free-them/signatures")) {
            sign(exchange, JsonMapper.shared().readTree(body));
        } else if (path.startsWith("/petitions/free-them/confirm/")) {
            confirm(exchange, path.substring(path.lastIndexOf('/') + 1), body);
        } else if (path.equals("/internal/totals/" + PETITION)) {
            totals(exchange);
        } else {
            answer(exchange, 404, "");
        }
    }

    private void sign(HttpExchange exchange, JsonNode signature) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (signatures.putIfAbsent(token, signature) == null) {
            var email = signature.required("email").asString();
            mail(
                    email,
                    "To: " + email + "\r\n",
                    "Confirm: %s/petitions/free-them/confirm/%s\n".formatted(url(), token));
        }
        answer(exchange, 202, "{}");
    }

    private void confirm(HttpExchange exchange, String token, String body) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            opened.incrementAndGet();
            answer(exchange, 200, "<form method=\"post\"><input type=\"hidden\" name=\"seen\" value=\"1\"></form>");
        } else if (body.equals("seen=1") && isSameOrigin(exchange)) {
            confirmed.put(token, signatures.get(token));
            answer(exchange, 200, "Thank you");
        } else {
            answer(exchange, 403, "");
        }
    }

    private void totals(HttpExchange exchange) throws IOException {
        var constituencies = new HashMap<String, Integer>();
        var countries = new HashMap<String, Integer>();
        int number = 0;
        for (var signature : confirmed.values()) {
            if (++number % forgetsEvery != 0) {
                countries.merge(signature.required("country").asString(), 1, Integer::sum);
                var postcode = signature.path("postcode").asString("");
                var constituency = places.find(postcode)
                        .map(place -> place.constituency().code())
                        .orElse(signature.path("constituency").asString(""));
                if (!constituency.isEmpty()) {
                    constituencies.merge(constituency, 1, Integer::sum);
                }
            }
        }
        totals(exchange, constituencies, countries);
    }
}
