package org.clarion.registrations.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.gathering.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionLinesTests {

    @Test
    void aLineIsASession() {
        var read = SessionLines.read(
                "2027-01-14 18:30 to 20:30\n\n 2027-07-01 9:00 to 2027-07-02 01:00 | Leaving | Film | 40 | 100 ", null);
        assertThat(read.flaws()).isEmpty();
        assertThat(read.sessions())
                .containsExactly(
                        new Session(
                                1,
                                null,
                                Instant.parse("2027-01-14T18:30:00Z"),
                                Instant.parse("2027-01-14T20:30:00Z"),
                                null,
                                null,
                                null,
                                Capacity.UNLIMITED),
                        new Session(
                                2,
                                "Leaving",
                                Instant.parse("2027-07-01T08:00:00Z"),
                                Instant.parse("2027-07-02T00:00:00Z"),
                                "Film",
                                null,
                                null,
                                new Capacity(40, 100)));
    }

    @Test
    void whatIsShownIsReadBackAsItWas() {
        var read = SessionLines.read(
                "2027-10-31 01:30 (second) to 03:00 | Night | | | 5\n2027-01-14 18:30 to 20:30 | Day", null);
        var gathering = SampleGatherings.open(
                SampleGatherings.outline(
                        "x", read.sessions(), Set.of(Mode.ONLINE), Capacity.UNLIMITED, SampleGatherings.admission()),
                Instant.parse("2026-11-24T14:32:00Z"));
        var shown = SessionLines.written(gathering.programme().sessions());
        assertThat(shown)
                .isEqualTo("2: 2027-01-14 18:30 to 2027-01-14 20:30 | Day\n"
                        + "1: 2027-10-31 01:30 (second) to 2027-10-31 03:00 | Night |  |  | 5");
        assertThat(SessionLines.read(shown, gathering).sessions())
                .containsExactlyInAnyOrderElementsOf(gathering.programme().sessions());
    }

    @Test
    void aLineWithoutANumberIsANewSession() {
        var gathering = SampleGatherings.open(
                SampleGatherings.festival("x", Instant.parse("2027-01-14T18:30:00Z"), 2, Capacity.UNLIMITED),
                Instant.parse("2026-11-24T14:32:00Z"));
        var typed = SessionLines.written(gathering.programme().sessions()) + "\n2027-03-01 18:30 to 20:30";
        assertThat(SessionLines.read(typed, gathering).sessions())
                .extracting(Session::number)
                .containsExactly(1, 2, 3);
        assertThat(flaws(SessionLines.read("7: 2027-03-01 18:30 to 20:30", gathering)))
                .containsExactly("sessions.unknown");
        assertThat(flaws(SessionLines.read("1: 2027-03-01 18:30 to 20:30\n1: 2027-03-02 18:30 to 20:30", gathering)))
                .containsExactly("sessions.twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2027-01-14",
                "2027-01-14 18:30",
                "2027-02-30 18:30 to 20:30",
                "2027-01-14 25:00 to 26:00",
                "2027-01-14 18:30 to 20:30 | a | b | 1 | 2 | c | d | e | f | g | h",
            })
    void whatCannotBeReadIsSaid(String line) {
        assertThat(SessionLines.read(line, null).flaws())
                .first()
                .isEqualTo(new SessionLines.Flaw("sessions.wrong", List.of(line)));
    }

    @Test
    void aSessionMayHaveAPlaceOfItsOwn() {
        var line =
                "1: 2027-01-14 18:30 to 2027-01-14 20:30 |  |  |  |  | The Mill | 2 Mill Road, Leeds | Bus 8 | By the wheel";
        var read = SessionLines.read(line.substring(3), null);
        assertThat(read.sessions().getFirst().venue())
                .isEqualTo(new Venue("The Mill", "2 Mill Road, Leeds", "Bus 8", "By the wheel"));
        assertThat(SessionLines.written(read.sessions())).isEqualTo(line);
        var gathering = SampleGatherings.open(
                SampleGatherings.outline(
                        "x", read.sessions(), Set.of(Mode.ONLINE), Capacity.UNLIMITED, SampleGatherings.admission()),
                Instant.parse("2026-11-24T14:32:00Z"));
        assertThat(SessionLines.read("1: 2027-01-14 18:30 to 20:30", gathering)
                        .sessions()
                        .getFirst()
                        .venue())
                .as("what is left out is where the event is")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"| | | | By the wheel", "| The Mill", "| | 2 Mill Road", "| The Mill | | Bus 8", "| | | Bus 8"})
    void aPlaceOfItsOwnHasANameAndSaysWhereItIs(String place) {
        assertThat(flaws(SessionLines.read("2027-01-14 18:30 to 20:30 | | | |" + place, null)))
                .containsExactly("sessions.venue");
    }

    @Test
    void aSessionMayBeJoinedAtAnAddressOfItsOwn() {
        var line =
                "1: 2027-01-14 18:30 to 2027-01-14 20:30 | Leaving |  |  |  |  |  |  |  | https://meet.example.org/1";
        var read = SessionLines.read(line.substring(3), null);
        assertThat(read.flaws()).isEmpty();
        assertThat(read.sessions().getFirst().joining()).isEqualTo("https://meet.example.org/1");
        assertThat(read.sessions().getFirst().venue()).isNull();
        assertThat(SessionLines.written(read.sessions())).isEqualTo(line);
        assertThat(flaws(SessionLines.read("2027-01-14 18:30 to 20:30 | | | | | | | | | http://meet", null)))
                .containsExactly("sessions.joining");
    }

    @Test
    void placesAreWholeNumbers() {
        assertThat(flaws(SessionLines.read("2027-01-14 18:30 to 20:30 | a | b | many", null)))
                .containsExactly("sessions.places");
    }

    @Test
    void aTimeThatIsNotThereIsRefusedWithAHelpfulWord() {
        assertThat(SessionLines.read("2027-03-28 01:30 to 03:00", null).flaws())
                .containsExactly(
                        new SessionLines.Flaw("sessions.skipped", List.of("2027-03-28 01:30", "1:00", "2:00")));
    }

    @ParameterizedTest
    @CsvSource({"first, 2027-10-31T00:30:00Z", "second, 2027-10-31T01:30:00Z"})
    void aTimeThatComesTwiceIsAskedAbout(String which, Instant expected) {
        assertThat(flaws(SessionLines.read("2027-10-31 01:30 to 03:00", null))).containsExactly("sessions.ambiguous");
        assertThat(SessionLines.read("2027-10-31 01:30 (" + which + ") to 03:00", null)
                        .sessions()
                        .getFirst()
                        .startsAt())
                .isEqualTo(expected);
    }

    private static List<String> flaws(SessionLines.Read read) {
        return read.flaws().stream().map(SessionLines.Flaw::what).toList();
    }
}
