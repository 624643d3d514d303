package org.clarion.letters.action;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.clarion.letters.position.Position;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Target;
import org.clarion.pageshell.Sought;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a letter to everybody whom an action addresses, if it were sent now.
 *
 * @param seats by the name of the constituency; empty where no MP is written to
 * @param entries of the list; empty where there is none
 */
record Rehearsal(LetterText text, List<Row> seats, List<Row> entries) {

    /** What stands between a letter and its reader. */
    enum Outcome implements WireNamed {
        ARRIVES,
        /** Somebody is there, and no mail address is known. */
        NO_ADDRESS,
        /** Mail to the address has come back. */
        BOUNCING,
        VACANT,
        /** The directory has not heard of the seat. */
        UNKNOWN
    }

    /**
     * @param place the constituency, or the person of the list
     * @param recipient null where nobody is known to be there
     * @param position null where nobody has noted it
     * @param variant null where the basic wording is used
     */
    record Row(
            Target target,
            String place,
            @Nullable Recipient recipient,
            Outcome outcome,
            @Nullable Position position,
            @Nullable Variant variant) {

        public boolean isInTrouble() {
            return outcome != Outcome.ARRIVES;
        }

        private boolean has(Sought sought) {
            return sought.isIn(place) || (recipient != null && sought.isIn(recipient.name(), recipient.party()));
        }
    }

    public List<Row> rows() {
        return Stream.concat(seats.stream(), entries.stream()).toList();
    }

    /**
     * Those of one outcome of whom something is sought.
     *
     * @param outcome null for any
     */
    List<Row> matching(@Nullable Outcome outcome, Sought sought) {
        return rows().stream()
                .filter(row -> outcome == null || row.outcome() == outcome)
                .filter(row -> row.has(sought))
                .toList();
    }

    /** Why letters would have to wait, and how many for each reason. */
    public Map<Outcome, Long> troubles() {
        var counts = byOutcome();
        counts.remove(Outcome.ARRIVES);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** How many of all have each outcome; what nobody has as 0. */
    public Map<Outcome, Long> byOutcome() {
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        for (var outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
        rows().forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
        return counts;
    }

    /** How many would get each variant, in the order in which they are tried; what nobody would get as 0. */
    public Map<Variant, Long> byVariant() {
        var counts = new LinkedHashMap<Variant, Long>();
        text.variants().forEach(variant -> counts.put(variant, 0L));
        rows().stream()
                .map(Row::variant)
                .filter(Objects::nonNull)
                .forEach(variant -> counts.merge(variant, 1L, Long::sum));
        return counts;
    }

    /** How many would get the basic wording. */
    public long basic() {
        return rows().stream().filter(row -> row.variant() == null).count();
    }
}
