package org.clarion.registrations.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.junit.jupiter.api.Test;

class AttendanceTests {

    private static final Instant NOW = Instant.parse("2027-01-14T18:31:00Z");
    private static final int PARTY = 4;

    private Attendance attendance = Attendance.NONE;

    @Test
    void aPartyMayComeBitByBit() {
        come(1, 2);
        come(1, 1);
        assertThat(attendance.heads(1)).isEqualTo(3);
        assertThat(attendance.arrivals(1)).extracting(Attendance.Step::heads).containsExactly(2, 1);
        assertThat(attendance.heads(2)).isZero();
    }

    @Test
    void nobodyComesWhoIsNotOfTheParty() {
        come(1, 3);
        refused(Reason.NOT_IN_THAT_STATE, () -> come(1, 2));
        refused(Reason.NOT_IN_THAT_STATE, () -> come(1, 0));
        refused(Reason.NOT_IN_THAT_STATE, () -> come(1, -1));
        assertThat(attendance.heads(1)).isEqualTo(3);
    }

    @Test
    void everySessionIsCountedForItself() {
        come(1, 4);
        come(3, 2);
        assertThat(attendance.bySession()).isEqualTo(Map.of(1, 4, 3, 2));
        assertThat(attendance.seen()).as("the same heads twice").isEqualTo(4);
    }

    @Test
    void theSamePressTwiceIsOne() {
        var press = press();
        attendance = attendance.arrive(press, 1, 2, PARTY, NOW).orElseThrow();
        assertThat(attendance.arrive(press, 1, 2, PARTY, NOW)).isEmpty();
        var undo = press();
        attendance = attendance.takeBack(undo, 1, NOW).orElseThrow();
        assertThat(attendance.takeBack(undo, 1, NOW)).isEmpty();
        assertThat(attendance.arrive(press, 1, 2, PARTY, NOW)).as("a late echo").isEmpty();
    }

    @Test
    void ofTwoDevicesTheSecondLooksAgain() {
        var one = press();
        var other = press();
        attendance = attendance.arrive(one, 1, 2, PARTY, NOW).orElseThrow();
        refused(Reason.CHANGED_MEANWHILE, () -> attendance.arrive(other, 1, 2, PARTY, NOW));
        refused(Reason.CHANGED_MEANWHILE, () -> attendance.takeBack(other, 1, NOW));
    }

    @Test
    void theLastArrivalIsTakenBackFirstAndStaysOnRecord() {
        come(1, 2);
        come(2, 4);
        come(1, 1);
        undo(1);
        assertThat(attendance.heads(1)).isEqualTo(2);
        undo(1);
        assertThat(attendance.heads(1)).isZero();
        assertThat(attendance.arrivals(1)).isEmpty();
        assertThat(attendance.heads(2)).isEqualTo(4);
        assertThat(attendance.steps()).hasSize(5);
        refused(Reason.NOT_IN_THAT_STATE, () -> undo(1));
        come(1, 4);
        assertThat(attendance.seen()).isEqualTo(4);
    }

    private void come(int session, int heads) {
        attendance = attendance.arrive(press(), session, heads, PARTY, NOW).orElseThrow();
    }

    private void undo(int session) {
        attendance = attendance.takeBack(press(), session, NOW).orElseThrow();
    }

    private Press press() {
        return new Press(UUID.randomUUID(), attendance.steps().size(), "ada@example.org");
    }

    private static void refused(Reason reason, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        ActionRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
