package org.clarion.letters.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clarion.letters.delivery.TimetableTests.london;

import java.time.Instant;
import java.time.LocalDate;
import org.clarion.letters.delivery.Election.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionTests {

    private static final Instant NOW = london("2027-02-01T12:00");

    @ParameterizedTest
    @CsvSource({
        "2027-03-25, 2027-03-25T16:59:59, false",
        "2027-03-25, 2027-03-25T17:00, true",
        "2027-03-25, 2027-05-01T00:00, true",
        "2027-07-05, 2027-07-05T16:59:59, false", // summer time
        "2027-07-05, 2027-07-05T17:00, true"
    })
    void lettersToSeatsAreHeldFromFiveInTheAfternoonOn(LocalDate day, String at, boolean holds) {
        assertThat(Election.none().on(day, NOW, "ada@example.org").holdsAt(london(at)))
                .isEqualTo(holds);
    }

    @Test
    void untilThenNothingIsHeldAndAfterItIsLiftedNothingEither() {
        var set = Election.none().on(LocalDate.of(2027, 3, 25), NOW, "ada@example.org");
        var lifted = set.lifted(london("2027-05-10T09:00"), "bob@example.org");

        assertThat(Election.none().holdsFrom()).isEmpty();
        assertThat(lifted.holdsAt(london("2027-05-10T09:00"))).isFalse();
        assertThat(lifted.deeds()).extracting(Election.Deed::what).containsExactly(What.SET, What.LIFTED);
    }

    @Test
    void sayingItTwiceIsSayingItOnce() {
        var set = Election.none().on(LocalDate.of(2027, 3, 25), NOW, "ada@example.org");

        assertThat(set.on(LocalDate.of(2027, 3, 25), NOW.plusSeconds(9), "bob@example.org"))
                .isSameAs(set);
        assertThat(Election.none().lifted(NOW, "bob@example.org")).isEqualTo(Election.none());
        assertThat(set.on(LocalDate.of(2027, 4, 1), NOW, "bob@example.org").dissolvedOn())
                .isEqualTo(LocalDate.of(2027, 4, 1));
    }

    @Test
    void theRecordDoesNotGrowForEver() {
        var election = Election.none();
        for (int i = 1; i < 300; i++) {
            election = election.on(LocalDate.of(2027, 1, 1).plusDays(i), NOW, "ada@example.org");
        }

        assertThat(election.deeds()).hasSize(50);
        assertThat(election.deeds().getLast().day())
                .isEqualTo(LocalDate.of(2027, 1, 1).plusDays(299));
    }
}
