package org.clarion.load.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.clarion.load.platform.Hall;
import org.clarion.load.platform.Hall.Claim;
import org.clarion.load.platform.Hall.State;
import org.junit.jupiter.api.Test;

class HallHistoryTests {

    private static final int PLACES = 2;

    private final HallHistory history = new HallHistory(List.of(PLACES, 1, 3));

    @Test
    void hasNothingToSayOfAFairQueue() {
        see(1, PLACES, claim(1, State.HELD, 1, 1), claim(2, State.HELD, 2, 1), claim(3, State.QUEUED, 3, 1));
        see(3, PLACES, claim(1, State.GIVEN, 1, 3), claim(2, State.HELD, 2, 1), claim(3, State.WAITING, 3, 2));
        see(4, PLACES, claim(1, State.GIVEN, 1, 3), claim(3, State.OFFERED, 3, 4));
        see(5, PLACES, claim(1, State.GIVEN, 1, 3), claim(3, State.GIVEN, 3, 5));

        assertThat(history.faults()).isEmpty();
        assertThat(history.most()).isEqualTo(2);
        assertThat(history.looks()).isEqualTo(4);
        assertThat(history.firstSeen()).hasSize(3).containsEntry(id(1), 1L).containsEntry(id(3), 1L);
    }

    @Test
    void ignoresALookThatComesLate() {
        see(2, PLACES, claim(1, State.GIVEN, 1, 2));
        see(1, PLACES, claim(1, State.HELD, 1, 1), claim(2, State.QUEUED, 2, 1));

        assertThat(history.version()).isEqualTo(2);
        assertThat(history.faults()).isEmpty();
        assertThat(history.firstSeen()).hasSize(1);
    }

    @Test
    void findsMoreHeadsThanPlaces() {
        see(1, PLACES, claim(1, State.HELD, 1, 1), claim(2, State.GIVEN, 2, 1), claim(3, State.OFFERED, 3, 1));

        assertThat(history.faults()).containsExactly("at version 1 the places are 3 taken of 2");
    }

    @Test
    void letsThoseKeepTheirPlacesWhoHaveThemInASmallerHall() {
        see(1, PLACES, claim(1, State.GIVEN, 1, 1), claim(2, State.HELD, 2, 1));
        see(2, 1, claim(1, State.GIVEN, 1, 1), claim(2, State.HELD, 2, 1));
        see(3, 1, claim(1, State.GIVEN, 1, 1), claim(2, State.GIVEN, 2, 3));

        assertThat(history.faults()).isEmpty();
    }

    @Test
    void findsAPlaceGivenInAHallThatIsSmallerThanWhatIsTaken() {
        see(1, PLACES, claim(1, State.GIVEN, 1, 1), claim(2, State.GIVEN, 2, 1), claim(3, State.WAITING, 3, 1));
        see(2, 1, claim(1, State.GIVEN, 1, 1), claim(2, State.GIVEN, 2, 1), claim(3, State.WAITING, 3, 1));
        see(3, 1, claim(1, State.GIVEN, 1, 1), claim(3, State.OFFERED, 3, 3));

        assertThat(history.faults())
                .containsExactly("at version 3 the places are 2 taken of 1, and %s got one".formatted(id(3)));
    }

    @Test
    void findsAPlaceThatWasTakenAway() {
        see(1, PLACES, claim(1, State.GIVEN, 1, 1), claim(2, State.HELD, 2, 1));
        see(2, 1, claim(1, State.GIVEN, 1, 1), claim(2, State.QUEUED, 2, 2));

        assertThat(history.faults())
                .containsExactly(
                        "at version 2 the places took the place of %s away: QUEUED after HELD".formatted(id(2)));
    }

    @Test
    void findsAnOldCapacityThatComesBack() {
        see(1, PLACES);
        see(2, 1);
        see(3, PLACES);

        assertThat(history.faults()).containsExactly("at version 3 the places go by a capacity of 2 after 1");
    }

    @Test
    void findsACapacityThatIsNotInForceAlthoughStaffWereTold() {
        see(1, PLACES);
        history.answered(1);
        see(2, 3);
        history.answered(2);

        assertThat(history.faults()).containsExactly("staff were told that there are 1 places, and the places go by 2");
    }

    @Test
    void findsAClaimThatComesBackToLife() {
        see(1, PLACES, claim(1, State.GIVEN, 1, 1));
        see(2, PLACES);
        see(3, PLACES, claim(1, State.GIVEN, 1, 1));

        assertThat(history.faults())
                .containsExactly("at version 3 the places have %s again, whose claim had ended".formatted(id(1)));
    }

    @Test
    void findsAnOfferToSomebodyWhoCameLater() {
        see(1, PLACES, claim(1, State.WAITING, 1, 1), claim(2, State.WAITING, 2, 1));
        see(2, PLACES, claim(1, State.WAITING, 1, 1), claim(2, State.OFFERED, 2, 2));

        assertThat(history.faults())
                .containsExactly("%s got a place before %s, who came earlier".formatted(id(2), id(1)));
    }

    @Test
    void findsItThoughTheOfferItselfWasNotSeen() {
        see(1, PLACES, claim(1, State.WAITING, 1, 1), claim(2, State.WAITING, 2, 1));
        see(5, PLACES, claim(1, State.WAITING, 1, 1), claim(2, State.GIVEN, 2, 4));

        assertThat(history.faults()).hasSize(1);
    }

    @Test
    void findsSomebodyNewWhoGotAPlaceWhileOthersWaited() {
        see(1, PLACES, claim(1, State.QUEUED, 1, 1));
        see(2, PLACES, claim(1, State.QUEUED, 1, 1), claim(2, State.HELD, 2, 2));

        assertThat(history.faults()).hasSize(1);
    }

    @Test
    void knowsThatOffersPassOverWhoIsNotConfirmedOrTooMany() {
        see(
                1,
                PLACES,
                claim(1, State.QUEUED, 1, 1),
                new Claim(id(2), State.WAITING, 2, 2, 1),
                claim(3, State.WAITING, 3, 1));
        see(
                2,
                PLACES,
                claim(1, State.QUEUED, 1, 1),
                new Claim(id(2), State.WAITING, 2, 2, 1),
                claim(3, State.OFFERED, 3, 2));
        see(
                3,
                PLACES,
                claim(1, State.WAITING, 1, 3),
                new Claim(id(2), State.WAITING, 2, 2, 1),
                claim(3, State.OFFERED, 3, 2));

        assertThat(history.faults()).isEmpty();
    }

    private void see(long version, int capacity, Claim... claims) {
        history.see(new Hall(version, capacity, List.of(claims), 0), version);
    }

    private static Claim claim(int number, State state, long order, long since) {
        return new Claim(id(number), state, 1, order, since);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
