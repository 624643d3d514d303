package org.clarion.load;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.load.platform.Hall;
import org.clarion.load.platform.Hall.Claim;
import org.clarion.load.platform.Hall.State;
import org.clarion.load.platform.RegistrationRecord;
import org.clarion.load.platform.SeatRecords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gatherings of a platform in one class, one after the other: places, their queue, and the mails about them. */
final class FakeGatherings extends FakeServer {

    boolean oversells;
    /** What becomes free goes to the last in the queue, once somebody has looked at the queue. */
    boolean prefersTheLast;

    boolean neverOffers;
    /** Staff are thanked, and nothing changes. */
    boolean ignoresStaff;
    /** In a hall whose size has changed, somebody who was seen with a place loses it. */
    boolean takesAway;

    boolean tellsNobody;
    boolean miscounts;
    /** One person in so many is thanked and not kept. */
    int forgetsEvery = Integer.MAX_VALUE;
    /** One ticket in so many is sent twice. */
    int sendsTwiceEvery = Integer.MAX_VALUE;

    private static final class Kept {
        final UUID id = UUID.randomUUID();
        final String token;
        final String email;
        final int heads;
        final String source;
        final long order;

        @Nullable State state;

        long since;

        Kept(String token, JsonNode sent, long order) {
            this.token = token;
            this.email = sent.required("email").asString();
            this.heads = sent.required("heads").asInt();
            this.source = sent.required("source").asString();
            this.order = order;
        }

        boolean takesPlaces() {
            return state != null && state.takesPlaces();
        }

        boolean waits() {
            return state == State.WAITING || state == State.QUEUED;
        }

        String status() {
            return switch (state) {
                case null -> "CANCELLED";
                case GIVEN -> "CONFIRMED";
                case HELD, QUEUED -> "AWAITING_CONFIRMATION";
                case WAITING, OFFERED -> state.name();
            };
        }
    }

    private final List<String> forms = new ArrayList<>();
    private final Map<String, Kept> registrations = new LinkedHashMap<>();
    private Map<String, String> form = Map.of();
    private UUID gathering = UUID.randomUUID();
    private boolean open;
    private int capacity;
    private long version;
    private long came;
    private int tickets;

    FakeGatherings(Path home) throws IOException {
        super(home);
        run("registrations");
    }

    /** Numbers of places that staff have typed. */
    synchronized List<String> typed() {
        return List.copyOf(forms);
    }

    @Override
    synchronized void serve(HttpExchange exchange, String path, String body) throws IOException {
        var slug = form.getOrDefault("slug", "none");
        var token = path.substring(path.lastIndexOf('/') + 1);
        var page = "/staff/registrations/" + gathering;
        if (path.startsWith("/staff/") && !isAuthorized(exchange)) {
            answer(exchange, 401, "");
        } else if (path.equals("/staff/registrations")) {
            begin(fields(body));
            exchange.getResponseHeaders().set("Location", "/staff/registrations/" + gathering);
            answer(exchange, 302, "");
        } else if (path.equals(page + "/open")) {
            open = true;
            answer(exchange, 302, "");
        } else if (path.equals(page + "/edit")) {
            edit(exchange, page + "/edit", body);
        } else if (path.equals("/api/gatherings/" + slug) && open) {
            answer(exchange, 200, """
                    {"id": "%s", "consent": {"wording": "w1"}}""".formatted(gathering));
        } else if (path.equals("/api/gatherings/%s/registrations".formatted(slug))) {
            register(exchange, JsonMapper.shared().readTree(body));
        } else if (path.startsWith("/events/%s/".formatted(slug)) && registrations.containsKey(token)) {
            visit(exchange, path, registrations.get(token));
        } else if (path.equals("/internal/totals/" + gathering)) {
            count(exchange);
        } else {
            answer(exchange, 404, "");
        }
    }

    private void begin(Map<String, String> typed) {
        gathering = UUID.randomUUID();
        registrations.clear();
        version = 1;
        resize(typed);
    }

    private void resize(Map<String, String> typed) {
        form = typed;
        capacity = Integer.parseInt(typed.getOrDefault("inPerson", "0"));
        forms.add(typed.getOrDefault("inPerson", ""));
    }

