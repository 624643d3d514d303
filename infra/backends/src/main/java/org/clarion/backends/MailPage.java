package org.clarion.backends;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A page on loopback that shows what the sink has taken: {@code /}, {@code /mails/N}, and its parts. */
final class MailPage implements AutoCloseable {

    private static final int LISTED = 200;
    private static final Pattern MAIL = Pattern.compile("/mails/(?<number>\\d{1,12})(?<part>|/html|/raw)");
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final MailShelf shelf;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private MailPage(MailShelf shelf, HttpServer server) {
        this.shelf = shelf;
        this.server = server;
    }

    static MailPage start(MailShelf shelf, int port) throws IOException {
        Ports.claim("The mail page", port);
        var page = new MailPage(
                shelf, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        page.server.createContext("/", page::answer);
        page.server.setExecutor(page.workers);
        page.server.start();
        return page;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop((int) Duration.ofSeconds(1).toSeconds());
        workers.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (!forUs(exchange)) {
                send(exchange, 403, "text/plain", MailPageWords.of("elsewhere"));
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html", MailHtml.list(shelf.latest(LISTED), shelf.count()));
            } else if (path.equals("/mail.css")) {
                send(exchange, 200, "text/css", MailPageWords.style());
            } else {
                mail(exchange, path);
            }
        }
    }

    private void mail(HttpExchange exchange, String path) throws IOException {
        var asked = MAIL.matcher(path);
        var mail = asked.matches() ? shelf.find(Long.parseLong(asked.group("number"))) : null;
        if (mail == null) {
            send(exchange, 404, "text/html", MailHtml.missing());
            return;
        }
        var read = ReadMail.of(mail);
        switch (asked.group("part")) {
            case "/html" -> send(exchange, 200, "text/html", MailHtml.framed(read.html()));
            case "/raw" -> send(exchange, 200, "text/plain", new String(mail.raw(), StandardCharsets.UTF_8));
            default -> send(exchange, 200, "text/html", MailHtml.mail(mail.number(), read));
        }
    }

    /** Mails hold sign-in links: a page from elsewhere that gives this machine a name of its own must not read them. */
    private static boolean forUs(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && OURSELVES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'none'; base-uri 'self'");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
