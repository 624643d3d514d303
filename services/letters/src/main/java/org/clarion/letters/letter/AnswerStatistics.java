package org.clarion.letters.letter;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.clarion.letters.target.Target;
import org.clarion.totals.ActionTotals;
import org.clarion.totals.Totals;
import org.springframework.stereotype.Component;

/** How targets answer, per action, from the service's own copy of the totals: nothing is counted here. */
@Component
public class AnswerStatistics {

    private static final String TARGET = "target";

    private final Totals totals;

    AnswerStatistics(Totals totals) {
        this.totals = totals;
    }

    /** Over all targets of an action. */
    public AnswerFigures of(UUID action) {
        var all = totals.overall(action);
        return new AnswerFigures(
                all.count("sent"), all.count("told"), all.count("replied"), all.count("dated"), all.count("days"));
    }

    /** Those to whom nothing was sent are missing. */
    public Map<Target, AnswerFigures> byTarget(UUID action) {
        var all = totals.of(action);
        var figures = new HashMap<Target, AnswerFigures>();
        all.by(TARGET, "sent")
                .forEach((wire, sent) -> Target.parse(wire).ifPresent(target -> {
                    figures.put(
                            target,
                            new AnswerFigures(
                                    sent,
                                    count(all, "told", wire),
                                    count(all, "replied", wire),
                                    count(all, "dated", wire),
                                    count(all, "days", wire)));
                }));
        return figures;
    }

    private static long count(ActionTotals all, String measure, String target) {
        return all.by(TARGET, measure).getOrDefault(target, 0L);
    }
}
