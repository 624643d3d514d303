package org.clarion.petitions.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clarion.petitions.petition.Petition;
import org.clarion.places.Constituencies;
import org.clarion.totals.ActionTotals;
import org.clarion.totals.Totals;
import org.springframework.stereotype.Component;

/** The published figures, from the service's own copy of the totals: nothing is counted here. */
@Component
public class Progress {

    /** The measure that a petition is judged by. */
    static final String MEASURE = "confirmed";

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
    public Standing of(Petition petition) {
        return standing(petition, overall.get(petition.id(), totals::overall));
    }

    /** Of many at once, a second old at most. */
    public Map<UUID, Standing> of(Collection<Petition> petitions) {
        var found = overall.getAll(
                petitions.stream().map(Petition::id).toList(), missing -> totals.overall(Set.copyOf(missing)));
        var standings = new HashMap<UUID, Standing>();
        for (var petition : petitions) {
            var total = found.get(petition.id());
            if (total != null) {
                standings.put(petition.id(), standing(petition, total));
            }
        }
        return standings;
    }

    PublicTotals totals(Petition petition) {
        return inDetail.get(petition.id(), id -> PublicTotals.of(totals.of(id), constituencies.all()));
    }

    private Standing standing(Petition petition, ActionTotals total) {
        var at = total.at();
        return new Standing(total.count(MEASURE), petition.goal(), at == null ? clock.instant() : at);
    }
}
