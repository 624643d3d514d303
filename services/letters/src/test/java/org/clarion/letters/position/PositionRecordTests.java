package org.clarion.letters.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.clarion.letters.position.PositionRecord.Note;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionRecordTests {

    private final PositionRecord none = PositionRecord.of(UUID.randomUUID(), "member:7");

    @Test
    void nothingIsKnownBeforeSomethingIsNoted() {
        assertThat(none.current()).isEmpty();
    }

    @Test
    void whatWasSaidOnTheLatestDayCounts() {
        var record = none.with(note(Position.OPPOSES, "2026-06-01")).with(note(Position.SUPPORTS, "2025-01-01"));

        assertThat(record.current()).contains(Position.OPPOSES);
        assertThat(record.notes()).hasSize(2);
    }

    @Test
    void ofOneDayWhatWasNotedLastCounts() {
        var record = none.with(note(Position.OPPOSES, "2026-06-01")).with(note(Position.UNDECIDED, "2026-06-01"));

        assertThat(record.current()).contains(Position.UNDECIDED);
    }

    @Test
    void whatWasNotedCanBeTakenBack() {
        var record = none.with(note(Position.OPPOSES, "2026-06-01")).with(note(null, "2026-06-02"));

        assertThat(record.current()).isEmpty();
        assertThat(record.latest()).isPresent();
    }

    private static Note note(@Nullable Position position, String day) {
        return new Note(position, LocalDate.parse(day), "Debate", Instant.EPOCH, "ada@example.org");
    }
}
