package org.clarion.letters.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clarion.letters.action.Addressing.Choice;
import org.clarion.letters.position.Position;
import org.clarion.places.Constituencies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

class OutlineFormTests {

    private static final String LIST = "0192f0c1-7a3e-7b1c-9d55-6f2a41c0ee01";

    @Test
    void whatWasWrittenIsRead() {
        var outline = form(Map.of()).outline(errors(form(Map.of()))).orElseThrow();
        assertThat(outline.wording())
                .isEqualTo(new Wording(
                        null, "Subject", "Dear {salutation},", "Body\n\nMore", List.of("Why?", "How?"), "Yours,"));
        assertThat(outline.addressing()).isEqualTo(Addressing.ownMp());
        assertThat(outline.pacing()).isNull();
    }

    @Test
    void whatIsThereIsShownAsItWasWritten() {
        var action = SampleActions.open(new Addressing(true, UUID.fromString(LIST), Choice.RANDOM));
        var form = OutlineForm.of(action);
        var outline = form.outline(errors(form)).orElseThrow();
        assertThat(outline.addressing()).isEqualTo(action.addressing());
        assertThat(outline.wording()).isEqualTo(action.text().wording());
        assertThat(form.to()).isEqualTo("both");
        assertThat(form.seenVersion()).isEqualTo(action.version());
    }

    @ParameterizedTest
    @CsvSource({
        "to, nobody, to, staff.letter.to.missing",
        "to, '', to, staff.letter.to.missing",
        "to, list, list, staff.letter.list.missing",
        "subject, 'A\u2028B', subject, staff.letter.subject.unsafe",
        "subject, 'For {name}', subject, staff.letter.placeholder.elsewhere",
        "opening, 'Dear {name}', opening, staff.letter.placeholder.unknown",
        "body, 'I, {name}, ask', body, staff.letter.placeholder.elsewhere",
        "body, 'Dear {salutation}', body, staff.letter.placeholder.elsewhere",
        "closing, 'Yours {signature}', closing, staff.letter.placeholder.elsewhere",
        "prompts, 'Why, {salutation}?', prompts, staff.letter.placeholder.elsewhere",
        "perHour, 20, fromHour, staff.letter.fromHour.wrong",
        "perHour, many, perHour, staff.letter.perHour.wrong",
        "fromHour, 8, perHour, staff.letter.perHour.wrong",
        "campaign, nonsense, campaign, staff.letter.campaign.wrong",
        "closesAt, tomorrow, closesAt, staff.letter.time.wrong",
    })
    void whatIsWrongIsNamed(String field, String value, String wrong, String words) {
        var form = form(Map.of(field, value));
        var errors = errors(form);
        assertThat(form.outline(errors)).isEmpty();
        assertThat(errors.getFieldErrors(wrong)).extracting(FieldError::getCode).contains(words);
    }

    @Test
    void whatIsStrangeIsSaid() {
        var form = form(Map.of("opening", "Dear {first name},"));
        var errors = errors(form);
        form.outline(errors);
        assertThat(errors.getFieldErrors("opening").getFirst().getArguments())
                .containsExactly("{first name}", "{salutation}");
    }

    @Test
    void aLetterHasABodyOrAPrompt() {
        var neither = form(Map.of("body", " ", "prompts", "\r\n "));
        var errors = errors(neither);
        assertThat(neither.outline(errors)).isEmpty();
        assertThat(errors.getFieldErrors("body")).hasSize(1);
        var prompted = form(Map.of("body", ""));
        assertThat(prompted.outline(errors(prompted)).orElseThrow().wording().body())
                .isEmpty();
    }

    @Test
    void promptsAreFewAndShort() {
        var many = form(Map.of("prompts", "1\n2\n3\n4\n5\n6"));
        var errors = errors(many);
        assertThat(many.outline(errors)).isEmpty();
        assertThat(errors.getFieldErrors("prompts"))
                .extracting(FieldError::getCode)
                .containsExactly("staff.letter.prompts.many");
        var five = form(Map.of("prompts", "1\n2\n3\n4\n" + "5".repeat(200)));
        assertThat(five.outline(errors(five))).isPresent();
        var lengthy = form(Map.of("prompts", "5".repeat(201)));
        assertThat(lengthy.outline(errors(lengthy))).isEmpty();
    }

    @Test
    void aPaceOfItsOwnIsReadWhole() {
        var form = form(Map.of("perHour", "60", "fromHour", "9", "untilHour", "17"));
        assertThat(form.outline(errors(form)).orElseThrow().pacing()).isEqualTo(new Pacing(60, 9, 17, false));
        var backwards = form(Map.of("perHour", "60", "fromHour", "17", "untilHour", "9"));
        var errors = errors(backwards);
        assertThat(backwards.outline(errors)).isEmpty();
        assertThat(errors.getFieldErrors("untilHour"))
                .extracting(FieldError::getCode)
                .containsExactly("staff.letter.untilHour.early");
    }

