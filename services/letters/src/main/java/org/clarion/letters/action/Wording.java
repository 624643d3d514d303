package org.clarion.letters.action;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words that a supporter begins with. Plain text; paragraphs are parted by an empty line.
 *
 * @param variant whose words these are; null for the basic ones
 * @param subject stays as it is; fit for a mail header
 * @param opening stays as it is; {@value #SALUTATION} in it is filled in when the letter is sent
 * @param body what the supporter edits; may be empty where there are prompts
 * @param prompts questions that help to write, such as “What does this mean to you?”
 * @param closing stays as it is; the supporter's name and address follow it
 */
public record Wording(
        @Nullable UUID variant, String subject, String opening, String body, List<String> prompts, String closing) {

    /** Stands for the name by which the reader is called. */
    public static final String SALUTATION = "{salutation}";

    /** @throws IllegalArgumentException when the subject could not stand in a mail header, or something cannot be filled in */
    public Wording {
        prompts = List.copyOf(prompts);
        if (Subject.flawIn(subject).isPresent()) {
            throw new IllegalArgumentException("a subject with a flaw");
        }
        if (Placeholders.strangeIn(opening, SALUTATION).isPresent()) {
            throw new IllegalArgumentException("an opening that cannot be filled in");
        }
    }

    /** The opening as one reader gets it. */
    public String openingFor(String salutation) {
        return opening.replace(SALUTATION, salutation);
    }
}
