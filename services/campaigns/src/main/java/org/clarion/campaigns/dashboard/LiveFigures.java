package org.clarion.campaigns.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.campaigns.catalogue.Listed;
import org.clarion.pageshell.Figures;
import org.springframework.stereotype.Component;

/** What moves on a dashboard, by the names that its elements carry in {@code data-live}. */
@Component
class LiveFigures {

    private final Standings standings;
    private final Breakdown breakdown;
    private final Figures figures;

    LiveFigures(Standings standings, Breakdown breakdown, Figures figures) {
        this.standings = standings;
        this.breakdown = breakdown;
        this.figures = figures;
    }

    Map<String, String> ofAll() {
        var texts = new LinkedHashMap<String, String>();
        standings
                .all()
                .forEach(
                        standing -> put(texts, standing, "-" + standing.action().id()));
        return texts;
    }

    /** One action, with the hours of its chart. */
    Map<String, String> of(UUID action) {
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
