package org.clarion.petitions.petition;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.outbox.Change;
import org.clarion.servicedefaults.Ids;
import org.springframework.stereotype.Component;

/** Where campaigners write, open and close petitions. */
@Component
class PetitionDesk {

    /** A step in a petition's life that a member of staff takes. */
    @FunctionalInterface
    interface Step {
        Change<Petition, PetitionEvent> take(Petition petition, String by, Instant now);
    }

    private final Petitions petitions;
    private final Clock clock;

    PetitionDesk(Petitions petitions, Clock clock) {
        this.petitions = petitions;
        this.clock = clock;
    }

    Petition draft(Outline outline, String by) {
        return petitions.add(Petition.draft(Ids.next(), outline, by, clock.instant()));
    }

    /** @param seen as in {@link Petitions#change(UUID, long, java.util.function.Function)} */
    Petition edit(UUID id, long seen, Outline outline, String by) {
        return petitions.change(id, seen, petition -> petition.edit(outline, by, clock.instant()));
    }

    Petition take(Step step, UUID id, String by) {
        return petitions.change(id, petition -> Optional.of(step.take(petition, by, clock.instant())));
    }
}
