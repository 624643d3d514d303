package org.clarion.letters.action;

import java.time.Instant;
import java.util.Map;
import org.clarion.actions.progress.Progress;
import org.clarion.messaging.envelope.ActionEntry;
import org.jspecify.annotations.Nullable;

/** A letter action as {@code letter-action.v1} shows it to the other services. */
final class LetterActionEntry {

    /** What only letter actions have. */
    record Body(
            String language,
            int text,
            String textHash,
            boolean representative,
            boolean list,
            boolean test,
            @Nullable Instant closedAt) {}

    static final String KIND = "letter-action";

    private LetterActionEntry() {}

    /** Null for a draft: nobody outside sees it. */
    static @Nullable Object of(LetterAction action) {
        if (!action.isPublic()) {
            return null;
        }
        var text = action.text();
        return new ActionEntry(
                action.id(),
                action.version(),
                KIND,
                action.status().wireName(),
                action.status() == LetterAction.Status.OPEN && !action.isTest(),
                action.campaign(),
                action.slug(),
                "/letters/" + action.slug(),
                "/staff/letters/" + action.id(),
                Map.of(text.language(), text.title()),
                Map.of(text.language(), text.summary()),
                Progress.MEASURE,
                null,
                action.opensAt(),
                action.closesAt(),
                new Body(
                        text.language(),
                        text.number(),
                        text.hash(),
                        action.addressing().representative(),
                        action.addressing().list() != null,
                        action.isTest(),
                        action.closedAt()));
    }
}
