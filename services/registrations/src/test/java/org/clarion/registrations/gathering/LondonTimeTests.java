package org.clarion.registrations.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.clarion.registrations.gathering.LondonTime.At;
import org.clarion.registrations.gathering.LondonTime.Skipped;
import org.clarion.registrations.gathering.LondonTime.Twice;
import org.clarion.registrations.gathering.LondonTime.Which;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTimeTests {

    @ParameterizedTest
    @CsvSource({
        "2027-01-14T18:30, 2027-01-14T18:30:00Z",
        "2027-07-14T18:30, 2027-07-14T17:30:00Z",
        "2027-03-28T00:59, 2027-03-28T00:59:00Z",
        "2027-03-28T02:00, 2027-03-28T01:00:00Z",
        "2027-10-31T00:59, 2027-10-30T23:59:00Z",
        "2027-10-31T02:00, 2027-10-31T02:00:00Z",
    })
    void mostTimesAreThereOnce(LocalDateTime shown, Instant expected) {
        assertThat(LondonTime.of(shown, null)).isEqualTo(new At(expected));
        assertThat(LondonTime.of(shown, Which.SECOND))
                .as("whatever was said about which")
                .isEqualTo(new At(expected));
        assertThat(LondonTime.which(expected)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28T01:00", "2027-03-28T01:30", "2027-03-28T01:59"})
    void theHourThatIsJumpedOverIsNotThere(LocalDateTime shown) {
        assertThat(LondonTime.of(shown, Which.FIRST))
                .isEqualTo(
                        new Skipped(LocalDateTime.parse("2027-03-28T01:00"), LocalDateTime.parse("2027-03-28T02:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-31T01:00, 2027-10-31T00:00:00Z, 2027-10-31T01:00:00Z",
        "2027-10-31T01:30, 2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z",
        "2027-10-31T01:59, 2027-10-31T00:59:00Z, 2027-10-31T01:59:00Z",
    })
    void theHourThatComesTwiceIsAskedAbout(LocalDateTime shown, Instant first, Instant second) {
        assertThat(LondonTime.of(shown, null)).isEqualTo(new Twice(first, second));
        assertThat(LondonTime.of(shown, Which.FIRST)).isEqualTo(new At(first));
        assertThat(LondonTime.of(shown, Which.SECOND)).isEqualTo(new At(second));
    }

    @Test
    void anInstantKnowsWhichOfTheTwoItIs() {
        assertThat(LondonTime.which(Instant.parse("2027-10-31T00:30:00Z"))).isEqualTo(Which.FIRST);
        assertThat(LondonTime.which(Instant.parse("2027-10-31T01:30:00Z"))).isEqualTo(Which.SECOND);
    }
}
