package org.clarion.campaigns.totals;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.clarion.totals.Totals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Totals for the platform's own tools: what {@code clarion rebuild totals} and {@code replay} call. */
@RestController
@RequestMapping("/internal/totals")
class TotalsController {

    /** @param building the generation that is to take the place of the current one; left out if there is none */
    record Generation(int current, @Nullable Integer building) {}

    /** @param generation the one that is being built */
    record Started(int generation) {}

    /** @param dimensions dimension → value → count, everything but minutes */
    record Figures(
            int generation, String measure, @Nullable Instant at, Map<String, SortedMap<String, Long>> dimensions) {}

    private final GenerationPlans plans;
    private final Totals totals;

    TotalsController(GenerationPlans plans, Totals totals) {
        this.plans = plans;
        this.totals = totals;
    }

    /** Begins to count everything again; where that is going on already, it goes on. */
    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started rebuild() {
        var plan = plans.startBuilding();
        return new Started(plan.building() == null ? plan.current() : plan.building());
    }

    @GetMapping("/generation")
    Generation generation() {
        var plan = plans.current();
        return new Generation(plan.current(), plan.building());
    }

    @GetMapping("/{action}")
    Figures of(@PathVariable UUID action, @RequestParam(defaultValue = "confirmed") String measure) {
        var shown = totals.of(action);
        var dimensions = new TreeMap<String, SortedMap<String, Long>>();
        shown.figures().keySet().forEach(dimension -> dimensions.put(dimension, shown.by(dimension, measure)));
        return new Figures(shown.generation(), measure, shown.at(), dimensions);
    }
}
