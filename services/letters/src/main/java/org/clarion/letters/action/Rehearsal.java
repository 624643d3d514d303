package org.clarion.letters.action;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.clarion.letters.position.Position;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a letter to everybody whom an action addresses, if it were sent now.
 *
 * @param seats by the name of the constituency; empty where no MP is written to
 * @param entries of the list; empty where there is none
 */
record Rehearsal(LetterText text, List<Row> seats, List<Row> entries) {

    /** What stands between a letter and its reader. */
    enum Outcome {
        ARRIVES,
        /** Somebody is there, and no mail address is known. */
        NO_ADDRESS,
        /** Mail to the address has come back. */
        BOUNCING,
        VACANT,
        /** The directory has not heard of the seat. */
        UNKNOWN;

        /** As messages files know it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
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
    }

    public List<Row> rows() {
        return Stream.concat(seats.stream(), entries.stream()).toList();
    }

    /** Letters that would have to wait, by the reason. */
    public List<Row> troubles() {
        return rows().stream()
                .filter(Row::isInTrouble)
                .sorted(Comparator.comparing(Row::outcome))
                .toList();
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