    private void edit(HttpExchange exchange, String path, String body) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, """
                    <form method="post" action="/out"></form>
                    <form method="post" action="%s"><input type="hidden" name="version" value="5"><input type="hidden" name="slug" value="old"></form>""".formatted(path));
            return;
        }
        var typed = fields(body);
        if (!"5".equals(typed.get("version"))
                || !typed.getOrDefault("sessions", "").startsWith("1: ")) {
            answer(exchange, 422, "");
            return;
        }
        if (!ignoresStaff) {
            resize(typed);
            version++;
            offer();
        }
        answer(exchange, 302, "");
    }

    private void register(HttpExchange exchange, JsonNode sent) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (!registrations.containsKey(token) && ++came % forgetsEvery != 0) {
            var kept = new Kept(token, sent, came);
            var isFull = registrations.values().stream().anyMatch(Kept::waits) || kept.heads > free();
            registrations.put(token, kept);
            put(kept, isFull ? State.QUEUED : State.HELD);
            tell(kept, isFull ? "Please confirm: waiting list for X" : "Please confirm your place: X", "confirm");
        }
        answer(exchange, 202, "{}");
    }

    private void visit(HttpExchange exchange, String path, Kept kept) throws IOException {
        var isOpened = exchange.getRequestMethod().equals("GET");
        opened.addAndGet(isOpened ? 1 : 0);
        if (isOpened) {
            answer(
                    exchange,
                    200,
                    "<form method=\"post\" action=\"%s\"></form><a href=\"%s\">Cancel</a>"
                            .formatted(path, path.replaceFirst("/(manage|offer)/", "/cancel/")));
        } else {
            press(kept, path);
            answer(exchange, isSameOrigin(exchange) ? 302 : 403, "");
        }
    }

    private void press(Kept kept, String path) {
        if (path.contains("/confirm/") && kept.state == State.QUEUED) {
            put(kept, State.WAITING);
            tell(kept, "You are on the waiting list: X", "manage");
        } else if (path.contains("/confirm/") && kept.state == State.HELD
                || path.contains("/offer/") && kept.state == State.OFFERED) {
            put(kept, State.GIVEN);
            tell(kept, "Your place: X", "manage");
            if (++tickets % sendsTwiceEvery == 0) {
                tell(kept, "Your place: X", "manage");
            }
        } else if (path.contains("/cancel/") && kept.state != null) {
            put(kept, null);
            tell(kept, "Cancelled: X", "");
        }
        offer();
    }

    private void offer() {
        if (!prefersTheLast && !neverOffers) {
            offerTo(queue());
        }
    }

    private List<Kept> queue() {
        return registrations.values().stream()
                .filter(each -> each.state == State.WAITING)
                .sorted(Comparator.comparingLong(each -> each.order))
                .toList();
    }

    private void offerTo(List<Kept> queue) {
        for (var each : queue) {
            if (each.heads <= free()) {
                put(each, State.OFFERED);
                tell(each, "A place for you: X", "offer");
            }
        }
    }

    private int free() {
        int taken = registrations.values().stream()
                .filter(Kept::takesPlaces)
                .mapToInt(each -> each.heads)
                .sum();
        return capacity + (oversells ? 1 : 0) - taken;
    }

    private void put(Kept kept, @Nullable State state) {
        version++;
        kept.state = state;
        kept.since = version;
    }

    /** @param link what it leads to; empty for none */
    private void tell(Kept kept, String subject, String link) {
        if (tellsNobody) {
            return;
        }
        mail(
                kept.email,
                "To: %s\r\nSubject: %s\r\nMessage-ID: <%s@example.org>\r\n"
                        .formatted(kept.email, subject, UUID.randomUUID()),
                link.isEmpty()
                        ? "It is done.\n"
                        : "Open %s/events/%s/%s/%s\n".formatted(url(), form.get("slug"), link, kept.token));
    }

    private void count(HttpExchange exchange) throws IOException {
        var measure = fields(exchange.getRequestURI().getRawQuery()).getOrDefault("measure", "");
        var counted = in(switch (measure) {
                    case "recorded" -> List.of("CONFIRMED", "WAITING", "OFFERED", "CANCELLED");
                    case "waiting" -> List.of("WAITING", "OFFERED");
                    default -> List.of("CONFIRMED");
                })
                .skip(miscounts && measure.equals("heads") ? 1 : 0)
                .collect(Collectors.groupingBy(
                        each -> each.source, Collectors.summingInt(each -> measure.equals("heads") ? each.heads : 1)));
        int all = counted.values().stream().mapToInt(Integer::intValue).sum();
        totals(exchange, Map.of("source", counted, "all", Map.of("all", all)));
    }

    private Stream<Kept> in(List<String> states) {
        return registrations.values().stream().filter(each -> states.contains(each.status()));
    }

    /** What the drill looks into. */
    SeatRecords records() {
        return new SeatRecords() {
            @Override
            public Optional<Hall> hall(UUID gathering, long known) {
                synchronized (FakeGatherings.this) {
                    if (takesAway && forms.size() > 1) {
                        takeAwayWhatWasSeenAt(known);
                    }
                    var hall = FakeGatherings.this.hall();
                    if (known > 0 && prefersTheLast) {
                        offerTo(queue().reversed());
                    }
                    return hall.version() > known ? Optional.of(hall) : Optional.empty();
                }
            }

            @Override
            public List<RegistrationRecord> of(UUID gathering) {
                synchronized (FakeGatherings.this) {
                    return registrations.values().stream()
                            .map(each -> new RegistrationRecord(
                                    each.id, each.email, each.status(), each.heads, each.source, each.since, true))
                            .toList();
                }
            }

            @Override
            public void close() {
                // The platform goes on.
            }
        };
    }

    private void takeAwayWhatWasSeenAt(long known) {
        registrations.values().stream()
                .filter(each -> each.takesPlaces() && each.since <= known)
                .findFirst()
                .ifPresent(each -> {
                    takesAway = false;
                    put(each, State.WAITING);
                });
    }

    private Hall hall() {
        return new Hall(
                version,
                capacity,
                registrations.values().stream()
                        .flatMap(each -> each.state == null
                                ? Stream.empty()
                                : Stream.of(new Claim(each.id, each.state, each.heads, each.order, each.since)))
                        .toList(),
                0);
    }
}
