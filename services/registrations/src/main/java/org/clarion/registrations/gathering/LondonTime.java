package org.clarion.registrations.gathering;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.clarion.pageshell.Figures;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/** A time as a clock in London shows it, which once a year is not there and once a year is there twice. */
public sealed interface LondonTime {

    /** It is there once, or it was said which of the two is meant. */
    record At(Instant instant) implements LondonTime {}

    /**
     * The clocks jump over it.
     *
     * @param jumpsFrom what the clock would show when it jumps
     * @param jumpsTo what it shows instead
     */
    record Skipped(LocalDateTime jumpsFrom, LocalDateTime jumpsTo) implements LondonTime {}

    /** It comes twice: before the clocks go back, and after. */
    record Twice(Instant first, Instant second) implements LondonTime {}

    /** Which of two is meant. */
    enum Which implements WireNamed {
        FIRST,
        SECOND
    }

    /** @param which null where nobody has said */
    static LondonTime of(LocalDateTime shown, @Nullable Which which) {
        var rules = Figures.LONDON.getRules();
        var transition = rules.getTransition(shown);
        if (transition == null) {
            return new At(shown.toInstant(rules.getOffset(shown)));
        }
        if (transition.isGap()) {
            return new Skipped(transition.getDateTimeBefore(), transition.getDateTimeAfter());
        }
        var first = at(shown, transition.getOffsetBefore());
        var second = at(shown, transition.getOffsetAfter());
        if (which == null) {
            return new Twice(first, second);
        }
        return new At(which == Which.FIRST ? first : second);
    }

    /** Which of two an instant is; null where its time is there once. */
    static @Nullable Which which(Instant at) {
        var shown = LocalDateTime.ofInstant(at, Figures.LONDON);
        return of(shown, null) instanceof Twice twice ? (at.equals(twice.first()) ? Which.FIRST : Which.SECOND) : null;
    }

    private static Instant at(LocalDateTime shown, ZoneOffset offset) {
        return shown.toInstant(offset);
    }
}
