package org.clarion.actions.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clarion.places.Constituencies;
import org.clarion.totals.ActionTotals;
import org.clarion.totals.Totals;

/** The published figures, from the service's own copy of the totals: nothing is counted here. */
public final class Progress {

    /** The measure that an action is judged by. */
    public static final String MEASURE = "confirmed";

    private static final int REMEMBERED = 1000;

    private final Totals totals;
    private final Constituencies constituencies;
    private final Clock clock;
    private final Cache<UUID, ActionTotals> overall = memory(Duration.ofSeconds(1));
    private final Cache<UUID, PublicTotals> inDetail = memory(Duration.ofSeconds(5));

    Progress(Totals totals, Constituencies constituencies, Clock clock) {
        this.totals = totals;
        this.constituencies = constituencies;
        this.clock = clock;
    }

    private static <T> Cache<UUID, T> memory(Duration age) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(age)
                .executor(Runnable::run)
                .build();
    }

    /** A second old at most. */
    public Standing of(Counted action) {
        return standing(action, overall.get(action.id(), totals::overall));
    }

    /** Of many at once, a second old at most. */
    public Map<UUID, Standing> of(Collection<? extends Counted> actions) {
        var found = overall.getAll(
                actions.stream().map(Counted::id).toList(), missing -> totals.overall(Set.copyOf(missing)));
        var standings = new HashMap<UUID, Standing>();
        for (var action : actions) {
            var total = found.get(action.id());
            if (total != null) {
                standings.put(action.id(), standing(action, total));
            }
        }
        return standings;
    }

    /** All figures that everybody may see, some seconds old at most. */
    public PublicTotals totals(UUID action) {
        return inDetail.get(action, id -> PublicTotals.of(totals.of(id), constituencies.all()));
    }

    private Standing standing(Counted action, ActionTotals total) {
        var at = total.at();
        return new Standing(total.count(MEASURE), action.goal(), at == null ? clock.instant() : at);
    }
}
