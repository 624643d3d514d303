package org.clarion.servicedefaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clarion.servicedefaults.tokens.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;

class MissingSettingTests {

    @TestConfiguration
    static class Calls {

        Calls(TokenIssuer tokens) {
            assertThat(tokens).isNotNull();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void whatIsNotSetIsMissing(String value) {
        assertThatThrownBy(() -> MissingSetting.require("clarion.supporters.pseudonym-key", value))
                .isInstanceOf(MissingSetting.class)
                .hasMessage("CLARION_SUPPORTERS_PSEUDONYM_KEY is not set");
    }

    @Test
    void theFailureNamesTheEnvironmentVariable() {
        var analysis = new MissingSetting.Analyzer().analyze(new IllegalStateException(new MissingSetting("a.b-c")));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("A_B_C");
    }

    @Test
    void noServiceStartsWithoutTheTrustedKeys() {
        assertStartFailsFor("CLARION_TOKENS_TRUSTED", SampleService.class);
    }

    @Test
    void aServiceThatCallsOthersDoesNotStartWithoutItsKey() {
        assertStartFailsFor(
                "CLARION_TOKENS_KEY", SampleService.class, Calls.class, "--clarion.tokens.trusted={\"keys\":[]}");
    }

    private static void assertStartFailsFor(String variable, Class<?> service) {
        assertStartFailsFor(variable, service, SampleService.class, "--x=1");
    }

    private static void assertStartFailsFor(String variable, Class<?> service, Class<?> more, String argument) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(service, more)
                        .run("--spring.application.name=sample", "--server.port=0", argument))
                .hasStackTraceContaining(variable + " is not set");
    }
}
