package org.clarion.load;

import com.sun.net.httpserver.HttpExchange;
import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clarion.load.platform.LetterRecord;
import org.clarion.load.platform.LetterRecord.Addressee;
import org.clarion.load.platform.LetterRecords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The letters of a platform in one class: a confirmed letter leaves at once for whoever the directory has, or is held. Its
 * processes are real ones that sleep, so that they can be killed.
 */
final class FakeLetters extends FakeServer {

    private static final UUID ACTION = UUID.fromString("0193a5b0-0000-7000-8000-000000000002");
    private static final String NOBODY = "";

    /** So many wait behind the one that leaves, until somebody looks. */
    int queued = 15;
    /** One letter in so many is carried by two mails. */
    int sendsTwiceEvery = Integer.MAX_VALUE;
    /** One letter in so many is in doubt after it has been sent, and the next after it was lost. */
    int doubtsEvery = Integer.MAX_VALUE;
    /** Letters go to whoever the directory had first. */
    boolean neverHearsOfChanges;

    boolean tellsNobody;
    boolean miscounts;

    private record Member(String id, String name, String address) {}

    private static final class Kept {
        final UUID id = UUID.randomUUID();
        final JsonNode written;
        final String seat;
        final String shown;
        String status = "AWAITING_CONFIRMATION";
        String hold = NOBODY;
        String body;
        int told;

        @Nullable Addressee to;

        @Nullable Instant decidedAt;

        Kept(JsonNode written, String seat, String shown) {
            this.written = written;
            this.seat = seat;
            this.shown = shown;
            this.body = written.required("body").asString();
        }

        String email() {
            return written.required("email").asString();
        }
    }

    private final Map<String, Kept> letters = new LinkedHashMap<>();
    private final List<Map<String, Member>> rolls = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private final Queue<Kept> queue = new ArrayDeque<>();
    private Map<String, String> form = Map.of();
    private boolean open;
    private int sent;

    FakeLetters(Path home) throws IOException {
        super(home);
        run("letters", "mail");
    }

    /** Days of the imports, empty for those of the moment. */
    synchronized List<String> imports() {
        return List.copyOf(imports);
    }

    synchronized Map<String, String> form() {
        return form;
    }

