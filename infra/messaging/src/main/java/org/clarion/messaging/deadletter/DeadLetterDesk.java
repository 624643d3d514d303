package org.clarion.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.clarion.messaging.outbox.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the dead letters of this service's listeners for a week and hands one back to its listener when staff ask. */
public class DeadLetterDesk {

    static final Duration KEPT = Duration.ofDays(7);
    private static final Logger log = LoggerFactory.getLogger(DeadLetterDesk.class);

    private final Sweep sweep = new Sweep("dead letters that were kept for long enough");
    private final MongoOperations mongo;
    private final KafkaListenerEndpointRegistry listeners;
    private final Clock clock;
    private final String service;

    DeadLetterDesk(MongoOperations mongo, KafkaListenerEndpointRegistry listeners, Clock clock, String service) {
        this.mongo = mongo;
        this.listeners = listeners;
        this.clock = clock;
        this.service = service;
    }

    /** Takes note of a parked record, if a listener of this service parked it. */
    void keep(ConsumerRecord<String, byte[]> parked) {
        var group = text(parked.headers(), KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
        if (group.startsWith(service + ".")) {
            mongo.save(new DeadLetter(
                    parked.topic() + "-" + parked.partition() + "-" + parked.offset(),
                    group,
                    parked.topic().substring(0, parked.topic().length() - ".dlt".length()),
                    parked.partition(),
                    parked.offset(),
                    parked.key(),
                    ownHeaders(parked.headers()),
                    parked.value(),
                    reason(parked.headers()),
                    Instant.ofEpochMilli(parked.timestamp())));
            log.warn("A record on {} was parked by {}", parked.topic(), group);
        }
    }

    public List<DeadLetter> all() {
        return mongo.find(
                Query.query(Criteria.where("parkedAt").gte(keptSince()))
                        .with(Sort.by("parkedAt"))
                        .limit(500),
                DeadLetter.class);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS, initialDelay = 0)
    void forgetAndSay() {
        sweep.run(Integer.MAX_VALUE, this::forget);
    }

    Sweep.Outcome forget() {
        var old = Query.query(Criteria.where("parkedAt").lt(keptSince()));
        return new Sweep.Outcome(0, mongo.remove(old, DeadLetter.class).getDeletedCount(), 0);
    }

    private Instant keptSince() {
        return clock.instant().minus(KEPT);
    }

    /** Whether it can be handed to whom it is for. Counting takes no single record: it reads everything anew. */
    public boolean canReplay(DeadLetter letter) {
        return listeners.getListenerContainer(letter.listener()) != null;
    }

    /**
     * Hands the record to the listener that failed, and to no other.
     *
     * @return what is still wrong; empty if the listener has taken it
     */
    public Optional<String> replay(String id) {
        var letter = mongo.findById(id, DeadLetter.class);
        if (letter == null) {
            return Optional.empty();
        }
        try {
            hand(letter);
            mongo.remove(letter);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("{} refused a dead letter of {} again", letter.listener(), letter.topic(), e);
            mongo.save(letter.refusedAgain(e.toString()));
            return Optional.of(e.toString());
        }
    }

    private void hand(DeadLetter letter) {
        var container = listeners.getListenerContainer(letter.listener());
        if (container == null) {
            throw new IllegalStateException("No listener " + letter.listener() + " in this service");
        }
        switch (container.getContainerProperties().getMessageListener()) {
            case AcknowledgingConsumerAwareMessageListener<?, ?> one -> one(one, letter);
            case BatchAcknowledgingConsumerAwareMessageListener<?, ?> many -> many(many, letter);
            case null, default -> throw new IllegalStateException("A listener of an unknown form");
        }
    }

    @SuppressWarnings("unchecked")
    private static void one(AcknowledgingConsumerAwareMessageListener<?, ?> listener, DeadLetter letter) {
        ((AcknowledgingConsumerAwareMessageListener<String, byte[]>) listener).onMessage(record(letter), null, null);
    }

    @SuppressWarnings("unchecked")
    private static void many(BatchAcknowledgingConsumerAwareMessageListener<?, ?> listener, DeadLetter letter) {
        ((BatchAcknowledgingConsumerAwareMessageListener<String, byte[]>) listener)
                .onMessage(List.of(record(letter)), null, null);
    }

    private static ConsumerRecord<String, byte[]> record(DeadLetter letter) {
        var headers = new RecordHeaders();
        letter.headers()
                .forEach((name, value) -> headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.parkedAt().toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                letter.key(),
                letter.body(),
                headers,
                Optional.empty());
    }

    private static HashMap<String, String> ownHeaders(Headers headers) {
        var own = new HashMap<String, String>();
        headers.forEach(header -> {
            if (header.key().startsWith("ce_")) {
                own.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return own;
    }

    private static String reason(Headers headers) {
        var cause = text(headers, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN);
        var message = text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
        return cause.isEmpty() ? message : cause.substring(cause.lastIndexOf('.') + 1) + ": " + message;
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
