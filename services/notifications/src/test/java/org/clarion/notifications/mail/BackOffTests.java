package org.clarion.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTests {

    @ParameterizedTest
    @CsvSource({"1, PT5M", "2, PT10M", "3, PT20M", "7, PT5H20M", "8, PT6H", "9, PT6H", "2000000, PT6H"})
    void waitsTwiceAsLongEachTimeUpToALongest(int times, Duration wait) {
        assertThat(new BackOff(Duration.ofMinutes(5), Duration.ofHours(6)).after(times))
                .isEqualTo(wait);
    }
}
