package org.clarion.campaigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.campaigns.catalogue.Listed;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final Listed ACTION = new Listed(
            UUID.randomUUID(),
            1,
            "petition",
            "open",
            true,
            null,
            "/petitions/a",
            "/staff/petitions/a",
            Map.of("en", "A"),
            Map.of(),
            "confirmed",
            null,
            null,
            null);

    @Test
    void theBusiestHourReachesTheTop() {
        assertThat(standing(0L, 5L, 10L).spark()).isEqualTo("0.0,23.0 50.0,12.0 100.0,1.0");
    }

    @Test
    void nothingCountedIsALineAlongTheBottom() {
        assertThat(standing(0L, 0L).spark()).isEqualTo("0.0,23.0 100.0,23.0");
    }

    private static Standing standing(Long... course) {
        return new Standing(ACTION, 0, 0, 0, 0, List.of(course), Instant.EPOCH);
    }
}
