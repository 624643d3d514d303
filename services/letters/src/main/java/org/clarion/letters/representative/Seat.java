package org.clarion.letters.representative;

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

    private Optional<Term> newest() {
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.getLast());
    }

    /**
     * Somebody holds the seat. Whoever else held it no longer does.
     *
     * @param from the beginning of the term; null where it is not told: then it is {@code at}, or before the directory
     *     heard of the seat
     * @param at when this was heard
     */
    Seat heldBy(long member, @Nullable Instant from, Instant at, String by) {
        var held = current();
        if (held.isPresent() && held.get().member() == member) {
            return this;
        }
        var earliest = newest().map(Term::from).orElse(null);
        var free = held.isPresent() ? earliest : newest().map(Term::until).orElse(null);
        var begins = from == null ? (isFirst() ? null : at) : from;
        if (begins != null && free != null && begins.isBefore(free)) {
            begins = free.isAfter(at) ? free : held.isPresent() ? at : free;
        }
        var next = new ArrayList<>(terms);
        if (held.isPresent()) {
            next.removeLast();
            next.add(held.get().endingAt(begins == null ? at : begins));
        }
        next.add(new Term(member, begins, null));
        var before = held.map(term -> Long.toString(term.member())).orElse(null);
        return with(
                next, isFirst() ? null : new DirectoryChange(at, What.SEAT_FILLED, before, Long.toString(member), by));
    }

    /** @param until the first moment without the member who held it; null where it is not told: then it is {@code at} */
    Seat vacated(@Nullable Instant until, Instant at, String by) {
        var held = current();
        if (held.isEmpty()) {
            return this;
        }
        var next = new ArrayList<>(terms);
        next.removeLast();
        next.add(held.get().endingAt(until == null ? at : until));
        return with(
                next,
                new DirectoryChange(
                        at, What.SEAT_VACATED, Long.toString(held.get().member()), null, by));
    }

    private boolean isFirst() {
        return version == null && terms.isEmpty();
    }

    private Seat with(List<Term> next, @Nullable DirectoryChange change) {
        var changes = new ArrayList<>(history);
        if (change != null) {
            changes.add(change);
        }
        return new Seat(code, parliamentId, next, changes, version);
    }
}
