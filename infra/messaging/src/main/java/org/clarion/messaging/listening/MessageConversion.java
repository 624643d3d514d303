package org.clarion.messaging.listening;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/** Gives every listener the message as it came; what is in it is read by the listener, under the error policy. */
class MessageConversion extends MessagingMessageConverter {

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, @Nullable Type type) {
        return IncomingMessage.of(record);
    }
}
