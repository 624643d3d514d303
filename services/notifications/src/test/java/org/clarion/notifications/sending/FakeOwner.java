package org.clarion.notifications.sending;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.mail.MailAnswer;
import org.clarion.messaging.mail.MailAnswer.Sender;
import org.clarion.messaging.mail.MailClaim;

/** A service that asks for mails, as far as notifications sees it: one address that answers to claims. */
final class FakeOwner implements AutoCloseable {

    static final int AS_ANSWERED = 200;

    record Claims(List<MailClaim> claims) {}

    record Answers(List<MailAnswer> answers) {}

    private final HttpServer server;
    private final Queue<MailClaim> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Function<MailClaim, MailAnswer> answer = FakeOwner::send;
    private volatile ToIntFunction<List<MailClaim>> status = claims -> AS_ANSWERED;

    FakeOwner() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/mail-claims", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void reset() {
        answer = FakeOwner::send;
        status = claims -> AS_ANSWERED;
        asked.clear();
        tokens.clear();
        calls.set(0);
    }

    void answers(Function<MailClaim, MailAnswer> answer) {
        this.answer = answer;
    }

    void answersStatus(ToIntFunction<List<MailClaim>> status) {
        this.status = status;
    }

    int calls() {
        return calls.get();
    }

    List<MailClaim> asked() {
        return List.copyOf(asked);
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** The claim names the person; the address is known here only. */
    static MailAnswer send(MailClaim claim) {
        return send(claim, claim.claim() + "@example.org");
    }

    static MailAnswer send(MailClaim claim, String address) {
        return MailAnswer.send(
                claim.mail(),
                address,
                "Ada Lovelace",
                "en",
                Map.of("petition", "Keep the Human Rights Act", "charity", "Rushlight", "hours", "72"),
                Map.of(
                        "confirm", "https://actions.example.org/petitions/x/confirm/k1." + claim.aggregate(),
                        "notMe", "https://actions.example.org/petitions/x/not-me/k1." + claim.aggregate(),
                        "manage", "https://actions.example.org/petitions/x/manage/k1." + claim.aggregate()));
    }

    /** A letter in somebody's name, to the office that the claim names. */
    static MailAnswer letter(MailClaim claim) {
        return MailAnswer.send(
                        claim.mail(),
                        claim.claim() + "@example.org",
                        "Dr Example MP",
                        "en",
                        Map.of(
                                "subject", "Keep the Human Rights Act",
                                "letter",
                                        "Dear Dr Example,\n\nplease keep the Act.\n\nZoë Müller\n12 Example Street\nLondon\nNW1 0AA"),
                        Map.of())
                .from(new Sender("Zoë Müller", "zoe@example.org"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var claims = MessageJson.read(exchange.getRequestBody().readAllBytes(), Claims.class)
                    .claims();
            var code = status.applyAsInt(claims);
            if (code != AS_ANSWERED) {
                exchange.sendResponseHeaders(code, -1);
                return;
            }
            asked.addAll(claims);
            var answers = new Answers(claims.stream().map(answer).toList());
            var body = MessageJson.write(answers).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
