package org.clarion.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.clarion.messaging.outbox.AggregateStore;
import org.clarion.messaging.outbox.AggregateStores;
import org.clarion.messaging.outbox.Note;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest service that there can be. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class MessagingTestApplication {

    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));
    }

    @Bean
    AggregateStore<Note> notes(AggregateStores stores) {
        return stores.keep(Note.class, Note.PUBLICATION, Note.ONE_PER_TITLE);
    }
}
