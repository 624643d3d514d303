package org.clarion.letters.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter says that came back.
 *
 * @param on London day on which it came; null where it was not said
 * @param saidAt when they told us
 */
public record Answer(Kind kind, @Nullable LocalDate on, Instant saidAt) {

    public enum Kind {
        YES,
        BESIDE_THE_QUESTION,
        ACKNOWLEDGEMENT,
        NO;

        /** Whether somebody at the office wrote. */
        public boolean isReply() {
            return this == YES || this == BESIDE_THE_QUESTION;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