    @Override
    synchronized void serve(HttpExchange exchange, String path, String body) throws IOException {
        var slug = form.getOrDefault("slug", "none");
        var token = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("/internal/members/import") && isAuthorized(exchange)) {
            learn(exchange, body);
        } else if (path.equals("/staff/letters") && isAuthorized(exchange)) {
            form = fields(body);
            exchange.getResponseHeaders().set("Location", "/staff/letters/" + ACTION);
            answer(exchange, 302, "");
        } else if (path.equals("/staff/letters/%s/open".formatted(ACTION)) && isAuthorized(exchange)) {
            open = true;
            answer(exchange, 302, "");
        } else if (path.matches("/staff/letters/targets/\\w+/letters/[0-9a-f-]+/(arrived|lost)")
                && isAuthorized(exchange)) {
            decide(exchange, path, token.equals("arrived"));
        } else if (path.equals("/api/letter-actions/" + slug) && open) {
            answer(
                    exchange,
                    200,
                    JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "id",
                                    ACTION,
                                    "textVersion",
                                    1,
                                    "wording",
                                    Map.of("body", form.getOrDefault("body", "")),
                                    "consent",
                                    Map.of("wording", "w1"))));
        } else if (path.equals("/api/representatives")) {
            represent(exchange);
        } else if (path.equals("/api/letter-actions/%s/letters".formatted(slug))) {
            write(exchange, JsonMapper.shared().readTree(body));
        } else if (path.startsWith("/letters/%s/".formatted(slug)) && letters.containsKey(token)) {
            press(exchange, letters.get(token), path.contains("/reword/"), body);
        } else if (path.equals("/internal/totals/" + ACTION)) {
            count(exchange);
        } else {
            answer(exchange, 404, "");
        }
    }

    private void learn(HttpExchange exchange, String csv) throws IOException {
        var query = fields(exchange.getRequestURI().getRawQuery());
        var roll = new HashMap<String, Member>();
        try (var lines = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (var line : lines) {
                roll.put(
                        line.getField("pcon_code"),
                        new Member(
                                line.getField("member_id"),
                                line.getField("display_as"),
                                line.getField("member_email")));
            }
        }
        imports.add(query.getOrDefault("asOf", ""));
        rolls.add(roll);
        letters.values().stream().filter(letter -> letter.status.equals("HELD")).forEach(this::round);
        answer(exchange, 200, "{}");
    }

    private Member holder(String seat) {
        return (neverHearsOfChanges ? rolls.getFirst() : rolls.getLast()).get(seat);
    }

    private void represent(HttpExchange exchange) throws IOException {
        var query = fields(exchange.getRequestURI().getRawQuery());
        var member = holder(seat(query.getOrDefault("postcode", ""), query.getOrDefault("constituency", "")));
        answer(
                exchange,
                200,
                member.id().equals("Vacant")
                        ? "{\"state\": \"vacant\"}"
                        : "{\"representative\": {\"name\": \"%s\"}}".formatted(member.name()));
    }

    private String seat(String postcode, String picked) {
        return places.find(postcode).map(place -> place.constituency().code()).orElse(picked);
    }

    private void write(HttpExchange exchange, JsonNode letter) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (!letters.containsKey(token)) {
            var seat = seat(
                    letter.required("postcode").asString(),
                    letter.path("constituency").asString(""));
            letters.put(token, new Kept(letter, seat, holder(seat).name()));
            tell(letters.get(token), "confirm", token);
        }
        answer(exchange, 202, "{}");
    }

    private void tell(Kept letter, String link, String token) {
        mail(
                letter.email(),
                "To: " + letter.email() + "\r\n",
                "Open %s/letters/%s/%s/%s\n".formatted(url(), form.get("slug"), link, token));
    }

    private void press(HttpExchange exchange, Kept letter, boolean rewords, String body) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            opened.incrementAndGet();
            var isToDo = letter.status.equals("AWAITING_CONFIRMATION") || rewords && letter.hold.equals("NAME_IN_TEXT");
            answer(
                    exchange,
                    200,
                    isToDo ? "<form method=\"post\"></form>" : "<form method=\"post\" action=\"/elsewhere\"></form>");
            return;
        }
        if (rewords) {
            letter.body = Objects.requireNonNull(fields(body).get("body"));
            letter.hold = NOBODY;
        }
        letter.status = "QUEUED";
        queue.add(letter);
        while (queue.size() > queued) {
            round(queue.remove());
        }
        answer(exchange, isSameOrigin(exchange) ? 302 : 403, "");
    }

    private void round(Kept letter) {
        if (!letter.status.equals("QUEUED") && !letter.status.equals("HELD")) {
            return;
        }
        var member = holder(letter.seat);
        if (member.id().equals("Vacant")) {
            hold(letter, "VACANT", "manage");
        } else if (member.address().equals("No email found")) {
            hold(letter, "NO_ADDRESS", "manage");
        } else if (!letter.shown.equals(member.name()) && letter.body.contains(letter.shown)) {
            hold(letter, "NAME_IN_TEXT", "reword");
        } else {
            send(letter, member);
        }
    }

    private void hold(Kept letter, String why, String link) {
        if (!letter.hold.equals(why)) {
            letter.status = "HELD";
            letter.hold = why;
            letter.told += link.equals("manage") ? 1 : 0;
            if (!tellsNobody) {
                tell(letter, link, token(letter));
            }
        }
    }

    private String token(Kept letter) {
        return letters.entrySet().stream()
                .filter(each -> each.getValue() == letter)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void send(Kept letter, Member member) {
        sent++;
        letter.hold = NOBODY;
        letter.to = new Addressee("member:" + member.id(), member.name(), member.name(), member.address());
        letter.decidedAt = Instant.now();
        var isInDoubt = sent % doubtsEvery == 0;
        letter.status = isInDoubt ? "UNKNOWN" : "SENT";
        var isLost = isInDoubt && sent / doubtsEvery % 2 == 0;
        for (int i = 0; i < (isLost ? 0 : sent % sendsTwiceEvery == 0 ? 2 : 1); i++) {
            carry(letter, member);
        }
    }

    private void carry(Kept letter, Member member) {
        var address = "member-%s@mp.example.org".formatted(member.id());
        var name = letter.written.required("name").asString();
        mail(
                address,
                "To: \"%s\" <%s>\r\nFrom: %s <letters@example.org>\r\nReply-To: %s\r\n"
                        .formatted(member.name(), address, encoded(name), letter.email()),
                "Dear %s,\n\n%s\n\nWith good wishes,\n\n%s\n%s\n%s\n\n-- \nSent by us\n"
                        .formatted(
                                member.name(),
                                letter.body,
                                name,
                                letter.written.required("address").asString(),
                                letter.written.required("postcode").asString()));
    }

    private static String encoded(String name) {
        try {
            return MimeUtility.encodeText(name, "utf-8", "Q");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void decide(HttpExchange exchange, String path, boolean arrived) throws IOException {
        for (var letter : letters.values()) {
            if (path.contains(letter.id.toString())) {
                letter.status = arrived ? "SENT" : "QUEUED";
                round(letter);
            }
        }
        answer(exchange, 302, "");
    }

    private void count(HttpExchange exchange) throws IOException {
        var measure = fields(exchange.getRequestURI().getRawQuery()).get("measure");
        Predicate<Kept> counts = switch (Objects.requireNonNull(measure)) {
            case "confirmed" -> letter -> !letter.status.equals("AWAITING_CONFIRMATION");
            case "sent" -> letter -> letter.status.equals("SENT");
            default -> letter -> letter.status.equals("HELD");
        };
        var counted = letters.values().stream()
                .filter(counts)
                .skip(miscounts ? 1 : 0)
                .collect(Collectors.groupingBy(letter -> letter.seat, Collectors.counting()));
        long all = counted.values().stream().mapToLong(Long::longValue).sum();
        totals(exchange, counted, Map.of("GB", all));
    }

    /** What the drill looks into. */
    LetterRecords records() {
        return new LetterRecords() {
            @Override
            public List<LetterRecord> of(UUID action) {
                synchronized (FakeLetters.this) {
                    return letters.values().stream().map(FakeLetters::record).toList();
                }
            }

            @Override
            public List<LetterRecord> unsent(UUID action) {
                synchronized (FakeLetters.this) {
                    queue.forEach(FakeLetters.this::round);
                    queue.clear();
                }
                return of(action).stream().filter(letter -> !letter.isOut()).toList();
            }

            @Override
            public long count(UUID action) {
                return of(action).size();
            }

            @Override
            public void close() {
                // The platform goes on.
            }
        };
    }

    private static LetterRecord record(Kept letter) {
        return new LetterRecord(
                letter.id,
                letter.status,
                letter.hold.isEmpty() ? null : letter.hold,
                letter.seat,
                letter.email(),
                letter.to,
                letter.decidedAt,
                false,
                Instant.now().minus(Duration.ofHours(1)),
                letter.told);
    }
}
