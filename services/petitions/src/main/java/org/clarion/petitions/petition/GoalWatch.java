package org.clarion.petitions.petition;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.clarion.actions.progress.Progress;
import org.clarion.totals.Totals;
import org.clarion.totals.TotalsListener;
import org.springframework.stereotype.Component;

/** Steps a petition's goal up when its total has reached it. */
@Component
class GoalWatch implements TotalsListener {

    private final Petitions petitions;
    private final Totals totals;
    private final Clock clock;

    GoalWatch(Petitions petitions, Totals totals, Clock clock) {
        this.petitions = petitions;
        this.totals = totals;
        this.clock = clock;
    }

    @Override
    public void changed(Set<UUID> actions) {
        var ours = petitions.remembered(actions);
        totals.overall(ours.keySet()).forEach((id, total) -> {
            var count = total.count(Progress.MEASURE);
            var petition = ours.get(id);
            if (petition != null && petition.reached(count, clock.instant()).isPresent()) {
                petitions.change(id, current -> current.reached(count, clock.instant()));
            }
        });
    }
}
