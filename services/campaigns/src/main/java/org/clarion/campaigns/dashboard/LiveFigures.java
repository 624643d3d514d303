package org.clarion.campaigns.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clarion.campaigns.catalogue.Listed;
import org.clarion.pageshell.Figures;
import org.clarion.totals.TotalsListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What moves on a dashboard, by the names that its elements carry in {@code data-live}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // hears of a change before those who look
class LiveFigures implements TotalsListener {

    /** @param action null for all */
    private record View(@Nullable UUID action, Locale language) {}

    private static final Duration SHARED_FOR = Duration.ofMillis(500);

    private final Standings standings;
    private final Breakdown breakdown;
    private final Figures figures;
    private final Cache<View, Map<String, String>> shared = Caffeine.newBuilder()
            .expireAfterWrite(SHARED_FOR)
            .maximumSize(1_000)
            .build();

    LiveFigures(Standings standings, Breakdown breakdown, Figures figures) {
        this.standings = standings;
        this.breakdown = breakdown;
        this.figures = figures;
    }

    @Override
    public void changed(Set<UUID> actions) {
        shared.invalidateAll();
    }

    /** All actions. Worked out once for all who look within half a second, as is what moves on one action. */
    Map<String, String> ofAll() {
        return shared.get(new View(null, LocaleContextHolder.getLocale()), view -> nowOfAll());
    }

    private Map<String, String> nowOfAll() {
        var texts = new LinkedHashMap<String, String>();
        standings
                .all()
                .forEach(
                        standing -> put(texts, standing, "-" + standing.action().id()));
        return texts;
    }

    /** One action, with the hours of its chart. */
    Map<String, String> of(UUID action) {
        return shared.get(new View(action, LocaleContextHolder.getLocale()), view -> nowOf(action));
    }

    private Map<String, String> nowOf(UUID action) {
        var texts = new LinkedHashMap<String, String>();
        standings.of(action).ifPresent(standing -> {
            put(texts, standing, "");
            hours(standing.action()).forEach(hour -> texts.put("hour-" + hour.key(), figures.count(hour.count())));
        });
        return texts;
    }

    private List<Breakdown.Hour> hours(Listed action) {
        return breakdown.of(action).hours();
    }

    private void put(Map<String, String> texts, Standing standing, String suffix) {
        texts.put("total" + suffix, figures.count(standing.total()));
        texts.put("hour" + suffix, figures.count(standing.hour()));
        texts.put("day" + suffix, figures.count(standing.day()));
        texts.put("rate" + suffix, rate(standing));
        texts.put("spark" + suffix, standing.spark());
        if (standing.at() != null) {
            texts.put("at" + suffix, figures.time(standing.at()));
        }
    }

    private String rate(Standing standing) {
        return standing.recorded() == 0 ? "–" : figures.share(standing.total(), standing.recorded());
    }
}
