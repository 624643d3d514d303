package org.clarion.letters.representative;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clarion.letters.contact.Contact;
import org.clarion.letters.representative.Holder.Held;
import org.clarion.letters.representative.Holder.NotKnown;
import org.clarion.letters.representative.Holder.Vacant;
import org.clarion.letters.representative.Seating.Found;
import org.clarion.pageshell.Sought;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The directory as a table: a row for each of the 650 seats. */
@Component
class DirectoryTable {

    /** How letters to a seat fare. */
    enum Standing implements WireNamed {
        FINE,
        BY_HAND,
        NONE_KNOWN,
        BOUNCING,
        VACANT,
        NOT_KNOWN;

        /** How a page marks it. */
        public @Nullable String kind() {
            return switch (this) {
                case FINE, BY_HAND -> "good";
                case NONE_KNOWN, VACANT -> "warning";
                case BOUNCING -> "wrong";
                case NOT_KNOWN -> null;
            };
        }

        static Standing of(Holder holder) {
            return switch (holder) {
                case Held held -> of(held.member().contact());
                case Vacant vacant -> VACANT;
                case NotKnown unknown -> NOT_KNOWN;
            };
        }

        private static Standing of(Contact contact) {
            return switch (contact.state()) {
                case FINE -> FINE;
                case BY_HAND -> BY_HAND;
                case NONE_KNOWN -> NONE_KNOWN;
                case BOUNCING -> BOUNCING;
            };
        }
    }

    /** @param member null where nobody is known */
    record Row(
            Constituency seat, Standing standing, @Nullable Member member) {

        private boolean has(Sought sought) {
            return sought.isIn(seat.name(), seat.code())
                    || (member != null && sought.isIn(member.name(), member.party()));
        }
    }

    private final Representatives representatives;
    private final Constituencies constituencies;
    private final Seating seating;

    DirectoryTable(Representatives representatives, Constituencies constituencies, Seating seating) {
        this.representatives = representatives;
        this.constituencies = constituencies;
        this.seating = seating;
    }

    /** By name of the constituency. */
    List<Row> rows(Instant at) {
        var holders = representatives.holders(at);
        return constituencies.all().stream()
                .map(seat -> row(seat, holders.getOrDefault(seat.code(), new NotKnown())))
                .toList();
    }

    static Row row(Constituency seat, Holder holder) {
        return new Row(seat, Standing.of(holder), holder instanceof Held held ? held.member() : null);
    }

    /** @param typed part of a name, a code, a party, or a postcode; all where nothing was typed */
    List<Row> matching(List<Row> rows, String typed) {
        if (seating.of(typed) instanceof Found found) {
            return rows.stream()
                    .filter(row -> row.seat().equals(found.constituency()))
                    .toList();
        }
        var sought = new Sought(typed);
        return rows.stream().filter(row -> row.has(sought)).toList();
    }

    /** How many seats stand how; each standing is there. */
    static Map<Standing, Long> counts(List<Row> rows) {
        var counts = new EnumMap<Standing, Long>(Standing.class);
        Arrays.stream(Standing.values()).forEach(standing -> counts.put(standing, 0L));
        rows.forEach(row -> counts.merge(row.standing(), 1L, Long::sum));
        return counts;
    }
}
