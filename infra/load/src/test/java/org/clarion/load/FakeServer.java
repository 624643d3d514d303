package org.clarion.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Processes that sleep, so that they can be killed, and a launcher that notes what it is told and starts others. */
    final void run(String... parts) throws IOException {
        for (var part : parts) {
            var process = new ProcessBuilder("sleep", "600").start();
            Files.writeString(home.resolve("run").resolve(part + ".pid"), Long.toString(process.pid()));
        }
        Files.createFile(
                launcher(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(launcher(), """
                #!/bin/sh
                echo "$* at port $CLARION_PORT_BASE" >> "$CLARION_HOME/launched"
                case $1 in
                    start) part=$2-$4 ;;
                    *) part=$2 ;;
                esac
                if [ "$1" = stop ]; then
                    kill "$(cat "$CLARION_HOME/run/$part.pid")"
                    rm "$CLARION_HOME/run/$part.pid"
                    exit
                fi
                sleep 600 > /dev/null 2>&1 &
                echo $! > "$CLARION_HOME/run/$part.pid"
                """);
    }

    final Path launcher() {
        return home.resolve("clarion");
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
        totals(exchange, Map.of("constituency", constituencies, "country", countries));
    }

    static void totals(HttpExchange exchange, Map<String, ?> dimensions) throws IOException {
        answer(
                exchange,
                isAuthorized(exchange) ? 200 : 401,
                JsonMapper.shared().writeValueAsString(Map.of("generation", 1, "dimensions", dimensions)));
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

    static Map<String, String> fields(String encoded) {
        return Stream.of(encoded.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    /** Ends the processes that sleep. */
    @Override
    public void close() {
        server.stop(0);
        try (var sleeping = Files.newDirectoryStream(home.resolve("run"), "*.pid")) {
            for (var file : sleeping) {
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .filter(process ->
                                process.pid() != ProcessHandle.current().pid())
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
