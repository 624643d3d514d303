package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class WordsTests {

    private final Words words = Words.onClasspath();

    WordsTests() throws IOException {}

    @Test
    void filesOfAllModulesAreOneSource() {
        assertThat(words.messageSource().getMessage("page.skip", null, Locale.UK))
                .isEqualTo("Skip to the main text");
        assertThat(words.messageSource().getMessage("sample.open", null, Locale.UK))
                .isEqualTo("open");
    }

    @Test
    void translationsAreFoundByTheirSuffix() {
        assertThat(words.languages()).contains(Words.DEFAULT, Locale.of("cy")).doesNotContain(Locale.FRENCH);
        assertThat(words.messageSource().getMessage("sample.open", null, Locale.of("cy")))
                .isEqualTo("ar agor");
        assertThat(words.messageSource().getMessage("sample.saved", null, Locale.of("cy")))
                .isEqualTo("Saved");
    }

    @Test
    void aMissingKeyIsAnError() {
        assertThatThrownBy(() -> words.messageSource().getMessage("no.such.key", null, Locale.UK))
                .isInstanceOf(NoSuchMessageException.class);
    }
}
