package org.clarion.messaging.listening;

import java.util.Map;
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

    private static final int TRIES_OF_A_BAD_RECORD = 3;

    private ListenerPolicy() {}

    static DefaultErrorHandler errorHandler(KafkaOperations<String, byte[]> kafka, ListenerSettings settings) {
        var handler = new DefaultErrorHandler(parking(kafka), untilItPasses(settings));
        handler.setBackOffFunction((record, failure) -> backOff(failure, settings));
        handler.setClassifications(Map.of(), true);
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

    private static BackOff backOff(Exception failure, ListenerSettings settings) {
        return Failures.isTransient(failure)
                ? untilItPasses(settings)
                : new FixedBackOff(settings.betweenTries().toMillis(), TRIES_OF_A_BAD_RECORD - 1);
    }

    private static BackOff untilItPasses(ListenerSettings settings) {
        var backOff = new ExponentialBackOff(settings.firstPause().toMillis(), 2);
        backOff.setMaxInterval(settings.longestPause().toMillis());
        return backOff;
    }
}
