package org.clarion.actions.progress;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.clarion.pageshell.Figures;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** A total in words, as the page shows it. */
final class ProgressWords {

    private final Figures figures;
    private final MessageSource words;

    ProgressWords(Figures figures, MessageSource words) {
        this.figures = figures;
        this.words = words;
    }

    /**
     * Name → text, as {@code live.js} reads it.
     *
     * @param what the name of the number
     */
    Map<String, Object> of(String what, Standing standing, Locale locale) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            var told = new LinkedHashMap<String, Object>();
            told.put(what, figures.count(standing.count()));
            told.put(what + "Value", standing.count());
            if (standing.goal() > 0) {
                told.put(
                        "goal",
                        words.getMessage("progress.goal", new Object[] {figures.count(standing.goal())}, locale));
                told.put("goalValue", standing.goal());
            }
            told.put("time", figures.time(standing.at()));
            return told;
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
