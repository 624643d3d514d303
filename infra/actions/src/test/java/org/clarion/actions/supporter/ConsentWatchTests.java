package org.clarion.actions.supporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.listening.IncomingMessage;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.clarion.supporters.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.listener.BatchListenerFailedException;

class ConsentWatchTests {

    private static final String SUPPORTER = "\"supporter\":{\"pseudonym\":\"p\",\"key\":\"k1\"}";

    private final List<ConsentChoice> heard = new ArrayList<>();
    private final ConsentWatch watch = new ConsentWatch(new SupporterRecords() {

        @Override
        public List<SupporterRecord> of(EmailAddress address, Staff reader) {
            return List.of();
        }

        @Override
        public void erase(UUID id) {}

        @Override
        public void stopUpdates(Supporter supporter, ConsentChoice no) {
            assertThat(supporter).isEqualTo(new Supporter("p", "k1"));
            heard.add(no);
        }

        @Override
        public Stream<Subscriber> subscribers() {
            return Stream.of();
        }
    });

    /** Compaction may have taken away the message that told of it. */
    @Test
    void aNoIsHeardFromAnyStateThatHasIt() {
        watch.on(List.of(message("letter.sent.v1", body(SUPPORTER, "GIVEN", "WITHDRAWN", "GIVEN"))));

        assertThat(heard).singleElement().satisfies(no -> {
            assertThat(no.choice()).isEqualTo(Choice.WITHDRAWN);
            assertThat(no.wording()).isEqualTo("updates-2026-11");
            assertThat(no.at()).isEqualTo(Instant.parse("2026-11-24T12:00:01Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIVEN", "NOT_GIVEN", "ENDED", "SOMETHING_NEW"})
    void nothingElseIs(String newest) {
        watch.on(List.of(message("signature.confirmed.v1", body(SUPPORTER, newest))));

        assertThat(heard).isEmpty();
    }

    @Test
    void norIsWhoIsForgotten() {
        watch.on(List.of(message("signature.forgotten.v1", body("\"state\":\"withdrawn\"", "WITHDRAWN"))));

        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"body\":{}}", "{\"body\":{\"consents\":[{}]}}", "[]", "{"})
    void aBadRecordIsSingledOutBehindTheGoodOnes(String bad) {
        var good = message("letter.sent.v1", body(SUPPORTER, "WITHDRAWN"));

        assertThatThrownBy(() -> watch.on(List.of(good, message("letter.sent.v1", bad), good)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        failure -> assertThat(failure.getIndex()).isEqualTo(1));
        assertThat(heard).isNotEmpty();
    }

    private static String body(String supporter, String... choices) {
        var consents = new ArrayList<String>();
        for (int i = 0; i < choices.length; i++) {
            consents.add(
                    "{\"purpose\":\"updates\",\"choice\":\"%s\",\"wording\":\"updates-2026-11\",\"at\":\"2026-11-24T12:00:0%dZ\"}"
                            .formatted(choices[i], i));
        }
        return "{%s,\"body\":{\"consents\":[%s]}}".formatted(supporter, String.join(",", consents));
    }

    private static IncomingMessage message(String type, String body) {
        return new IncomingMessage(
                "letter.v1", 0, 0, Instant.EPOCH, "key", type, body.getBytes(StandardCharsets.UTF_8));
    }
}
