package org.clarion.messaging.listening;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.clarion.messaging.topics.Topics;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens when a listener fails: what passes is waited out, without end; a bad record is tried three times and then
 * parked whole on {@code <topic>.dlt} with the group that failed. Nothing is skipped.
 */
final class ListenerPolicy {

    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 10_000;
    private static final long BETWEEN_TRIES = 100;

    private ListenerPolicy() {}

    static DefaultErrorHandler errorHandler(KafkaOperations<String, byte[]> kafka) {
        var handler = new DefaultErrorHandler(parking(kafka), untilItPasses());
        handler.setBackOffFunction((record, failure) -> backOff(failure));
        handler.setClassifications(java.util.Map.of(), true);
        handler.setResetStateOnExceptionChange(true);
        handler.setCommitRecovered(true);
        return handler;
    }

    private static DeadLetterPublishingRecoverer parking(KafkaOperations<String, byte[]> kafka) {
        var parking = new DeadLetterPublishingRecoverer(kafka, ListenerPolicy::parkedAt);
        parking.setFailIfSendResultIsError(true);
        parking.setAppendOriginalHeaders(false);
        return parking;
    }

    private static TopicPartition parkedAt(ConsumerRecord<?, ?> record, Exception failure) {
        return new TopicPartition(Topics.deadLettersOf(record.topic()), record.partition());
    }

    private static BackOff backOff(Exception failure) {
        return Failures.isTransient(failure) ? untilItPasses() : new FixedBackOff(BETWEEN_TRIES, 2);
    }

    private static BackOff untilItPasses() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE, 2);
        backOff.setMaxInterval(LONGEST_PAUSE);
        return backOff;
    }
}
