package org.clarion.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingTests {

    @ParameterizedTest
    @ValueSource(strings = {"/staff", "/staff/petitions", "/staff/petitions/clean-air/edit", "/staff/"})
    void staffPagesAreReached(String to) {
        assertThat(Landing.of(to)).isEqualTo(to);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "https://evil.example",
                "/staffed",
                "/staff//evil.example",
                "/staff/../petitions",
                "/staff/\\evil.example",
                "/staff?x=1",
                "/staff\r\nSet-Cookie: a=b",
                "/sign-out"
            })
    void nothingElseIs(String to) {
        assertThat(Landing.of(to)).isEqualTo("/staff");
    }
}
