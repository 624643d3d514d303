package org.clarion.actions.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.clarion.pageshell.Words;
import org.clarion.supporters.TypingHints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.validation.BeanPropertyBindingResult;

class DoubtsTests {

    record Form(
            @Nullable String email,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String constituency,
            @Nullable String asked)
            implements SupporterForm {}

    private final Doubts doubts = new Doubts(new TypingHints());
    private final ExtendedModelMap model = new ExtendedModelMap();

    @ParameterizedTest
    @CsvSource({
        "ZE99 9ZZ, GB, , , flaw.constituency.ask",
        ", GB, , , flaw.constituency.or-postcode",
        ", , , , flaw.constituency.or-postcode",
        "ZE99 9ZZ, GB, unknown, , ", // asked before
        "AB42 4EL, GB, , S14000062, ",
        ", FR, , , ",
    })
    void aConstituencyIsAskedForOnceWhereNoneIsKnown(
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String chosen,
            @Nullable String known,
            @Nullable String question) {
        var errors = asked(new Form("ann@example.org", postcode, country, chosen, null), known);

        assertThat(errors.getFieldErrors("constituency"))
                .extracting(error -> error.getCode())
                .containsExactlyElementsOf(question == null ? List.of() : List.of(question));
        assertThat(model.containsAttribute("asksConstituency")).isEqualTo(question != null);
    }

    @Test
    void anAddressThatLooksMistypedIsAskedAboutOnce() throws Exception {
        var errors = asked(new Form("ann@gmial.com", null, "FR", null, null), null);

        assertThat(Words.onClasspath()
                        .messageSource()
                        .getMessage(errors.getFieldErrors("email").getFirst(), Locale.UK))
                .isEqualTo("Did you mean ann@gmail.com? Correct the address, or press Back once more to keep it.");
        assertThat(model.getAttribute("asked")).isEqualTo("ann@gmial.com");
        assertThat(asked(new Form("ann@gmial.com", null, "FR", null, "ann@gmial.com"), null)
                        .hasErrors())
                .isFalse();
    }

    @Test
    void notToKnowAConstituencyIsNoCode() {
        assertThat(new Form(null, null, null, SupporterForm.NOT_KNOWN, null).constituencyCode())
                .isNull();
        assertThat(new Form(null, null, null, "S14000062", null).constituencyCode())
                .isEqualTo("S14000062");
    }

    private BeanPropertyBindingResult asked(Form form, @Nullable String constituency) {
        var errors = new BeanPropertyBindingResult(form, "form");
        doubts.ask(form, constituency, "pages.before", errors, model);
        return errors;
    }
}
