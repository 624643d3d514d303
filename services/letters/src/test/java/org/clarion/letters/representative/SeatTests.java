package org.clarion.letters.representative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clarion.letters.representative.DirectoryChange.What;
import org.junit.jupiter.api.Test;

class SeatTests {

    private static final Instant DAY = Instant.parse("2026-06-01T09:00:00Z");

    private final Seat unknown = Seat.firstHeardOf("E14001063");

    @Test
    void whoIsThereAtFirstWasThereBefore() {
        var seat = unknown.heldBy(7, null, at(0));

        assertThat(seat.termAt(DAY.minus(Duration.ofDays(900))).orElseThrow().member())
                .isEqualTo(7);
        assertThat(seat.history()).isEmpty();
    }

    @Test
    void aSuccessorTakesOverAndThePredecessorStaysKnown() {
        var seat = stored(unknown.heldBy(7, null, at(0))).heldBy(8, null, at(10));

        assertThat(seat.termAt(day(10).minusMillis(1)).orElseThrow().member()).isEqualTo(7);
        assertThat(seat.termAt(day(10)).orElseThrow().member()).isEqualTo(8);
        assertThat(seat.history())
                .containsExactly(new DirectoryChange(day(10), What.SEAT_FILLED, "7", "8", "file:members.csv"));
    }

    @Test
    void aSeatIsVacantBetweenTwoMembers() {
        var seat = stored(stored(unknown.heldBy(7, null, at(0))).vacated(null, at(10)))
                .heldBy(8, null, at(30));

        assertThat(seat.termAt(day(9)).orElseThrow().member()).isEqualTo(7);
        assertThat(seat.termAt(day(20))).isEmpty();
        assertThat(seat.emptySince(day(20))).contains(day(10));
        assertThat(seat.termAt(day(30)).orElseThrow().member()).isEqualTo(8);
    }

    @Test
    void aSeatThatIsFirstHeardOfAsVacantIsVacantSinceNobodyKnowsWhen() {
        var seat = stored(unknown.vacated(null, at(0)));

        assertThat(seat.current()).isEmpty();
        assertThat(seat.emptySince(day(5))).isEmpty();
        assertThat(seat.heldBy(7, null, at(9)).termAt(day(5))).isEmpty();
    }

    @Test
    void theSameAgainChangesNothing() {
        var seat = stored(unknown.heldBy(7, null, at(0)));

        assertThat(seat.heldBy(7, null, at(10))).isSameAs(seat);
        assertThat(stored(seat.vacated(null, at(10))).vacated(null, at(20)).history())
                .hasSize(1);
    }

    @Test
    void theDayOfAnElectionCountsAndNotTheDayOnWhichItWasHeard() {
        var vacant = stored(stored(unknown.heldBy(7, null, at(0))).vacated(null, at(10)));

        assertThat(vacant.heldBy(8, day(28), at(30)).current().orElseThrow().from())
                .isEqualTo(day(28));
    }

    @Test
    void aDateOfAnEarlierTermOfAnotherSeatDoesNotRewriteHistory() {
        var seat = stored(unknown.heldBy(7, null, at(0))).heldBy(8, DAY.minus(Duration.ofDays(4000)), at(30));

        assertThat(seat.termAt(day(20)).orElseThrow().member()).isEqualTo(7);
        assertThat(seat.current().orElseThrow().from()).isEqualTo(day(30));
    }

    @Test
    void aTermLearnsWhenItBegan() {
        var seat = stored(unknown.heldBy(7, null, at(0))).heldBy(7, day(-700), at(1));

        assertThat(seat.current().orElseThrow().from()).isEqualTo(day(-700));
        assertThat(seat.history()).isEmpty();
    }

    /** Five hundred lives of a seat, told in order: what was told last is so, terms never overlap, the past stays. */
    @Test
    void whateverIsToldInOrderIsRemembered() {
        for (int life = 0; life < 500; life++) {
            var random = new Random(life);
            var seat = unknown;
            var told = new ArrayList<Long>();
            for (int day = 0; day < 40; day++) {
                long member = random.nextInt(4); // 0: vacant
                var step = at(day);
                seat = stored(member == 0 ? seat.vacated(null, step) : seat.heldBy(member, null, step));
                told.add(member);
                for (int then = 0; then <= day; then++) {
                    var expected = then == 0 && told.getFirst() == 0 ? 0L : told.get(then);
                    assertThat(seat.termAt(day(then)).map(Term::member).orElse(0L))
                            .as("life %d, told until day %d, asked for day %d", life, day, then)
                            .isEqualTo(expected);
                }
            }
            assertThat(overlaps(seat.terms())).isFalse();
        }
    }

    private static boolean overlaps(List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            var until = terms.get(i - 1).until();
            var from = terms.get(i).from();
            if (until == null || from == null || until.isAfter(from)) {
                return true;
            }
        }
        return false;
    }

    /** As the store gives it back. */
    private static Seat stored(Seat seat) {
        return new Seat(seat.code(), seat.parliamentId(), seat.terms(), seat.history(), 1L);
    }

    private static Instant day(int day) {
        return DAY.plus(Duration.ofDays(day));
    }

    private static Telling at(int day) {
        return Telling.now("file:members.csv", day(day));
    }
}