    @ParameterizedTest
    @CsvSource({"list, choose, CHOOSE, false", "both, all, ALL, true", "list, RANDOM, RANDOM, false"})
    void aListIsAddressedAsStaffSay(String to, String choice, Choice expected, boolean representative) {
        var form = form(Map.of("to", to, "list", LIST, "choice", choice));
        assertThat(form.outline(errors(form)).orElseThrow().addressing())
                .isEqualTo(new Addressing(representative, UUID.fromString(LIST), expected));
        var wrong = form(Map.of("to", to, "list", LIST, "choice", "some"));
        assertThat(wrong.outline(errors(wrong))).isEmpty();
    }

    @Test
    void aVariantIsReadAndShown() {
        var atlas = new Atlas(new Constituencies());
        var form = new VariantForm(
                "Scottish friends",
                List.of("supports", "no-answer"),
                List.of("Labour"),
                "scotland\r\nFrance",
                "Ayr, Carrick and Cumnock\r\nE14001063",
                "",
                "",
                "Thank you",
                "",
                "",
                "3");
        var id = UUID.randomUUID();
        var variant = form.variant(id, atlas, errors(form)).orElseThrow();
        assertThat(variant)
                .isEqualTo(new Variant(
                        id,
                        "Scottish friends",
                        new Readership(
                                Set.of("GB-SCT", "FR"),
                                Set.of("Labour"),
                                Set.of("S14000107", "E14001063"),
                                Set.of(Position.SUPPORTS, Position.NO_ANSWER)),
                        null,
                        null,
                        "Thank you",
                        List.of(),
                        null));
        var shown = VariantForm.of(SampleActions.draft(), variant, atlas);
        assertThat(shown.countries()).isEqualTo("France\nScotland");
        assertThat(shown.constituencies()).isEqualTo("Aldershot\nAyr, Carrick and Cumnock");
        assertThat(shown.variant(id, atlas, errors(shown))).hasValue(variant);
    }

    @Test
    void aVariantForEverybodyOrWithoutWordsIsNone() {
        var atlas = new Atlas(new Constituencies());
        var everybody = variant(List.of(), null, "Body");
        var errors = errors(everybody);
        assertThat(everybody.variant(UUID.randomUUID(), atlas, errors)).isEmpty();
        assertThat(errors.getGlobalErrors()).hasSize(1);
        var wordless = variant(List.of("supports"), null, "");
        var others = errors(wordless);
        assertThat(wordless.variant(UUID.randomUUID(), atlas, others)).isEmpty();
        assertThat(others.getGlobalErrors()).hasSize(1);
    }

    @Test
    void whatIsUnknownInAVariantIsNamed() {
        var form = variant(List.of("loves-it"), "Atlantis\nNarnia", "Body {x}");
        var errors = errors(form);
        assertThat(form.variant(UUID.randomUUID(), new Atlas(new Constituencies()), errors))
                .isEmpty();
        assertThat(errors.getFieldErrors())
                .extracting(FieldError::getField)
                .containsExactlyInAnyOrder("countries", "countries", "positions", "body");
        assertThat(errors.getFieldErrors("countries").getFirst().getArguments()).containsExactly("Atlantis");
    }

    private static VariantForm variant(List<String> positions, @Nullable String countries, String body) {
        return new VariantForm("V", positions, List.of(), countries, "", "", "", body, "", "", "1");
    }

    private static Errors errors(Object form) {
        return new BeanPropertyBindingResult(form, "form");
    }

    private static OutlineForm form(Map<String, String> other) {
        var fields = new HashMap<String, String>();
        fields.put("to", "mp");
        fields.put("subject", "Subject");
        fields.put("opening", "Dear {salutation},");
        fields.put("body", "Body\r\n\r\nMore");
        fields.put("prompts", "Why?\r\n\r\n How? ");
        fields.put("closing", "Yours,");
        fields.putAll(other);
        return new OutlineForm(
                "Title",
                "slug",
                "Summary",
                "Why",
                fields.get("campaign"),
                fields.get("to"),
                fields.get("list"),
                fields.get("choice"),
                fields.get("subject"),
                fields.get("opening"),
                fields.get("body"),
                fields.get("prompts"),
                fields.get("closing"),
                null,
                fields.get("closesAt"),
                fields.get("perHour"),
                fields.get("fromHour"),
                fields.get("untilHour"),
                null,
                "en",
                "1");
    }
}
