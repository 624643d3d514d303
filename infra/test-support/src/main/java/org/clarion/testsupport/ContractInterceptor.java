package org.clarion.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Holds every message that an application under test publishes against its contract. */
public class ContractInterceptor implements ProducerInterceptor<String, byte[]> {

    /** What every message says of itself. */
    private static final List<String> ATTRIBUTES =
            List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time");

    private static final Queue<String> BREACHES = new ConcurrentLinkedQueue<>();
    private static final String DEAD_LETTERS = ".dlt";

    static List<String> takeBreaches() {
        var taken = new ArrayList<String>();
        for (var breach = BREACHES.poll(); breach != null; breach = BREACHES.poll()) {
            taken.add(breach);
        }
        return taken;
    }

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        var type = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        if (isOutsideContracts(record.topic())) {
            return record;
        }
        ATTRIBUTES.stream()
                .filter(each -> record.headers().lastHeader(each) == null)
                .forEach(each -> BREACHES.add(type + " on " + record.topic() + " without " + each));
        if (type.equals("heartbeat.v1")) {
            return record;
        }
        try {
            var body = record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8);
            Contracts.breaches(record.topic(), body)
                    .forEach(breach -> BREACHES.add(type + " on " + record.topic() + ": " + breach));
        } catch (RuntimeException e) {
            BREACHES.add(type + " on " + record.topic() + ": " + e);
        }
        return record;
    }

    /** Dead letters are as they came, and what Kafka Streams keeps for itself is nobody else's business. */
    private static boolean isOutsideContracts(String topic) {
        return topic.endsWith(DEAD_LETTERS) || topic.endsWith("-repartition") || topic.endsWith("-changelog");
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception failure) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> config) {}
}
