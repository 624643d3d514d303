package org.clarion.totals;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clarion.messaging.UnreadableMessage;
import org.clarion.messaging.listening.IncomingMessage;

/** A record of one of the two topics, read. */
record Incoming(String topic, int partition, long offset, Said said) {

    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");

    /** What a record can say. */
    sealed interface Said {
        record Row(TotalRow row) implements Said {}

        record Completed(int generation) implements Said {}

        /** A type that this reader does not know. */
        record Unknown() implements Said {}
    }

    static Incoming of(IncomingMessage message) {
        var said = switch (message.type()) {
            case TotalRow.TYPE -> new Said.Row(checked(message.as(TotalRow.class)));
            case GenerationCompleted.TYPE ->
                new Said.Completed(message.as(GenerationCompleted.class).generation());
            default -> new Said.Unknown();
        };
        return new Incoming(message.topic(), message.partition(), message.offset(), said);
    }

    private static TotalRow checked(TotalRow row) {
        // Bound from JSON: what the sender left out is null whatever the types say.
        if (row.generation() < 1
                || Stream.of(row.action(), row.measure(), row.dimension(), row.value(), row.at())
                        .anyMatch(Objects::isNull)) {
            throw new UnreadableMessage("A total that lacks a field", null);
        }
        if (row.dimension().equals(TotalRow.MINUTE)
                && !MINUTE.matcher(row.value()).matches()) {
            throw new UnreadableMessage("No minute: " + row.value(), null);
        }
        return row;
    }
}
