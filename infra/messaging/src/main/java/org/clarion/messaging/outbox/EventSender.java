package org.clarion.messaging.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.ProducerFactory;

/** Sends events to the broker in their order; done when the broker has all of them. */
class EventSender {

    private final ProducerFactory<String, byte[]> producers;

    EventSender(ProducerFactory<String, byte[]> producers) {
        this.producers = producers;
    }

    CompletableFuture<Void> send(List<WaitingEvent> events) {
        try {
            // The first time it is made, and the broker's name may lead nowhere.
            var producer = producers.createProducer();
            return CompletableFuture.allOf(
                    events.stream().map(event -> send(producer, event)).toArray(CompletableFuture[]::new));
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletableFuture<Void> send(Producer<String, byte[]> producer, WaitingEvent event) {
        var done = new CompletableFuture<Void>();
        try {
            producer.send(event.record(), (metadata, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
        return done;
    }
}
