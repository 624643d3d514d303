package org.clarion.petitions.progress;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.clarion.pageshell.Figures;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A total in words, as the page shows it. */
@Component
class ProgressWords {

    private final Figures figures;
    private final MessageSource words;

    ProgressWords(Figures figures, MessageSource words) {
        this.figures = figures;
        this.words = words;
    }

    /** Name → text, as {@code live.js} reads it. */
    Map<String, Object> of(Standing standing, Locale locale) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            var told = new LinkedHashMap<String, Object>();
            told.put("signatures", figures.count(standing.signatures()));
            told.put("signaturesValue", standing.signatures());
            told.put("goal", words.getMessage("progress.goal", new Object[] {figures.count(standing.goal())}, locale));
            told.put("goalValue", standing.goal());
            told.put("time", figures.time(standing.at()));
            return told;
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
