package org.clarion.registrations.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Outline;
import org.clarion.registrations.gathering.SampleGatherings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlineFormTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Instant START = Instant.parse("2027-01-14T18:30:00Z");
    private static final Outline TALK = SampleGatherings.talk("a-talk", START, Capacity.UNLIMITED);

    @Test
    void theFormShowsAClosingTimeOnlyWhereSomebodyChoseOne() {
        assertThat(closing(null)).as("open until the last session begins").isNull();
        assertThat(closing(START.minus(Duration.ofDays(2)))).isEqualTo("2027-01-12T18:30");
    }

    private static @Nullable String closing(@Nullable Instant closesAt) {
        return OutlineForm.of(SampleGatherings.open(SampleGatherings.during(TALK, null, closesAt), NOW))
                .closesAt();
    }
}
