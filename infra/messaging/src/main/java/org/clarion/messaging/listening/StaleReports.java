package org.clarion.messaging.listening;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.envelope.CloudEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Tells the owner of a state topic that an old state came after a newer one: an instance was stopped and resumed.
 * The owner then sends its current state again, so that compaction keeps the right one.
 */
public class StaleReports {

    public static final String TOPIC = "stale.v1";

    private static final Logger log = LoggerFactory.getLogger(StaleReports.class);

    /**
     * @param topic the state topic
     * @param id the aggregate
     * @param seen version of the state that came late
     * @param applied version that the reader has
     */
    public record Stale(String topic, UUID id, long seen, long applied) {}

    private final ProducerFactory<String, byte[]> producers;
    private final Clock clock;
    private final String source;

    public StaleReports(ProducerFactory<String, byte[]> producers, Clock clock, String service) {
        this.producers = producers;
        this.clock = clock;
        this.source = "/" + service;
    }

    public void report(String topic, UUID id, long seen, long applied) {
        var body = MessageJson.write(new Stale(topic, id, seen, applied)).getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(TOPIC, id.toString(), body);
        var report = id + ":" + seen + ":" + applied + ":" + topic;
        new CloudEvent(report, "stale.reported.v1", source, clock.instant()).into(record.headers());
        producers.createProducer().send(record, (metadata, failure) -> {
            if (failure != null) {
                log.warn("Could not report the old state of {} on {}: {}", id, topic, failure.toString());
            }
        });
    }
}
