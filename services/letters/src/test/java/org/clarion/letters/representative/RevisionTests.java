package org.clarion.letters.representative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.clarion.letters.representative.DirectoryChange.What;
import org.clarion.letters.representative.DirectoryRefusal.Reason;
import org.clarion.letters.representative.Person.Listing;
import org.clarion.letters.representative.Register.Empty;
import org.clarion.letters.representative.Register.Row;
import org.clarion.letters.representative.Register.Taken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisionTests {

    private static final int SEATS = 650;
    private static final Telling NOW = Telling.now("file:members.csv", Instant.parse("2026-06-01T09:00:00Z"));
    private static final Telling LATER = Telling.now("file:members.csv", Instant.parse("2026-06-09T09:00:00Z"));

    private final Map<String, Seat> seats = new HashMap<>();
    private final Map<Long, Member> members = new HashMap<>();

    @Test
    void aFirstFileFillsEverythingAndIsNoChange() {
        var revision = revise(all(), NOW);

        assertThat(revision.seatsFirstHeardOf()).isEqualTo(SEATS);
        assertThat(revision.membersFirstHeardOf()).isEqualTo(SEATS);
        assertThat(revision.lines()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        apply(all(), NOW);

        assertThat(revise(all(), LATER).changesNothing()).isTrue();
    }

    @Test
    void whatDiffersIsToldInTheOrderOfTheFile() {
        apply(all(), NOW);
        var rows = all();
        rows.set(3, new Empty(code(3), null));
        rows.set(9, taken(9, 9_009));

        var revision = revise(rows, LATER);

        assertThat(revision.lines())
                .extracting(line -> line.seat() + " " + line.change().what())
                .containsExactly(code(3) + " SEAT_VACATED", code(9) + " SEAT_FILLED");
        assertThat(revision.lines().getLast().change())
                .isEqualTo(new DirectoryChange(LATER.at(), What.SEAT_FILLED, "1009", "9009", "file:members.csv"));
    }

    @Test
    void seatsThatAreNotNamedStayAsTheyAre() {
        apply(all(), NOW);

        var revision = revise(all().subList(0, 640), LATER);

        assertThat(revision.changesNothing()).isTrue();
        assertThat(revision.seatsNotNamed()).isEqualTo(10);
    }

    @Test
    void aFileOfFarFewerMembersLooksWrong() {
        apply(all(), NOW);
        var halfVacant = all();
        IntStream.range(0, 300).forEach(i -> halfVacant.set(i, new Empty(code(i), null)));

        assertThat(looksWrong(all().subList(0, 500))).isEqualTo(Reason.FAR_FEWER_MEMBERS);
        assertThat(looksWrong(halfVacant)).isEqualTo(Reason.FAR_FEWER_MEMBERS);
    }

    @Test
    void manySeatsThatChangeHandsAtOnceLookWrong() {
        apply(all(), NOW);
        var election = all();
        IntStream.range(0, 200).forEach(i -> election.set(i, taken(i, 5_000 + i)));

        assertThat(looksWrong(election)).isEqualTo(Reason.MANY_SEATS_CHANGE_HANDS);
    }

    @Test
    void aColumnOfAddressesThatHasGoneLooksWrong() {
        apply(all(), NOW);
        var silent = all().stream()
                .map(row -> {
                    var person = ((Taken) row).person();
                    var without = new Person(
                            person.id(), person.name(), person.salutation(), person.party(), new Listing.Nothing());
                    return (Row) new Taken(row.seat(), without, null, null);
                })
                .toList();

        assertThat(looksWrong(silent)).isEqualTo(Reason.MANY_ADDRESSES_GONE);
    }

    @Test
    void anOlderStateThanIsKnownLooksWrong() {
        apply(all(), NOW);
        var rows = all();
        rows.set(3, taken(3, 9_003));
        apply(rows, LATER);
        var earlier = NOW.at().plusSeconds(60);

        var register = new Register(all(), List.of());

        assertThat(Revision.of(register, seats, members, new Telling("file:old.csv", LATER.at(), earlier))
                        .looksWrong(register, seats, members, earlier))
                .contains(Reason.OLDER_THAN_KNOWN);
        assertThat(looksWrong(all())).as("today he is back").isNull();
    }

    @Test
    void aSmallDirectoryIsNotGuarded() {
        apply(all().subList(0, 40), NOW);

        assertThat(revise(all(), LATER).looksWrong(new Register(all(), List.of()), seats, members, LATER.asOf()))
                .isEmpty();
    }

    /** Half a year of by-elections and moves: what a source says last is so, whatever it said before. */
    @Test
    void theDirectoryFollowsAHundredFiles() {
        var random = new Random(650);
        var rows = all();
        apply(rows, NOW);
        for (int day = 1; day <= 100; day++) {
            for (int i = 0; i < 5; i++) {
                int seat = random.nextInt(SEATS);
                rows.set(seat, random.nextInt(3) == 0 ? new Empty(code(seat), null) : taken(seat, 10_000L * day + i));
            }
            var at = NOW.at().plusSeconds(86_400L * day);
            apply(rows, Telling.now("file:members.csv", at));
            for (var row : rows) {
                var holder = seats.get(row.seat()).termAt(at).map(Term::member).orElse(null);
                assertThat(holder)
                        .isEqualTo(row instanceof Taken taken ? taken.person().id() : null);
            }
        }
    }

    private @Nullable Reason looksWrong(List<Row> rows) {
        var register = new Register(rows, List.of());
        return Revision.of(register, seats, members, LATER)
                .looksWrong(register, seats, members, LATER.asOf())
                .orElse(null);
    }

    private Revision revise(List<Row> rows, Telling telling) {
        return Revision.of(new Register(rows, List.of()), seats, members, telling);
    }

    private void apply(List<Row> rows, Telling telling) {
        var revision = revise(rows, telling);
        revision.seats()
                .forEach((code, seat) ->
                        seats.put(code, new Seat(code, seat.parliamentId(), seat.terms(), seat.history(), 1L)));
        members.putAll(revision.members());
    }

    private static List<Row> all() {
        var rows = new ArrayList<Row>();
        IntStream.range(0, SEATS).forEach(i -> rows.add(taken(i, 1_000 + i)));
        return rows;
    }

    private static Row taken(int seat, long member) {
        var person = new Person(
                member, "Ada Vale", "Ada Vale", "Meadow Party", new Listing.Address("m" + member + "@example.org"));
        return new Taken(code(seat), person, null, null);
    }

    private static String code(int seat) {
        return "E1400" + (1063 + seat);
    }
}
