package org.clarion.letters.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to a letter on this side of the post.
 *
 * @param recordedAt when it was last given
 * @param confirmedAt when it was first confirmed; set once
 * @param expiresAt when it lapses if it stays unconfirmed; null once confirmed
 * @param waitingSince since when it waits: in the queue, held, or for staff to decide; null while it does not
 * @param endedAt when staff cancelled it
 */
public record Course(
        Instant recordedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant waitingSince,
        @Nullable Instant endedAt) {

    static Course begun(Instant now, Instant expiry) {
        return new Course(now, null, expiry, null, null);
    }

    Course begunAgain(Instant now, Instant expiry) {
        return new Course(now, confirmedAt, expiry, null, null);
    }

    Course confirmed(Instant now) {
        return new Course(recordedAt, confirmedAt == null ? now : confirmedAt, null, now, null);
    }

    Course waiting(Instant now) {
        return new Course(recordedAt, confirmedAt, null, now, null);
    }

    /** It waits no more. */
    Course over() {
        return new Course(recordedAt, confirmedAt, null, null, null);
    }

    Course lapsing(@Nullable Instant expiry) {
        return new Course(recordedAt, confirmedAt, expiry, null, null);
    }

    Course ended(Instant now) {
        return new Course(recordedAt, confirmedAt, null, null, now);
    }
}
