package org.clarion.petitions.signature;

import java.time.Clock;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets whose signatures stand under petitions that were archived long enough ago. The counts stay. */
@Component
class ArchiveSweep {

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

    /** Once a day: no index leads from a petition to its signatures, because that would burden each of them. */
    @Scheduled(fixedDelayString = "${petitions.signatures.forget-every:1d}", initialDelayString = "10m")
    void sweepAndSay() {
        sweep.run(settings.expireAtOnce(), this::sweep);
    }

    Outcome sweep() {
        var archived = petitions.archivedUntil(clock.instant().minus(settings.keptArchived())).stream()
                .map(Petition::id)
                .toList();
        return sweep.over(
                signatures.rememberedUnder(archived, settings.expireAtOnce()),
                id -> signatures.change(id, Signature::forget));
    }
}
