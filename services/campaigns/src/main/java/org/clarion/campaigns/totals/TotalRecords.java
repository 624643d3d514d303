package org.clarion.campaigns.totals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.envelope.CloudEvent;
import org.clarion.totals.GenerationCompleted;
import org.clarion.totals.TotalRow;

/** What one generation publishes. */
class TotalRecords {

    private final int generation;

    TotalRecords(int generation) {
        this.generation = generation;
    }

    /** @param partition that of the action: counting and publishing are partitioned alike */
    Record<String, Outgoing> row(UUID action, Row row, long count, int partition, long now) {
        var at = Instant.ofEpochMilli(now);
        var total = new TotalRow(generation, action, row.measure(), row.dimension(), row.value(), count, at);
        return record(total.topic(), partition, total.key(), TotalRow.TYPE, total, now);
    }

    List<Record<String, Outgoing>> completed(int partition, long now) {
        var completed = new GenerationCompleted(generation);
        return List.of(
                record(
                        TotalRow.MINUTE_TOPIC,
                        partition,
                        GenerationCompleted.KEY,
                        GenerationCompleted.TYPE,
                        completed,
                        now),
                record(TotalRow.TOPIC, partition, GenerationCompleted.KEY, GenerationCompleted.TYPE, completed, now));
    }

    private static Record<String, Outgoing> record(
            String topic, int partition, String key, String type, Object body, long now) {
        var headers = new RecordHeaders();
        new CloudEvent(key + ":" + now + ":" + topic, type, "/campaigns", Instant.ofEpochMilli(now)).into(headers);
        var json = MessageJson.write(body).getBytes(StandardCharsets.UTF_8);
        return new Record<>(key, new Outgoing(topic, partition, json), now, headers);
    }
}
