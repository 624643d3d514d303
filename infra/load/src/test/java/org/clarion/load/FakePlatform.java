package org.clarion.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.servicedefaults.tokens.SigningKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform in one class: counts a signature once its mailed button has been pressed, and never before. */
final class FakePlatform implements AutoCloseable {

    private static final UUID PETITION = UUID.fromString("0193a5b0-0000-7000-8000-000000000001");

    final Path home;
    final AtomicInteger opened = new AtomicInteger();
    /** How many requests are turned away before one is served. */
    int busyEvery = Integer.MAX_VALUE;
    /** One confirmation in so many is not counted. */
    int forgetsEvery = Integer.MAX_VALUE;

    private final Places places = Places.sample(new Constituencies());
    private final Map<String, JsonNode> signatures = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> confirmed = new ConcurrentHashMap<>();
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    FakePlatform(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("mail"));
        Files.createDirectories(home.resolve("run"));
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(
                home.resolve("run/petitions.pid"),
                Long.toString(ProcessHandle.current().pid()));
        Files.writeString(
                home.resolve("secrets/tokens-local"),
                SigningKey.generate("local").toJson());
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    int signatures() {
        return signatures.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (requests.incrementAndGet() % busyEvery == 0) {
            answer(exchange, 503, "");
        } else if (path.equals("/api/petitions")) {
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
            mail(signature.required("email").asString(), token);
        }
        answer(exchange, 202, "{}");
    }

    private void mail(String recipient, String token) {
        try {
            var name = "%08d-%s.eml".formatted(mails.incrementAndGet(), recipient);
            var part = Files.writeString(
                    home.resolve("mail/." + name),
                    "To: %s\r\nContent-Type: text/plain\r\n\r\nConfirm: %s/petitions/free-them/confirm/%s\r\n"
                            .formatted(recipient, url(), token));
            Files.move(part, home.resolve("mail/" + name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void confirm(HttpExchange exchange, String token, String body) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            opened.incrementAndGet();
            answer(exchange, 200, "<form method=\"post\"><input type=\"hidden\" name=\"seen\" value=\"1\"></form>");
        } else if (body.equals("seen=1")
                && "same-origin".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Site"))) {
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
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        answer(
                exchange,
                token.startsWith("Bearer ") ? 200 : 401,
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "generation",
                                1,
                                "dimensions",
                                Map.of("constituency", constituencies, "country", countries))));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
