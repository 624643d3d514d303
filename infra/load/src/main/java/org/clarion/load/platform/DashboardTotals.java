package org.clarion.load.platform;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.clarion.load.Trouble;
import org.clarion.load.counts.Counts;
import org.clarion.servicedefaults.tokens.TokenIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The totals behind the staff dashboard, unrounded, asked for under the launcher's key. For one thread. */
public final class DashboardTotals implements AutoCloseable {

    private static final String SERVICE = "campaigns";
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = 500_000_000L;

    private final UUID action;
    private final URI service;
    private final Line line;
    private final TokenIssuer launcher;

    public DashboardTotals(Address address, UUID action) {
        this.action = action;
        this.service = address.campaigns();
        this.line = new Line(service);
        this.launcher = LauncherKey.of(address);
    }

    /** What is confirmed and counted now, or nothing at all for an action that nobody has taken yet. */
    public Counts now() {
        return now("confirmed");
    }

    /** As {@link #now()}, of another measure. */
    public Counts now(String measure) {
        var dimensions = dimensions(measure);
        return Counts.of(rows(dimensions.path("constituency")), rows(dimensions.path("country")));
    }

    /** What is counted now of a measure, by the values of any dimension. */
    public Map<String, Long> by(String dimension, String measure) {
        return rows(dimensions(measure).path(dimension));
    }

    private JsonNode dimensions(String measure) {
        for (int attempt = 1; ; attempt++) {
            try {
                return asked(measure);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new Trouble("No totals from %s: %s".formatted(service, e.getMessage()), e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private JsonNode asked(String measure) throws IOException {
        var answer = line.get(
                "/internal/totals/%s?measure=%s".formatted(action, measure),
                Map.of("Authorization", "Bearer " + launcher.forService(SERVICE)));
        return switch (answer.status()) {
            case 200 -> JsonMapper.shared().readTree(answer.body()).required("dimensions");
            case 404 -> JsonMapper.shared().createObjectNode();
            case 401, 403 -> throw new Trouble("%s does not trust the launcher's key".formatted(service));
            default -> throw new IOException("it answers " + answer.status());
        };
    }

    private static Map<String, Long> rows(JsonNode dimension) {
        var rows = new TreeMap<String, Long>();
        dimension
                .properties()
                .forEach(row -> rows.put(row.getKey(), row.getValue().asLong()));
        return rows;
    }

    @Override
    public void close() {
        line.close();
    }
}
