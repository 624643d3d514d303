package org.clarion.actions.supporter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a supporter about one thing they did.
 *
 * @param action what it was done for, as the public knows it
 * @param page of that action, for staff
 * @param state the message key of what has become of it
 * @param at when it was done
 * @param takesUpdates whether a yes to updates stands with it, be it confirmed or not
 * @param withheld whether more is kept than this reader may see
 */
public record SupporterRecord(
        UUID id,
        String action,
        String page,
        String state,
        Instant at,
        List<Line> kept,
        boolean takesUpdates,
        boolean withheld) {

    /**
     * @param words the message key of what it is
     * @param at when it was said; null where that does not matter
     */
    public record Line(String words, String value, @Nullable Instant at) {

        public static Stream<Line> all(List<Stream<Line>> parts) {
            return parts.stream().flatMap(each -> each);
        }

        /** Empty where there is nothing. */
        public static Stream<Line> of(String what, @Nullable String value) {
            return value == null || value.isBlank()
                    ? Stream.empty()
                    : Stream.of(new Line("supporters.kept." + what, value, null));
        }

        /**
         * The choices, each with the words that asked for it.
         *
         * @param pending what counts once it is confirmed; null for nothing
         */
        public static Stream<Line> of(List<ConsentChoice> choices, @Nullable ConsentChoice pending) {
            return Stream.concat(choices.stream(), Stream.ofNullable(pending))
                    .map(each -> new Line("supporters.kept.updates." + each.choice(), each.wording(), each.at()));
        }

        /** Says nothing, so that a person cannot slip into a log. */
        @Override
        public String toString() {
            return "Line";
        }
    }

    public SupporterRecord {
        kept = List.copyOf(kept);
    }
}
