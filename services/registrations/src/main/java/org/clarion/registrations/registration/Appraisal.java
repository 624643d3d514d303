package org.clarion.registrations.registration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What staff think of an application, and what they have decided. It is about a person: it goes when what they typed goes, and
 * never leaves this service's store.
 *
 * @param opinions one of each member of staff at the most, in the order in which they were first said
 * @param ruling null as long as nothing is decided
 */
public record Appraisal(List<Opinion> opinions, @Nullable Ruling ruling) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;
    public static final int LONGEST_NOTE = 1000;

    /**
     * @param by address of the member of staff
     * @param score from {@link #LOWEST} to {@link #HIGHEST}, the more the better
     */
    public record Opinion(String by, int score, @Nullable String note, Instant at) {

        public Opinion {
            if (score < LOWEST || score > HIGHEST) {
                throw new IllegalArgumentException("no score: " + score);
            }
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Opinion";
        }
    }

    /** What can be decided. */
    public enum Verdict {
        ACCEPT,
        /** As good as accepted, were there a place. */
        WAIT,
        DECLINE
    }

    /**
     * @param note what the mail says about it; null for nothing
     * @param by address of the member of staff
     */
    public record Ruling(Verdict verdict, @Nullable String note, String by, Instant at) {

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Ruling[" + verdict + "]";
        }
    }

    static final Appraisal NONE = new Appraisal(List.of(), null);

    public Appraisal {
        opinions = List.copyOf(opinions);
    }

    /** With what one of the staff says now instead of what they said before. */
    Appraisal with(Opinion opinion) {
        var known = opinion(opinion.by()).isPresent();
        var all = known
                ? opinions.stream().map(each -> each.by().equals(opinion.by()) ? opinion : each)
                : Stream.concat(opinions.stream(), Stream.of(opinion));
        return new Appraisal(all.toList(), ruling);
    }

    Appraisal ruled(@Nullable Ruling ruling) {
        return new Appraisal(opinions, ruling);
    }

    public Optional<Opinion> opinion(String by) {
        return opinions.stream().filter(each -> each.by().equals(by)).findFirst();
    }

    /** Null where nobody has given a score. */
    public @Nullable Double average() {
        var average = opinions.stream().mapToInt(Opinion::score).average();
        return average.isPresent() ? average.getAsDouble() : null;
    }

    /** What a mail about such a verdict says besides; empty for nothing. */
    String noteAbout(Verdict verdict) {
        return ruling == null || ruling.verdict() != verdict ? "" : Objects.requireNonNullElse(ruling.note(), "");
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Appraisal";
    }
}
