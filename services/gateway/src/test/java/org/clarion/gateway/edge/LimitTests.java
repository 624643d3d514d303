package org.clarion.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTests {

    @ParameterizedTest
    @CsvSource({"20/1m, 20, 60", "5/15m, 5, 900", " 1 / 10s , 1, 10", "1000000/1h, 1000000, 3600"})
    void aRateIsReadAsWritten(String text, long times, long seconds) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(times, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "0/1m", "-1/1m", "20/0s", "20/-1m", "many/1m", "20/soon"})
    void whatIsNoRateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(text));
    }

    @Test
    void eachKeyIsCountedApart() {
        var limit = new Limit(new Rate(2, Duration.ofHours(1)), 100);
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(limit.take("b")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/petitions/clean-air/signatures, petitions/clean-air",
        "/petitions/clean-air, petitions/clean-air",
        "/api/petitions/clean-air/signatures, petitions/clean-air",
        "/api/petitions/clean-air, petitions/clean-air",
        "/api/petitions, petitions",
        "/petitions, petitions",
        "/sign-out, sign-out",
        "/, ''",
        "/api/, ''",
    })
    void pageAndApiOfAnActionAreOne(String path, String action) {
        assertThat(Limits.action(path)).isEqualTo(action);
    }
}
