package org.clarion.letters.letter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.messaging.envelope.Participation;
import org.clarion.pageshell.Figures;
import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/** A letter as {@code letter.v1} shows it: no name, no address, no postcode, not a word of it. */
final class LetterMessage {

    /**
     * What only letters have.
     *
     * @param hold why it is held; null unless it is
     * @param answer what came back, as the supporter says; null where nothing was said
     */
    record Body(
            List<ConsentChoice> consents,
            Instant recordedAt,
            boolean test,
            @Nullable String hold,
            @Nullable Instant sentAt,
            @Nullable String answer) {}

    private LetterMessage() {}

    static Participation of(Letter letter) {
        var answer = letter.asking().answer();
        return new Participation(
                letter.id(),
                letter.version(),
                letter.action(),
                "letter",
                letter.supporter(),
                letter.status().wireName(),
                letter.course().confirmedAt(),
                letter.test() ? Map.of() : measures(letter),
                letter.status() == Status.EXPIRED ? Map.of() : dimensions(letter),
                new Body(
                        letter.consents(),
                        letter.course().recordedAt(),
                        letter.test(),
                        letter.hold() == null ? null : letter.hold().wireName(),
                        letter.post().sentAt(),
                        answer == null ? null : answer.kind().wireName()));
    }

    private static Map<String, Long> measures(Letter letter) {
        var status = letter.status();
        var measures = new HashMap<String, Long>();
        measures.put("recorded", 1L);
        if (status.counts()) {
            measures.put("confirmed", 1L);
        }
        switch (status) {
            case SENT, DELIVERED, REPLIED -> {
                measures.put("sent", 1L);
                if (letter.post().deliveredAt() != null) {
                    measures.put("delivered", 1L);
                }
                addAnswers(letter, measures);
            }
            case HELD -> measures.put("held", 1L);
            case BOUNCED -> measures.put("bounced", 1L);
            case AWAITING_CONFIRMATION, QUEUED, UNKNOWN, WITHDRAWN, CANCELLED, INVALIDATED, EXPIRED -> {}
        }
        return measures;
    }

    private static void addAnswers(Letter letter, Map<String, Long> measures) {
        if (letter.status() == Status.REPLIED) {
            measures.put("replied", 1L);
        }
        if (letter.asking().answer() != null) {
            measures.put("told", 1L);
        }
        daysToAnswer(letter).ifPresent(days -> {
            measures.put("dated", 1L);
            measures.put("days", days);
        });
    }

    /** From the day of sending to the day of the answer, in London; empty where there was none or its day is not known. */
    static OptionalLong daysToAnswer(Letter letter) {
        var answer = letter.asking().answer();
        var sent = letter.post().sentAt();
        if (letter.status() != Status.REPLIED || answer == null || answer.on() == null || sent == null) {
            return OptionalLong.empty();
        }
        var from = sent.atZone(Figures.LONDON).toLocalDate();
        return OptionalLong.of(Math.max(0, ChronoUnit.DAYS.between(from, answer.on())));
    }

    private static Map<String, String> dimensions(Letter letter) {
        var details = letter.details();
        var dimensions = new HashMap<String, String>();
        if (details.constituency() != null) {
            dimensions.put("constituency", details.constituency());
        }
        dimensions.put("country", details.country());
        dimensions.put("language", details.language());
        dimensions.put("source", details.source());
        dimensions.put("target", letter.target().wireName());
        dimensions.put("variant", details.variant());
        if (letter.asking().answer() != null && letter.status().isOut()) {
            dimensions.put("answer", letter.asking().answer().kind().wireName());
        }
        return dimensions;
    }
}
