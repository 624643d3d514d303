package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTests {

    @ParameterizedTest
    @ValueSource(strings = {"Ynys Môn", "ynys mon", " MÔN ", "mo\u0302n", ""})
    void partOfOneTextIsEnough(String typed) {
        assertThat(new Sought(typed).isIn("W08000040", null, "Ynys Môn")).isTrue();
    }

    @Test
    void whatIsInNoTextIsNotMeant() {
        assertThat(new Sought("Arfon").isIn("W08000040", null, "Ynys Môn")).isFalse();
    }
}
