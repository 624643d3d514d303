package org.clarion.totals;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Figures as they are shown: of one generation per action, whole, never of one that is being built. */
public class Totals {

    private final TotalsStore store;

    Totals(TotalsStore store) {
        this.store = store;
    }

    /** All figures of an action except minutes. */
    public ActionTotals of(UUID action) {
        var prefix = action + "|";
        var ofAction = Filters.and(
                Filters.gte("_id", prefix), Filters.lt("_id", action + "}"), Filters.eq("topic", TotalRow.TOPIC));
        return byAction(shown(() -> ofAction)).getOrDefault(action, ActionTotals.none(action));
    }

    /** The figures of several actions over everything: only dimension {@code all}. */
    public Map<UUID, ActionTotals> overall(Collection<UUID> actions) {
        var found = byAction(shown(() -> Filters.in("_id", ids(actions, TotalRow.TOPIC, TotalRow.ALL, List.of("")))));
        var all = new HashMap<UUID, ActionTotals>();
        actions.forEach(action -> all.put(action, found.getOrDefault(action, ActionTotals.none(action))));
        return all;
    }

    /** The figures of an action over everything: only dimension {@code all}. */
    public ActionTotals overall(UUID action) {
        return overall(List.of(action)).getOrDefault(action, ActionTotals.none(action));
    }

    /**
     * Minutes in which something was counted.
     *
     * @param since the first minute, at most 48 hours ago
     * @return action → start of the minute → count
     */
    public Map<UUID, SortedMap<Instant, Long>> minutes(Collection<UUID> actions, String measure, Instant since) {
        var first = since.truncatedTo(ChronoUnit.MINUTES);
        var hours = new ArrayList<String>();
        // One hour more than now needs: clocks differ.
        for (var hour = since;
                !hour.isAfter(store.now().plus(1, ChronoUnit.HOURS));
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(FigureDocument.hourOf(hour));
        }
        var found = shown(() -> Filters.in("_id", ids(actions, TotalRow.MINUTE_TOPIC, TotalRow.MINUTE, hours)));
        var minutes = new HashMap<UUID, SortedMap<Instant, Long>>();
        for (var document : found) {
            var ofAction = minutes.computeIfAbsent(document.get("action", UUID.class), action -> new TreeMap<>());
            values(document, measure).forEach((minute, count) -> {
                var at = Instant.parse(minute + ":00Z");
                if (!at.isBefore(first)) {
                    ofAction.put(at, count);
                }
            });
        }
        return minutes;
    }

    private List<String> ids(Collection<UUID> actions, String topic, String dimension, List<String> hours) {
        var generations = new HashSet<Integer>();
        store.shown().forEach((partition, generation) -> {
            if (partition.startsWith(topic + "|")) {
                generations.add(generation);
            }
        });
        var ids = new ArrayList<String>();
        for (var action : actions) {
            for (var generation : generations) {
                hours.forEach(hour -> ids.add(FigureDocument.idOf(action, generation, dimension, hour)));
            }
        }
        return ids;
    }

    /** Reads again where a generation took over between looking which is shown and reading its figures. */
    private List<Document> shown(Supplier<Bson> filter) {
        for (var shown = store.shown(); ; ) {
            var found = store.find(filter.get());
            var after = store.shown();
            if (after.equals(shown)) {
                found.removeIf(document -> !document.getInteger("generation").equals(after.get(partitionOf(document))));
                return found;
            }
            shown = after;
        }
    }

    private static String partitionOf(Document document) {
        return TotalsStore.partitionId(document.getString("topic"), document.getInteger("partition"));
    }

    private static Map<UUID, ActionTotals> byAction(List<Document> documents) {
        var byAction = new HashMap<UUID, List<Document>>();
        documents.forEach(
                document -> byAction.computeIfAbsent(document.get("action", UUID.class), action -> new ArrayList<>())
                        .add(document));
        var totals = new HashMap<UUID, ActionTotals>();
        byAction.forEach((action, parts) -> totals.put(action, totals(action, parts)));
        return totals;
    }

    private static ActionTotals totals(UUID action, List<Document> parts) {
        var figures = new HashMap<String, Map<String, SortedMap<String, Long>>>();
        for (var part : parts) {
            var measures = new HashMap<String, SortedMap<String, Long>>();
            part.get(FigureDocument.ROWS, Document.class).keySet().forEach(field -> {
                var measure = FigureDocument.value(field);
                measures.put(measure, values(part, measure));
            });
            figures.put(part.getString("dimension"), measures);
        }
        var at = parts.stream()
                .map(part -> part.get("at", Date.class).toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        return new ActionTotals(action, parts.getFirst().getInteger("generation"), at, figures);
    }

    private static SortedMap<String, Long> values(Document document, String measure) {
        var values = new TreeMap<String, Long>();
        var rows = document.get(FigureDocument.ROWS, Document.class).get(FigureDocument.field(measure), Document.class);
        if (rows != null) {
            rows.forEach((value, count) -> {
                if (((Number) count).longValue() != 0) {
                    values.put(FigureDocument.value(value), ((Number) count).longValue());
                }
            });
        }
        return values;
    }
}
