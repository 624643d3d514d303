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
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.servicedefaults.tokens.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** The outside of a platform: its folder, its keys, its address, its mails. */
abstract class FakeServer implements AutoCloseable {

    final Path home;
    final AtomicInteger opened = new AtomicInteger();
    /** How many requests are turned away before one is served. */
    int busyEvery = Integer.MAX_VALUE;

    final Places places = Places.sample(new Constituencies());
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    FakeServer(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("mail"));
        Files.createDirectories(home.resolve("run"));
        Files.createDirectories(home.resolve("secrets"));
        for (var issuer : new String[] {"local", "gateway"}) {
            Files.writeString(
                    home.resolve("secrets/tokens-" + issuer),
                    SigningKey.generate(issuer).toJson());
        }
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (requests.incrementAndGet() % busyEvery == 0) {
            answer(exchange, 503, "");
        } else {
            serve(exchange, exchange.getRequestURI().getPath(), body);
        }
    }

    abstract void serve(HttpExchange exchange, String path, String body) throws IOException;

    /** @param headers each with its line end */
    void mail(String recipient, String headers, String text) {
        try {
            var name = "%08d-%s.eml".formatted(mails.incrementAndGet(), recipient);
            var part = Files.writeString(
                    home.resolve("mail/." + name),
                    headers + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.replace("\n", "\r\n"));
            Files.move(part, home.resolve("mail/" + name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the dashboard's tools are told. */
    static void totals(HttpExchange exchange, Map<String, ?> constituencies, Map<String, ?> countries)
            throws IOException {
        answer(
                exchange,
                isAuthorized(exchange) ? 200 : 401,
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "generation",
                                1,
                                "dimensions",
                                Map.of("constituency", constituencies, "country", countries))));
    }

    static boolean isAuthorized(HttpExchange exchange) {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        return token != null && token.startsWith("Bearer ");
    }

    static boolean isSameOrigin(HttpExchange exchange) {
        return "same-origin".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Site"));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
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
