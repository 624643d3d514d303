package org.clarion.letters.representative;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clarion.letters.representative.DirectoryRefusal.Reason;
import org.clarion.letters.representative.Register.Empty;
import org.clarion.letters.representative.Register.Taken;
import org.jspecify.annotations.Nullable;

/**
 * The directory as it would be after a register, held against what it is.
 *
 * @param seats those that become others, by code
 * @param members those that become others, by Parliament id
 * @param lines what staff would see, in the register's order
 * @param seatsFirstHeardOf how many seats the directory knew nothing of
 * @param membersFirstHeardOf how many members it knew nothing of
 * @param seatsNotNamed how many seats it knows of that the register does not name: they stay as they are
 */
record Revision(
        Map<String, Seat> seats,
        Map<Long, Member> members,
        List<Line> lines,
        int seatsFirstHeardOf,
        int membersFirstHeardOf,
        int seatsNotNamed) {

    /**
     * @param seat code of the constituency
     * @param change of the seat, or of the member who is to hold it
     */
    record Line(String seat, DirectoryChange change) {}

    /** A directory of fewer members than this may change as it likes: it is a sample, or just being filled. */
    private static final int GUARDED_FROM = 100;

    /** In a normal year fewer than one seat in a hundred changes hands. */
    private static final double PART_THAT_MAY_GO = 0.1;

    static Revision of(Register register, Map<String, Seat> seats, Map<Long, Member> members, Telling telling) {
        var nextSeats = new HashMap<String, Seat>();
        var nextMembers = new HashMap<Long, Member>();
        var lines = new ArrayList<Line>();
        int newSeats = 0;
        int newMembers = 0;
        var named = new HashSet<String>();
        for (var row : register.rows()) {
            named.add(row.seat());
            var seat = Optional.ofNullable(seats.get(row.seat()));
            var next = applied(row, seat.orElseGet(() -> Seat.firstHeardOf(row.seat())), telling);
            newSeats += seat.isEmpty() ? 1 : 0;
            if (seat.filter(next::equals).isEmpty()) {
                nextSeats.put(row.seat(), next);
                fresh(seat.map(Seat::history).orElse(List.of()), next.history())
                        .forEach(change -> lines.add(new Line(row.seat(), change)));
            }
            if (row instanceof Taken taken) {
                var member = Optional.ofNullable(members.get(taken.person().id()));
                newMembers += member.isEmpty() ? 1 : 0;
                var described = member.map(known -> known.described(taken.person(), telling))
                        .orElseGet(() -> Member.firstHeardOf(taken.person()));
                if (member.filter(described::equals).isEmpty()) {
                    nextMembers.put(described.id(), described);
                    fresh(member.map(Member::history).orElse(List.of()), described.history())
                            .forEach(change -> lines.add(new Line(row.seat(), change)));
                }
            }
        }
        int notNamed = (int)
                seats.keySet().stream().filter(code -> !named.contains(code)).count();
        return new Revision(nextSeats, nextMembers, lines, newSeats, newMembers, notNamed);
    }

    /** What a row makes of a seat. */
    static Seat applied(Register.Row row, Seat seat, Telling telling) {
        return switch (row) {
            case Taken taken -> {
                var held = seat.heldBy(taken.person().id(), taken.since(), telling);
                yield taken.parliamentId() == null ? held : held.numbered(taken.parliamentId());
            }
            case Empty empty -> seat.vacated(empty.until(), telling);
        };
    }

    private static List<DirectoryChange> fresh(List<DirectoryChange> before, List<DirectoryChange> after) {
        var known = Set.copyOf(before);
        return after.stream().filter(change -> !known.contains(change)).toList();
    }

    boolean changesNothing() {
        return seats.isEmpty() && members.isEmpty();
    }

    /**
     * Why this looks like a broken source, or an old one, rather than like politics; empty where it does not.
     *
     * @param register what this is made from
     * @param now the directory as it is
     * @param asOf when what the register says was so
     */
    Optional<Reason> looksWrong(Register register, Map<String, Seat> now, Map<Long, Member> known, Instant asOf) {
        var held =
                now.values().stream().filter(seat -> seat.current().isPresent()).toList();
        if (now.values().stream().anyMatch(seat -> changesHands(seat) && seat.isKnownAfter(asOf))) {
            return Optional.of(Reason.OLDER_THAN_KNOWN);
        }
        if (held.size() < GUARDED_FROM) {
            return Optional.empty();
        }
        double few = held.size() * PART_THAT_MAY_GO;
        if (held.size() - register.members() > few) {
            return Optional.of(Reason.FAR_FEWER_MEMBERS);
        }
        if (held.stream().filter(this::changesHands).count() > few) {
            return Optional.of(Reason.MANY_SEATS_CHANGE_HANDS);
        }
        long lost = members.values().stream()
                .filter(next -> losesAddress(known.get(next.id()), next))
                .count();
        return lost > few ? Optional.of(Reason.MANY_ADDRESSES_GONE) : Optional.empty();
    }

    private boolean changesHands(Seat before) {
        var after = seats.get(before.code());
        return after != null && !Objects.equals(holder(before), holder(after));
    }

    private static Optional<Long> holder(Seat seat) {
        return seat.current().map(Term::member);
    }

    private static boolean losesAddress(@Nullable Member before, Member after) {
        return before != null
                && before.office().listed() != null
                && after.office().listed() == null;
    }
}
