package org.clarion.totals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/**
 * Where a row is kept: one document per (generation, action, dimension). Minutes have one per hour, so that a document
 * stays small and old ones can go whole.
 */
record FigureDocument(String topic, int partition, int generation, UUID action, String dimension, String hour) {

    static final String ROWS = "rows";
    private static final int HOUR_LENGTH = "2026-11-24T17".length();

    static FigureDocument of(Incoming incoming, TotalRow row) {
        var hour = row.dimension().equals(TotalRow.MINUTE)
                ? row.value().substring(0, Math.min(HOUR_LENGTH, row.value().length()))
                : "";
        return new FigureDocument(
                incoming.topic(), incoming.partition(), row.generation(), row.action(), row.dimension(), hour);
    }

    String id() {
        return idOf(action, generation, dimension, hour);
    }

    static String idOf(UUID action, int generation, String dimension, String hour) {
        return action + "|" + generation + "|" + dimension + (hour.isEmpty() ? "" : "|" + hour);
    }

    static String hourOf(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS).toString().substring(0, HOUR_LENGTH);
    }

    /** What has become of one document within a batch. */
    static final class Changes {
        private final Map<String, Long> fields = new HashMap<>();
        private long offset = -1;
        private Instant at = Instant.EPOCH;

        void add(long offset, TotalRow row) {
            fields.put(ROWS + "." + field(row.measure()) + "." + field(row.value()), row.count());
            this.offset = offset;
            at = row.at();
        }

        long offset() {
            return offset;
        }

        Document update(FigureDocument target) {
            var set = new Document("offset", offset).append("at", Date.from(at));
            fields.forEach(set::append);
            var once = new Document("topic", target.topic())
                    .append("partition", target.partition())
                    .append("generation", target.generation())
                    .append("action", target.action())
                    .append("dimension", target.dimension());
            if (!target.hour().isEmpty()) {
                once.append("hour", target.hour());
            }
            return new Document("$set", set).append("$setOnInsert", once);
        }
    }

    /** A value as the name of a field, where dots and dollars mean something. */
    static String field(String value) {
        return value.isEmpty()
                ? "%"
                : value.replace("%", "%25")
                        .replace(".", "%2E")
                        .replace("$", "%24")
                        .replace("\0", "%00");
    }

    static String value(String field) {
        return field.equals("%")
                ? ""
                : field.replace("%00", "\0")
                        .replace("%24", "$")
                        .replace("%2E", ".")
                        .replace("%25", "%");
    }
}
