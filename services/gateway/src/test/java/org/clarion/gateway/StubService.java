package org.clarion.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;

/** Stands for every service behind the gateway and keeps what reaches it. */
public final class StubService {

    public record Received(String method, String target, HttpHeaders headers, String body) {}

    private final HttpServer server;
    public final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    public final CountDownLatch viewersLeft = new CountDownLatch(3);
    public final CountDownLatch nextBeat = new CountDownLatch(1);
    public final CountDownLatch goOn = new CountDownLatch(1);

    private StubService(HttpServer server) {
        this.server = server;
    }

    public static StubService start() {
        try {
            var stub = new StubService(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
            stub.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            stub.server.createContext("/", stub::answer);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits for the request that a test sent; what other tests of the class sent before is passed over. */
    public Received next(Predicate<Received> wanted) throws InterruptedException {
        for (var each = received.poll(5, TimeUnit.SECONDS); each != null; each = received.poll(5, TimeUnit.SECONDS)) {
            if (wanted.test(each)) {
                return each;
            }
        }
        throw new AssertionError("It did not reach the service");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/half")) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            throw new IOException("The rest cannot be read"); // and the connection is closed before the last chunk
        }
        var headers = new HttpHeaders();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
            if (path.endsWith("/progress")) {
                stream(exchange);
            } else if (path.endsWith("/waits")) {
                goOn.await();
                exchange.sendResponseHeaders(200, -1);
            } else if (path.endsWith("/breaks-off")) {
                return; // closes the connection without a word
            } else {
                exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=UTF-8");
                exchange.getResponseHeaders().set("Set-Cookie", "a=b");
                exchange.getResponseHeaders().set("Content-Security-Policy", "default-src *");
                exchange.getResponseHeaders().set("X-Own", "kept");
                exchange.getResponseHeaders().add("Vary", "Accept");
                exchange.getResponseHeaders().add("Vary", "Accept-Language");
                var answer = "answered".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(path.endsWith("/missing") ? 404 : 200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            nextBeat.await();
            while (true) {
                out.write("data: beat\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.yield();
            }
        } catch (IOException e) {
            viewersLeft.countDown();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
