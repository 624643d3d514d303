package org.clarion.registrations.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.SampleGatherings;
import org.clarion.registrations.places.Wish;
import org.junit.jupiter.api.Test;

class SelectionTests {

    private static final Instant START = Instant.parse("2027-01-14T18:30:00Z");
    private static final Instant AFTER = START.plus(Duration.ofHours(3));
    private static final Gathering FESTIVAL = SampleGatherings.open(
            SampleGatherings.festival("films", START, 3, Capacity.UNLIMITED), START.minus(Duration.ofDays(9)));

    private static final Attendee CAME = attendee("Zoë Came", "AC2FGH", "confirmed", Set.of(1, 2), 2);
    private static final Attendee DID_NOT = attendee("Ann Absent", "AC2FGJ", "confirmed", Set.of(1), 0);
    private static final Attendee LATER = attendee("Bob Later", "AC2FGK", "confirmed", Set.of(3), 0);
    private static final Attendee WAITS = attendee("Cat Waits", "AC2FGM", "waiting", Set.of(1), 0);
    private static final List<Attendee> ALL = List.of(CAME, DID_NOT, LATER, WAITS);

    @Test
    void whatIsEmptyLeavesNobodyOut() {
        assertThat(chosen("", "", "", "")).isEqualTo(ALL);
        assertThat(new Selection("", "", "", "").isEverybody()).isTrue();
        assertThat(new Selection("zoe", "", "", "").isEverybody()).isFalse();
    }

    @Test
    void peopleAreFoundByNameAddressAndCode() {
        assertThat(chosen("zoe", "", "", "")).containsExactly(CAME);
        assertThat(chosen("ac2fgm", "", "", "")).containsExactly(WAITS);
        assertThat(chosen("bob.later@", "", "", "")).containsExactly(LATER);
    }

    @Test
    void whoWasNotSeenByTheEndIsAbsent() {
        assertThat(chosen("", "attended", "", "")).containsExactly(CAME);
        assertThat(chosen("", "absent", "", "")).containsExactly(DID_NOT);
        assertThat(chosen("", "absent", "2", "")).as("it is yet to come").isEmpty();
        assertThat(new Selection("", "absent", "", "").of(ALL, FESTIVAL, START)).isEmpty();
    }

    @Test
    void stateSessionAndModeAreChosenTogether() {
        assertThat(chosen("", "confirmed", "1", "in-person")).containsExactly(CAME, DID_NOT);
        assertThat(chosen("", "waiting", "1", "")).containsExactly(WAITS);
        assertThat(chosen("", "", "", "online")).isEmpty();
        assertThat(chosen("", "no-such-state", "x", "by-post")).isEmpty();
    }

    @Test
    void theDoorIsThatOfTheSessionThatRunsOrIsNext() {
        var all = FESTIVAL.sessionNumbers();
        assertThat(number(all, START.minusSeconds(60))).isEqualTo(1);
        assertThat(number(all, START.plusSeconds(60))).isEqualTo(1);
        assertThat(number(all, AFTER)).isEqualTo(2);
        assertThat(number(Set.of(1, 3), AFTER)).isEqualTo(3);
        assertThat(number(Set.of(1), AFTER)).as("it is over").isEqualTo(1);
        assertThat(Door.now(FESTIVAL, Set.of(), AFTER)).isEmpty();
        var door = Door.now(FESTIVAL, all, START).orElseThrow();
        assertThat(door.isAnotherDay(START.minus(Duration.ofHours(2)))).isFalse();
        assertThat(door.isAnotherDay(START.minus(Duration.ofDays(1)))).isTrue();
        assertThat(door.farFrom(START.minus(Duration.ofDays(1)))).isEqualTo(Duration.ofDays(1));
        assertThat(door.farFrom(START)).isZero();
    }

    private static int number(Set<Integer> sessions, Instant now) {
        return Door.now(FESTIVAL, sessions, now).orElseThrow().number();
    }

    private static List<Attendee> chosen(String q, String state, String session, String mode) {
        return new Selection(q, state, session, mode).of(ALL, FESTIVAL, AFTER);
    }

    private static Attendee attendee(String name, String code, String state, Set<Integer> sessions, int here) {
        var press = new Press(UUID.randomUUID(), 0, SampleGatherings.ADA);
        return new Attendee(
                UUID.randomUUID(),
                FESTIVAL.id(),
                code,
                state,
                name,
                name.replace(' ', '.').toLowerCase() + "@example.org",
                Map.of(),
                null,
                null,
                new Wish(sessions, Mode.IN_PERSON, 2),
                here == 0 ? Attendance.NONE : Attendance.of(press, 1, here, START),
                false,
                START);
    }
}
