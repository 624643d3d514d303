package org.clarion.registrations.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.form.SupporterForm;
import org.clarion.registrations.registration.Reception.Typed;
import org.clarion.supporters.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form on the page of a gathering, as it came back. Its questions are the gathering's own, so it is read by hand.
 *
 * @param answers number of the question → what was answered
 */
record RegisteringForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String heads,
        List<String> sessions,
        @Nullable String mode,
        Map<String, List<String>> answers,
        @Nullable String needs,
        @Nullable String diet,
        @Nullable String invitation,
        @Nullable String language,
        @Nullable Boolean updates,
        @Nullable String wording,
        @Nullable String source,
        @Nullable String asked)
        implements SupporterForm {

    private static final String ANSWER = "answers[";

    RegisteringForm {
        sessions = List.copyOf(sessions);
        answers = Map.copyOf(answers);
    }

    static RegisteringForm empty(Source source, String language) {
        return new RegisteringForm(
                null,
                null,
                "1",
                List.of(),
                null,
                Map.of(),
                null,
                null,
                null,
                language,
                false,
                UpdatesConsent.WORDING,
                source.value(),
                null);
    }

    static RegisteringForm of(MultiValueMap<String, String> fields) {
        var answers = new HashMap<String, List<String>>();
        fields.forEach((field, values) -> {
            if (field.startsWith(ANSWER) && field.endsWith("]")) {
                answers.put(field.substring(ANSWER.length(), field.length() - 1), List.copyOf(values));
            }
        });
        return new RegisteringForm(
                fields.getFirst("name"),
                fields.getFirst("email"),
                fields.getFirst("heads"),
                Objects.requireNonNullElse(fields.get("sessions"), List.<String>of()),
                fields.getFirst("mode"),
                answers,
                fields.getFirst("needs"),
                fields.getFirst("diet"),
                fields.getFirst("invitation"),
                fields.getFirst("language"),
                Boolean.parseBoolean(fields.getFirst("updates")),
                fields.getFirst("wording"),
                fields.getFirst("source"),
                fields.getFirst("asked"));
    }

    Typed typed() {
        return new Typed(
                name,
                email,
                heads,
                sessions,
                mode,
                answers,
                needs,
                diet,
                language,
                source,
                updates != null && updates,
                wording,
                invitation,
                null);
    }

    /** What was answered, as it stands in a field that takes one. */
    public String answer(int question) {
        var given = answers.getOrDefault(Integer.toString(question), List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    public boolean chose(int question, String option) {
        return answers.getOrDefault(Integer.toString(question), List.of()).contains(option);
    }

    /** Where somebody lives is not asked: it decides nothing about a place. */
    @Override
    public @Nullable String postcode() {
        return null;
    }

    @Override
    public @Nullable String country() {
        return null;
    }

    @Override
    public @Nullable String constituency() {
        return null;
    }

    @Override
    public boolean isAtHome() {
        return false;
    }

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "RegisteringForm";
    }
}
