package org.clarion.actions.supporter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.listening.Batch;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * A no to updates holds for all that the same supporter has said yes to before, in whatever kind of action. The last one is read
 * from each state, whatever came after it, so that a message that was compacted away is not missed.
 */
class ConsentWatch {

    /** The part of a participation that says who has chosen what. */
    record Told(@Nullable Supporter supporter, Body body) {

        record Body(List<Chosen> consents) {}

        record Chosen(String purpose, String choice, String wording, Instant at) {

            boolean isNo() {
                return choice.equals(Choice.WITHDRAWN.name());
            }
        }

        Optional<No> no() {
            return body.consents().reversed().stream()
                    .filter(each -> each.purpose().equals(UpdatesConsent.PURPOSE) && each.isNo())
                    .findFirst()
                    .filter(last -> supporter != null)
                    .map(last -> new No(supporter, UpdatesConsent.no(last.wording(), last.at())));
        }
    }

    record No(Supporter supporter, ConsentChoice choice) {}

    private final SupporterRecords records;

    ConsentWatch(SupporterRecords records) {
        this.records = records;
    }

    @KafkaListener(
            id = "${spring.application.name}.consents",
            topics = "#{@topics.named('PARTICIPATION')}",
            batch = "true",
            properties = Batch.UNHURRIED)
    void on(List<IncomingMessage> messages) {
        Batch.of(
                messages,
                Told.class,
                told -> told.stream()
                        .flatMap(each -> each.no().stream())
                        .forEach(no -> records.stopUpdates(no.supporter(), no.choice())));
    }
}
