package org.clarion.letters.action;

import java.util.ArrayList;
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

    /** The whole wording: what it leaves out is as in the basic one. */
    public Wording over(Wording basic) {
        return new Wording(
                id,
                subject == null ? basic.subject() : subject,
                opening == null ? basic.opening() : opening,
                body == null ? basic.body() : body,
                prompts.isEmpty() ? basic.prompts() : prompts,
                closing == null ? basic.closing() : closing);
    }

    /** The parts that it words differently, as the form calls them. */
    List<String> changes() {
        var parts = new ArrayList<String>();
        addIf(subject != null, "subject", parts);
        addIf(opening != null, "opening", parts);
        addIf(body != null, "body", parts);
        addIf(!prompts.isEmpty(), "prompts", parts);
        addIf(closing != null, "closing", parts);
        return parts;
    }

    private static void addIf(boolean changed, String part, List<String> parts) {
        if (changed) {
            parts.add(part);
        }
    }
}
