package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.MapBindingResult;

class FormFieldsTests {

    private final MapBindingResult errors = new MapBindingResult(Map.of(), "form");

    @Test
    void lineEndsAreThoseOfEverybodyElse() {
        assertThat(FormFields.said(" One\r\n\r\nTwo\n ")).isEqualTo("One\n\nTwo");
        assertThat(FormFields.said(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "three, -1", ", -1"})
    void aVersionThatCannotBeReadIsOneThatNothingHas(@Nullable String typed, long seen) {
        assertThat(FormFields.seenVersion(typed)).isEqualTo(seen);
    }

    @Test
    void timesAreThoseOfLondon() {
        var summer = Instant.parse("2026-07-01T09:30:00Z");
        assertThat(FormFields.time("closes", "2026-07-01T10:30", "wrong", errors))
                .isEqualTo(summer);
        assertThat(FormFields.time(summer)).isEqualTo("2026-07-01T10:30");
        assertThat(FormFields.time("closes", " ", "wrong", errors)).isNull();
        assertThat(FormFields.time(null)).isNull();
        assertThat(errors.hasErrors()).isFalse();
    }

    @Test
    void whatIsNoTimeOrNoIdIsToldBesideItsField() {
        assertThat(FormFields.time("closes", "tomorrow", "wrong.time", errors)).isNull();
        assertThat(FormFields.id("campaign", "that one", "wrong.campaign", errors))
                .isNull();
        assertThat(errors.getFieldErrors())
                .extracting(error -> error.getField() + " " + error.getCode())
                .containsExactly("closes wrong.time", "campaign wrong.campaign");
    }

    @Test
    void aTimeThatTheClocksJumpOverIsRefused() {
        assertThat(FormFields.time("closes", "2027-03-28T01:30", "wrong", errors))
                .isNull();
        assertThat(errors.getFieldErrors())
                .extracting(error -> error.getField() + " " + error.getCode())
                .containsExactly("closes form.time.skipped");
    }

    @Test
    void ofATimeThatComesTwiceTheFirstIsMeant() {
        assertThat(FormFields.time("closes", "2027-10-31T01:30", "wrong", errors))
                .isEqualTo("2027-10-31T00:30:00Z");
        assertThat(errors.hasErrors()).isFalse();
    }

    @Test
    void anEmptyOptionIsNoneAtAll() {
        assertThat(FormFields.id("campaign", "", "wrong", errors)).isNull();
        assertThat(FormFields.id("campaign", "0198e6a4-7c1e-7000-8000-000000000001", "wrong", errors))
                .hasToString("0198e6a4-7c1e-7000-8000-000000000001");
        assertThat(errors.hasErrors()).isFalse();
    }
}
