package org.clarion.petitions.signature;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets whose signatures stand under petitions that were archived long enough ago. The counts stay. */
@Component
class ArchiveSweep {

    private static final UUID FIRST = new UUID(0, 0);

    private final Sweep sweep = new Sweep("signatures under archived petitions");
    private final Petitions petitions;
    private final Signatures signatures;
    private final SignatureSettings settings;
    private final Clock clock;

    ArchiveSweep(Petitions petitions, Signatures signatures, SignatureSettings settings, Clock clock) {
        this.petitions = petitions;
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    /** All signatures are looked through, once a day: an index of their petitions would burden each that is given. */
    @Scheduled(fixedDelayString = "1d", initialDelayString = "10m")
    void sweepAndSay() {
        sweep.run(Integer.MAX_VALUE, this::sweep);
    }

    Outcome sweep() {
        var archived = petitions.archivedUntil(clock.instant().minus(settings.keptArchived())).stream()
                .map(Petition::id)
                .toList();
        var all = Outcome.NOTHING;
        List<UUID> due = signatures.rememberedUnder(archived, FIRST, settings.expireAtOnce());
        while (!due.isEmpty()) {
            all = all.and(sweep.over(due, id -> signatures.change(id, Signature::forget)));
            due = signatures.rememberedUnder(archived, due.getLast(), settings.expireAtOnce());
        }
        return all;
    }
}
