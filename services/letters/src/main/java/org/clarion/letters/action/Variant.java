package org.clarion.letters.action;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other words for some readers. What it leaves out stays as in the basic wording.
 *
 * @param name what staff call it
 * @param prompts empty where they stay as they are
 */
public record Variant(
        UUID id,
        String name,
        Readership readers,
        @Nullable String subject,
        @Nullable String opening,
        @Nullable String body,
        List<String> prompts,
        @Nullable String closing) {

    public Variant {
        prompts = List.copyOf(prompts);
    }

    Wording over(Wording basic) {
        return new Wording(
                id,
                subject == null ? basic.subject() : subject,
                opening == null ? basic.opening() : opening,
                body == null ? basic.body() : body,
                prompts.isEmpty() ? basic.prompts() : prompts,
                closing == null ? basic.closing() : closing);
    }
}
