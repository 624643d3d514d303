package org.clarion.letters.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter says that came back.
 *
 * @param on London day on which it came; null where it was not said
 * @param saidAt when they told us
 */
public record Answer(Kind kind, @Nullable LocalDate on, Instant saidAt) {

    public enum Kind implements WireNamed {
        YES,
        BESIDE_THE_QUESTION,
        ACKNOWLEDGEMENT,
        NO;

        /** Whether somebody at the office wrote. */
        public boolean isReply() {
            return this == YES || this == BESIDE_THE_QUESTION;
        }
    }
}
