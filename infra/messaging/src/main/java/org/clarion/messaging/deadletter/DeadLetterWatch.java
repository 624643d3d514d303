package org.clarion.messaging.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Follows every dead-letter topic of the platform for what this service's listeners have parked. */
class DeadLetterWatch {

    private final DeadLetterDesk desk;

    DeadLetterWatch(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @KafkaListener(
            id = "${spring.application.name}.dead-letters",
            topicPattern = ".*\\.dlt",
            containerFactory = "deadLetterContainerFactory")
    void on(ConsumerRecord<String, byte[]> parked) {
        desk.keep(parked);
    }
}
