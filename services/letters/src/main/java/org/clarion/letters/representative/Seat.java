package org.clarion.letters.representative;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clarion.letters.representative.DirectoryChange.What;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A seat of the House of Commons of which some source has said who holds it, or that nobody does.
 *
 * @param code the nine characters of the Office for National Statistics
 * @param parliamentId Parliament's own number of the constituency; null until it has been told
 * @param terms the newest last; they never overlap
 * @param history what has changed, the newest last
 */
@Document("seats")
public record Seat(
        @Id String code,
        @Nullable Integer parliamentId,
        List<Term> terms,
        List<DirectoryChange> history,
        @Version @Nullable Long version) {

    private static final Duration LONGEST_DELAY = Duration.ofDays(60);

    public Seat {
        terms = List.copyOf(terms);
        history = List.copyOf(history);
    }

    /** Nothing is known of who was there before. */
    static Seat firstHeardOf(String code) {
        return new Seat(code, null, List.of(), List.of(), null);
    }

    public Optional<Term> termAt(Instant at) {
        return terms.stream().filter(term -> term.coversAt(at)).findFirst();
    }

    /** When the last term before a moment ended; empty where there was none. */
    Optional<Instant> emptySince(Instant at) {
        return terms.stream()
                .map(Term::until)
                .filter(until -> until != null && !until.isAfter(at))
                .max(Comparator.naturalOrder());
    }

    /** The term that lasts; empty for a vacant seat. */
    public Optional<Term> current() {
        return newest().filter(Term::lasts);
    }

    /** Whether a term began or ended later than that. */
    boolean isKnownAfter(Instant moment) {
        return newest().map(Term::end).filter(end -> end.isAfter(moment)).isPresent();
    }

    private Optional<Term> newest() {
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.getLast());
    }

    /**
     * Somebody holds the seat; whoever else held it no longer does. A term that was heard of already stays, and learns
     * when it began.
     *
     * @param since the beginning of the term; null where it is not told: then it is when it was so, or before the directory
     *     heard of the seat
     */
    Seat heldBy(long member, @Nullable Instant since, Telling telling) {
        var held = current();
        if (held.isPresent() && held.get().member() == member) {
            return dated(held.get(), since);
        }
        if (version == null) {
            return with(List.of(new Term(member, since, null)), null);
        }
        var begins = latest(believed(since, telling), newest().map(Term::end).orElse(null));
        var next = new ArrayList<>(terms);
        held.ifPresent(predecessor -> next.set(next.size() - 1, predecessor.endingAt(begins)));
        next.add(new Term(member, begins, null));
        var before = held.map(Term::member).map(String::valueOf).orElse(null);
        return with(next, telling.change(What.SEAT_FILLED, before, Long.toString(member)));
    }

    private Seat dated(Term held, @Nullable Instant since) {
        if (held.from() != null || since == null) {
            return this;
        }
        var next = new ArrayList<>(terms);
        next.set(next.size() - 1, new Term(held.member(), since, null));
        return with(next, null);
    }

    /** @param until the first moment without the member who held it; null where it is not told: then it is when it was so */
    Seat vacated(@Nullable Instant until, Telling telling) {
        var held = current();
        if (held.isEmpty()) {
            return this;
        }
        var next = new ArrayList<>(terms);
        next.set(next.size() - 1, held.get().endingAt(until == null ? telling.asOf() : until));
        return with(
                next, telling.change(What.SEAT_VACATED, Long.toString(held.get().member()), null));
    }

    /** @param number Parliament's own */
    Seat numbered(int number) {
        return new Seat(code, number, terms, history, version);
    }

    /** Sources learn of a new member within weeks: an older date is that of an earlier term, perhaps of another seat. */
    private static Instant believed(@Nullable Instant since, Telling telling) {
        return since == null || since.isBefore(telling.asOf().minus(LONGEST_DELAY)) ? telling.asOf() : since;
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private Seat with(List<Term> next, @Nullable DirectoryChange change) {
        var changes = new ArrayList<>(history);
        if (change != null) {
            changes.add(change);
        }
        return new Seat(code, parliamentId, next, changes, version);
    }
}
