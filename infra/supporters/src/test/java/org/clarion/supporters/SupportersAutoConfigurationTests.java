package org.clarion.supporters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SupportersAutoConfigurationTests {

    private static final String KEY = "k1:" + Base64.getEncoder().encodeToString(new byte[32]);

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SupportersAutoConfiguration.class));

    @Test
    void startsWithItsKeys() {
        runner.withPropertyValues("clarion.supporters.pseudonym-key=" + KEY, "clarion.supporters.link-key=" + KEY)
                .run(context -> assertThat(context)
                        .hasSingleBean(Pseudonyms.class)
                        .hasSingleBean(LinkTokens.class)
                        .hasSingleBean(TypingHints.class));
    }

    @ParameterizedTest
    @CsvSource({
        "clarion.supporters.link-key, CLARION_SUPPORTERS_PSEUDONYM_KEY",
        "clarion.supporters.pseudonym-key, CLARION_SUPPORTERS_LINK_KEY"
    })
    void withoutASecretDoesNotStartAndNamesTheVariable(String set, String missing) {
        runner.withPropertyValues(set + "=" + KEY)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(UnusableSecret.class)
                        .hasMessageContaining(missing));
    }

    @Test
    void aBadSecretIsNotRepeatedInTheMessage() {
        runner.withPropertyValues("clarion.supporters.pseudonym-key=k1:c2hvcnQ=", "clarion.supporters.link-key=" + KEY)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("CLARION_SUPPORTERS_PSEUDONYM_KEY")
                        .hasMessageNotContaining("c2hvcnQ"));
    }
}
