package org.clarion.actions.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.clarion.pageshell.Figures;
import org.clarion.pageshell.Words;
import org.junit.jupiter.api.Test;

class ProgressWordsTests {

    private static final Instant AT = Instant.parse("2026-11-24T14:32:00Z");

    @Test
    void aNumberIsToldUnderItsNameWithItsGoalAndItsTime() throws Exception {
        assertThat(words("signatures", new Standing(1204, 5000, AT)))
                .isEqualTo(Map.of(
                        "signatures", "1,204",
                        "signaturesValue", 1204L,
                        "goal", "of 5,000",
                        "goalValue", 5000L,
                        "time", "14:32"));
    }

    @Test
    void whereNobodySetAGoalNoneIsTold() throws Exception {
        assertThat(words("letters", new Standing(12, 0, AT))).containsOnlyKeys("letters", "lettersValue", "time");
    }

    private static Map<String, Object> words(String what, Standing standing) throws Exception {
        var messages = Words.onClasspath().messageSource();
        return new ProgressWords(new Figures(messages), messages).of(what, standing, Locale.UK);
    }
}
