package org.clarion.letters.representative;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the directory was told, in words, the newest first: why letters moved. */
@Component
class DirectoryHistory {

    /**
     * @param seat code; null for a member who holds none any more
     * @param seatName empty where there is none
     * @param who the member's name; empty where the line is of a seat
     */
    record Line(Instant at, @Nullable String seat, String seatName, String who, String says, String by) {}

    /** @param member null for one of whom nothing is known */
    record Sitting(Term term, @Nullable Member member) {}

    private final Seats seats;
    private final Members members;
    private final DirectoryWords words;

    DirectoryHistory(Seats seats, Members members, DirectoryWords words) {
        this.seats = seats;
        this.members = members;
        this.words = words;
    }

    /** Of all seats and members. */
    List<Line> all() {
        var people = members.all();
        var names = names(people);
        var lines = new ArrayList<Line>();
        var holds = new HashMap<Long, String>();
        seats.all().values().forEach(seat -> {
            seat.current().ifPresent(term -> holds.put(term.member(), seat.code()));
            ofSeat(seat, names).forEach(lines::add);
        });
        people.values()
                .forEach(member ->
                        ofMember(member, holds.get(member.id()), names).forEach(lines::add));
        return newestFirst(lines.stream());
    }

    /** Of a seat, and of the members who have held it. */
    List<Line> of(String code) {
        var seat = seats.find(code);
        var people = people(seat);
        var names = names(people);
        return newestFirst(Stream.concat(
                seat.stream().flatMap(known -> ofSeat(known, names)),
                people.values().stream().flatMap(member -> ofMember(member, code, names))));
    }

    /** Who has held a seat, the newest first. */
    List<Sitting> terms(String code) {
        var seat = seats.find(code);
        var people = people(seat);
        return seat.stream()
                .flatMap(known -> known.terms().reversed().stream())
                .map(term -> new Sitting(term, people.get(term.member())))
                .toList();
    }

    private Map<Long, Member> people(Optional<Seat> seat) {
        return members.find(seat.stream()
                .flatMap(known -> known.terms().stream())
                .map(Term::member)
                .distinct()
                .toList());
    }

    private static Map<String, String> names(Map<Long, Member> people) {
        var names = new HashMap<String, String>();
        people.values().forEach(member -> names.put(Long.toString(member.id()), member.name()));
        return names;
    }

    private Stream<Line> ofSeat(Seat seat, Map<String, String> names) {
        return seat.history().stream().map(change -> line(change, seat.code(), "", names));
    }

    private Stream<Line> ofMember(Member member, @Nullable String seat, Map<String, String> names) {
        return member.history().stream().map(change -> line(change, seat, member.name(), names));
    }

    private Line line(DirectoryChange change, @Nullable String seat, String who, Map<String, String> names) {
        return new Line(
                change.at(),
                seat,
                seat == null ? "" : words.seat(seat),
                who,
                words.change(change, names),
                words.by(change.by()));
    }

    private static List<Line> newestFirst(Stream<Line> lines) {
        return lines.sorted(Comparator.comparing(Line::at).reversed()).toList();
    }
}
