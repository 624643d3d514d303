package org.clarion.load.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChronicleTests {

    private static final String SEAT = "E14001172";
    private static final Instant NOON = Instant.parse("2026-06-19T12:00:00Z");

    private final Sitting first = new Sitting(SEAT, "1", "Ada Vale", "Ada Vale MP", "Meadow Party", "ada@example.org");
    private final Sitting second = new Sitting(SEAT, "2", "Tom Hale", "Tom Hale MP", "Meadow Party", "tom@example.org");
    private final Chronicle chronicle = new Chronicle();

    @Test
    void knowsWhoSatThereWhen() {
        chronicle.told(roll(first), NOON.minusSeconds(600), NOON.minusSeconds(599));
        chronicle.told(roll(second), NOON, NOON.plusSeconds(3));

        assertThat(chronicle.at(SEAT, NOON.minusSeconds(2))).containsExactly(first);
        assertThat(chronicle.at(SEAT, NOON.plusSeconds(4))).containsExactly(second);
        assertThat(chronicle.latest(SEAT)).isEqualTo(second);
    }

    @Test
    void leavesOpenWhichOfTwoWhileThePlatformWasBeingTold() {
        chronicle.told(roll(first), NOON.minusSeconds(600), NOON.minusSeconds(599));
        chronicle.told(roll(second), NOON, NOON.plusSeconds(3));

        assertThat(chronicle.at(SEAT, NOON.plusSeconds(2))).containsExactly(first, second);
    }

    @Test
    void aNewPartyMakesNobodySomebodyElse() {
        chronicle.told(roll(first), NOON.minusSeconds(600), NOON.minusSeconds(599));
        chronicle.told(
                roll(new Sitting(SEAT, "1", "Ada  Vale", "Ada Vale MP", "Independent", "ada@example.org")),
                NOON,
                NOON.plusSeconds(3));

        assertThat(chronicle.at(SEAT, NOON.plusSeconds(2))).containsExactly(first);
    }

    private static Roll roll(Sitting sitting) {
        return new Roll(new TreeMap<>(Map.of(SEAT, sitting)));
    }
}
