package org.clarion.letters.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the post did with a letter.
 *
 * @param underWay the mail that is to carry it; null where there is none whose end we have not heard of
 * @param carriedBy version of the letter that asked for the mail that was sent, or may have been; null before
 * @param addressee to whom it goes, decided at the moment of sending; null before
 * @param decidedAt when that was decided; null before
 * @param sentAt when the mail server took it
 * @param deliveredAt when it had not come back in time
 */
public record Post(
        @Nullable Underway underWay,
        @Nullable Long carriedBy,
        @Nullable Addressee addressee,
        @Nullable Instant decidedAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt) {

    static final Post NONE = new Post(null, null, null, null, null, null);

    /**
     * A mail that was asked for.
     *
     * @param asked version of the letter that asked, by which {@code mail.v1} names it
     */
    public record Underway(long asked, Instant since) {}

    Post askedBy(long version, Instant now) {
        return new Post(new Underway(version, now), null, null, null, null, null);
    }

    Post to(Addressee person, Instant now) {
        return new Post(underWay, carriedBy, person, now, sentAt, deliveredAt);
    }

    Post sent(Instant now) {
        return new Post(null, carrier(), addressee, decidedAt, now, null);
    }

    Post delivered(Instant now) {
        return new Post(underWay, carriedBy, addressee, decidedAt, sentAt, now);
    }

    /** Its mail has come to an end. */
    Post returned() {
        return new Post(null, carriedBy, addressee, decidedAt, sentAt, deliveredAt);
    }

    /** Its mail has come to an end, and nobody knows to which. */
    Post doubted() {
        return new Post(null, carrier(), addressee, decidedAt, sentAt, deliveredAt);
    }

    private @Nullable Long carrier() {
        return underWay == null ? carriedBy : Long.valueOf(underWay.asked());
    }

    /** A mail that is under way stays so; the rest begins anew. */
    Post anew() {
        return new Post(underWay, null, null, null, null, null);
    }

    boolean isCarriedBy(long asked) {
        return underWay != null && underWay.asked() == asked;
    }

    /** Whether the mail that this version asked for was sent, or may have been. */
    boolean wasCarriedBy(long asked) {
        return carriedBy != null && carriedBy == asked;
    }
}
