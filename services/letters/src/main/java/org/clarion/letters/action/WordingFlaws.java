package org.clarion.letters.action;

import java.util.List;
import org.springframework.validation.Errors;

/** Notes in a form what is wrong with the words of a letter. What is left empty is not looked at. */
final class WordingFlaws {

    static final int LONGEST_PROMPT = 200;
    static final int MOST_PROMPTS = 5;

    private final Errors errors;

    WordingFlaws(Errors errors) {
        this.errors = errors;
    }

    void inSubject(String subject) {
        if (!subject.isEmpty()) {
            Subject.flawIn(subject)
                    .ifPresent(flaw -> errors.rejectValue("subject", "staff.letter.subject." + flaw.wireName()));
            withoutPlaceholders("subject", subject);
        }
    }

    void inOpening(String opening) {
        Placeholders.strangeIn(opening, Wording.SALUTATION)
                .ifPresent(found -> reject("opening", "staff.letter.placeholder.unknown", found));
    }

    void inPrompts(List<String> prompts) {
        if (prompts.size() > MOST_PROMPTS) {
            errors.rejectValue("prompts", "staff.letter.prompts.many");
        }
        if (prompts.stream().anyMatch(prompt -> prompt.length() > LONGEST_PROMPT)) {
            errors.rejectValue("prompts", "staff.letter.prompts.long");
        }
        withoutPlaceholders("prompts", String.join("\n", prompts));
    }

    /** A text in which nothing is ever filled in. */
    void withoutPlaceholders(String field, String text) {
        Placeholders.strangeIn(text).ifPresent(found -> reject(field, "staff.letter.placeholder.elsewhere", found));
    }

    private void reject(String field, String words, String found) {
        errors.rejectValue(field, words, new Object[] {found, Wording.SALUTATION}, null);
    }
}
