package org.clarion.registrations.gathering;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.outbox.Change;
import org.clarion.servicedefaults.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where staff write, open, move, close and cancel gatherings. */
@Component
public class GatheringDesk {

    /** A step in a gathering's life that a member of staff takes. */
    @FunctionalInterface
    public interface Step {
        Change<Gathering, GatheringEvent> take(Gathering gathering, String by, Instant now);
    }

    public static final Step OPEN = Gathering::open;
    public static final Step CLOSE = Gathering::close;
    public static final Step CANCEL = Gathering::cancel;

    private final Gatherings gatherings;
    private final ObjectProvider<GatheringWatch> watches;
    private final Clock clock;

    GatheringDesk(Gatherings gatherings, ObjectProvider<GatheringWatch> watches, Clock clock) {
        this.gatherings = gatherings;
        this.watches = watches;
        this.clock = clock;
    }

    public Gathering draft(Outline outline, String by) {
        return gatherings.add(Gathering.draft(Ids.next(), outline, by, clock.instant()));
    }

    public Gathering copy(UUID id, String slug, String by) {
        return gatherings.add(gatherings.find(id).copy(Ids.next(), slug, by, clock.instant()));
    }

    /** @param seen the version that the editor had before them: what another has changed since is not overwritten */
    public Gathering edit(UUID id, long seen, Outline outline, String by) {
        return told(gatherings.change(id, seen, gathering -> gathering.edit(outline, by, clock.instant())));
    }

    public Gathering moveOnline(UUID id, String joining, String by) {
        return take((gathering, who, now) -> gathering.moveOnline(joining, who, now), id, by);
    }

    public Gathering addRecording(UUID id, String address, String by) {
        return take((gathering, who, now) -> gathering.addRecording(address, who, now), id, by);
    }

    public Gathering take(Step step, UUID id, String by) {
        return told(gatherings.change(id, gathering -> Optional.of(step.take(gathering, by, clock.instant()))));
    }

    private Gathering told(Gathering changed) {
        watches.orderedStream().forEach(watch -> watch.changed(changed));
        return changed;
    }
}
