package org.clarion.letters.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the supporter was asked for the answer they got, and what they said.
 *
 * @param times how often they were asked by mail
 * @param lastAt when they were asked last; null before
 * @param answer the last they said; null where they said nothing
 */
public record Asking(
        int times, @Nullable Instant lastAt, @Nullable Answer answer) {

    static final Asking NOT_YET = new Asking(0, null, null);

    Asking once(Instant now) {
        return new Asking(times + 1, now, answer);
    }

    Asking told(Answer said) {
        return new Asking(times, lastAt, said);
    }
}
