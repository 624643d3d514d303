package org.clarion.petitions.petition;

import java.time.Instant;
import java.util.Map;
import org.clarion.actions.progress.Progress;
import org.clarion.messaging.envelope.ActionEntry;
import org.jspecify.annotations.Nullable;

/** A petition as {@code petition.v1} shows it to the other services. */
final class PetitionEntry {

    /** What only petitions have. */
    record Body(
            String addressee,
            String language,
            int text,
            String textHash,
            @Nullable Instant closedAt) {}

    static final String KIND = "petition";

    private PetitionEntry() {}

    /** Null for a draft: nobody outside sees it. */
    static @Nullable Object of(Petition petition) {
        if (!petition.isPublic()) {
            return null;
        }
        var text = petition.text();
        return new ActionEntry(
                petition.id(),
                petition.version(),
                KIND,
                petition.status().wireName(),
                petition.status() == Petition.Status.OPEN,
                petition.campaign(),
                petition.slug(),
                "/petitions/" + petition.slug(),
                "/staff/petitions/" + petition.id(),
                Map.of(text.language(), text.title()),
                Map.of(text.language(), text.summary()),
                Progress.MEASURE,
                petition.goal(),
                petition.opensAt(),
                petition.closesAt(),
                new Body(text.addressee(), text.language(), text.number(), text.hash(), petition.closedAt()));
    }
}
